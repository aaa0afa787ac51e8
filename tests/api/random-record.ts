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
  idOf,
  insertRecords,
  type MadeArticle,
  type MadeStatement,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makePosition,
  makeStatement,
  type OfficialRow,
  type OrganizationRow,
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

const officials = ['Ada Brandt', 'Bo Lindqvist', 'Cyd Okafor', 'Dee Marlowe'].map((name) =>
  makeOfficial(name),
)
const [ada, bo, cyd] = officials as [OfficialRow, OfficialRow, OfficialRow]
const organizations = ['Harbour Board', 'Ministry of Bridges', 'Canal Trust'].map((name) =>
  makeOrganization(name),
)
const [harbour, ministry, trust] = organizations as [OrganizationRow, OrganizationRow, OrganizationRow]

/** Records that were merged, the second one twice. */
const mergedOfficials = [
  makeOfficial('A. M. Brandt', ada.id),
  makeOfficial('Ada B.', idOf('official A. M. Brandt')),
]
const mergedOrganizations = [makeOrganization('The Bridge Ministry', ministry.id)]

/** Offices one after another, two at a time, with dates that prove nothing, and in two rosters. */
const positions = [
  { title: 'Harbour Master', official: ada, organization: harbour, from: '2023-05-01', to: '2024-03-31' },
  { title: 'Minister', official: ada, organization: ministry, from: '2024-04', to: null },
  { title: 'minister', official: ada, organization: ministry, from: '2024-05-01', to: '2025' },
  { title: 'Trustee', official: bo, organization: trust, from: '2023', to: null },
  { title: 'Secrétaire', official: bo, organization: ministry, from: '2024-02-01', to: '2024-10-15' },
  { title: 'Inspector', official: bo, organization: null, from: '2024-08-01', to: '2024-08-31' },
  { title: 'Trustee', official: cyd, organization: trust, from: '2024-01?', to: null },
  { title: 'Clerk', official: cyd, organization: harbour, from: '2024-06-01', to: '../2024-11' },
  { title: 'Clerk', official: cyd, organization: harbour, from: null, to: '2026' },
].map(makePosition)
const ROLES = [
  'the minister',
  'MINISTER',
  'Secretaire',
  'the Secrétaire and trustee',
  'trustee',
  'inspector',
  null,
]

const articles = Array.from({ length: STATEMENTS / PER_ARTICLE }, (_, n) =>
  makeArticle(`Article ${n}`, {
    publisher: oneOf([null, 'The Gazette', 'GAZETTE', 'The Herald', 'Herald, Morning', 'Küsten-Blatt']),
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
    role: oneOf(ROLES),
    type: oneOf(STATEMENT_TYPES),
    polarity: oneOf(POLARITIES),
    status: oneOf([...STATEMENT_STATUSES, 'machine', 'machine']),
    attribution,
    said: isDated ? oneOf([...DATES, () => '../2024-09'])() : `../${article.row.published_latest ?? '..'}`,
    saidBasis: isDated ? oneOf(SAID_BASES.filter((basis) => basis !== 'publication')) : 'publication',
    confidence: below(21) / 20,
    recorded: `2026-${two(1 + below(12))}-${two(1 + below(28))}T12:00:00.${two(below(100))}0Z`,
  })
}

/** Two thousand random statements with their officials, organizations and articles. */
export const RANDOM_RECORD = {
  officials,
  mergedOfficials,
  organizations,
  mergedOrganizations,
  positions,
  articles,
  statements: articles.flatMap((article) =>
    article.spans.map((_, sentence) => statementIn(article, sentence)),
  ),
}

/** Inserts {@link RANDOM_RECORD}. */
export async function insertRandomRecord(database: Database): Promise<void> {
  const { officials, mergedOfficials, organizations, mergedOrganizations, ...others } = RANDOM_RECORD
  await insertRecords(database.db, {
    ...others,
    officials: [...officials, ...mergedOfficials],
    organizations: [...organizations, ...mergedOrganizations],
  })
  await analyze(database)
}
