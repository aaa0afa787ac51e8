import {
  ATTRIBUTIONS,
  POLARITIES,
  SAID_BASES,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
} from '../../src/core/vocabulary.ts'
import type { Database } from '../../src/database/open.ts'
import {
  analyze,
  insertRecords,
  type MadeArticle,
  type MadeStatement,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makeStatement,
} from '../support/factories.ts'

const STATEMENTS = 2000
const PER_ARTICLE = 25

/** Creates a deterministic random number generator (mulberry32) for [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = randomFrom(11)
const below = (limit: number): number => Math.floor(random() * limit)
const oneOf = <T>(values: readonly T[]): T => values[below(values.length)]!
const two = (value: number): string => String(value).padStart(2, '0')

/** Generators for dates of every EDTF level 1 form, most of them near each other. */
const DATES: readonly (() => string)[] = [
  () => `2024-${two(1 + below(12))}-${two(1 + below(28))}`,
  () => `2024-0${7 + below(3)}-${two(1 + below(28))}`,
  () => `${2023 + below(3)}-${two(1 + below(12))}`,
  () => `${2022 + below(4)}`,
  () => `2024-${two(1 + below(12))}-${two(1 + below(28))}?`,
  () => `2024-${two(1 + below(12))}~`,
  () => '2024-02-29',
  () => '2024-XX',
  () => '202X',
  () => '20XX',
  () => `2024-2${1 + below(4)}`,
  () => `2024-0${1 + below(4)}-10/2024-0${5 + below(4)}-20`,
  () => '2023-12-30/2024-01-02',
  () => '2024-09-15/..',
]
const UNDATED: readonly (() => string)[] = [() => '../2024-09', () => '../2025-01?', () => '../..']

const officials = ['Ada Brandt', 'Bo Lindqvist', 'Cyd Okafor', 'Dee Marlowe'].map((name) =>
  makeOfficial(name),
)
const organizations = ['Harbour Board', 'Ministry of Bridges'].map(makeOrganization)

const articles = Array.from({ length: STATEMENTS / PER_ARTICLE }, (_, n) =>
  makeArticle(`Article ${n}`, {
    publisher: oneOf([null, 'The Gazette', 'The Herald', 'Küsten-Blatt']),
    published: n % 8 === 0 ? null : oneOf([...DATES, () => '../2024-11'])(),
    recorded: `2026-0${1 + (n % 9)}-01T00:00:00.000Z`,
    sentences: Array.from({ length: PER_ARTICLE }, (_, sentence) => `Words ${sentence} of ${n}.`),
  }),
)

function statementIn(article: MadeArticle, sentence: number): MadeStatement {
  const attribution = oneOf(ATTRIBUTIONS)
  const isKnown = attribution !== 'ambiguous' && attribution !== 'none'
  const isDated = random() < 0.75
  return makeStatement(article, sentence, {
    official: isKnown && random() < 0.8 ? oneOf(officials) : null,
    organization: random() < 0.4 ? oneOf(organizations) : null,
    type: oneOf(STATEMENT_TYPES),
    polarity: oneOf(POLARITIES),
    status: oneOf([...STATEMENT_STATUSES, 'machine', 'machine']),
    attribution,
    said: oneOf(isDated ? DATES : UNDATED)(),
    saidBasis: isDated ? oneOf(SAID_BASES.filter((basis) => basis !== 'publication')) : 'publication',
    confidence: below(21) / 20,
    recorded: `2026-${two(1 + below(12))}-${two(1 + below(28))}T12:00:00.${two(below(100))}0Z`,
  })
}

/** Two thousand random statements with their officials, organizations and articles. */
export const RANDOM_RECORD = {
  officials,
  organizations,
  articles,
  statements: articles.flatMap((article) =>
    article.spans.map((_, sentence) => statementIn(article, sentence)),
  ),
}

/** Inserts {@link RANDOM_RECORD}. */
export async function insertRandomRecord(database: Database): Promise<void> {
  await insertRecords(database.db, RANDOM_RECORD)
  await analyze(database)
}
