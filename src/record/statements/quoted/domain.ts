import { type Quotation, type Reading, rarestWords } from '../../../compare/index.ts'
import { SHOWN_STATUSES, WITHHELD_STATUSES } from '../../../core/visibility.ts'
import { conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { shareOfWords } from '../../search/frequencies.sql.ts'
import { statementConditions } from '../conditions.ts'
import type { StatementFilters } from '../schema.ts'
import { searchStatements } from '../search.sql.ts'
import { combinationsOf } from './combinations.ts'
import { type FoundByKeys, findByKeys, findByWords, keysOf, readKeyFrequencies } from './keys.sql.ts'

export { type Quotable, readQuotables } from './store.sql.ts'

/** The statements to search, and the speaker whose statements come first. */
export interface Lookup {
  readonly filters: StatementFilters
  /** The claimed speaker; null if none is claimed. */
  readonly claimed: string | null
}

/** The most statements that are found by the keys of one quotation. */
const CANDIDATES_MAX = 300
/** The most statements without the whole quotation, unless filters leave some out. Few of them are compared. */
const OTHERS_MAX = 120
/** The most statements that are found by a phrase, and by rare words. They are near, but need not have the words. */
const PHRASED_MAX = 100
const NEAR_MAX = 100
/** The most words that are compared with statements, for all candidates together. It limits the time of an answer. */
const WORDS_MAX = 150_000
/** The most keys of one look-up. */
const KEYS_MAX = 32
/** A key of more statements finds too many to tell anything. */
const STATEMENTS_PER_KEY_MAX = 2_000
/** The most statements that all keys together are expected to find, unless already the rarest key finds more. */
const EXPECTED_MAX = 500
/** From this length on, a quotation is looked up by a selection of its keys: it has enough of them. */
const LONG = 120
/** The words in a row that a quotation and a statement need in common, so that they surely have a key in common. */
const WORDS_WITH_KEY = 6
/** The most words of a quotation whose frequencies are read. */
const TELLING_MAX = 400

/** The statements that a quotation may quote. */
export interface Found extends FoundByKeys {
  /** False if a statement with exactly these words may have none of the keys that were looked up. */
  readonly isComplete: boolean
}

/** Finds the statements that have some words in a row in common with a quotation, retracted ones too. */
export async function findByPieces(db: Db, quotation: Quotation, lookup: Lookup): Promise<Found> {
  const longest = Math.max(...quotation.readings.map(({ words }) => words.length))
  const texts = textsOf(quotation)
  const [keys, { statements, shares }] = await Promise.all([
    keysOf(db, texts, longest <= LONG),
    readKeyFrequencies(db),
  ])
  const asked = rareKeys(keys.all, (key) => (shares.get(key) ?? 0) * statements)
  if (asked.length === 0) return { whole: [], others: [], isComplete: false }
  const where = lookupConditions(lookup.filters, [...SHOWN_STATUSES, ...WITHHELD_STATUSES])
  const hasSelected = longest >= WORDS_WITH_KEY
  const found = await findByKeys(db, hasSelected ? keys : { ...keys, selected: [] }, asked, where, {
    claimed: surnameIn(lookup.claimed),
    others: Object.values(lookup.filters).some((value) => value !== undefined) ? null : OTHERS_MAX,
    limit: Math.min(CANDIDATES_MAX, Math.max(20, Math.floor(WORDS_MAX / longest))),
  })
  // If a quotation has one text, any of its selected keys finds every statement with all of it.
  const isFound =
    asked.length === keys.all.length ||
    (texts.length === 1 && asked.some((key) => keys.selected.includes(key)))
  return { ...found, isComplete: hasSelected && isFound }
}

/** Selects the rarest keys, so that the statements with one of them are few. */
function rareKeys(keys: readonly string[], expectedOf: (key: string) => number): string[] {
  const rare = keys.filter((key) => expectedOf(key) <= STATEMENTS_PER_KEY_MAX)
  const inOrder = (rare.length > KEYS_MAX ? spreadOut(rare) : rare).sort(
    (a, b) => expectedOf(a) - expectedOf(b),
  )
  let expected = 0
  return inOrder.slice(0, KEYS_MAX).filter((key, index) => {
    expected += expectedOf(key)
    return expected <= EXPECTED_MAX || index === 0
  })
}

/** Finds statements with the longest piece of a quotation word for word, by the search for phrases. */
export async function findByPhrase(db: Db, quotation: Quotation, { filters }: Lookup): Promise<string[]> {
  const fragments = quotation.readings.flatMap((reading) =>
    reading.fragments.map(({ words }) => ({ words, text: textOf(quotation, words) })),
  )
  const [longest] = fragments.sort((a, b) => b.words.length - a.words.length)
  if (!longest) return []
  const q = { groups: [[{ text: longest.text, isPhrase: true }]], excluded: [] }
  const request = { limit: PHRASED_MAX, sort: '-said', position: null }
  const found = await searchStatements(db, { ...filters, vanished: 'include', q }, request, {})
  return found.map(({ item }) => item.id)
}

/** Finds the statements that have the most telling words of a quotation, in any order. */
export async function findByRareWords(db: Db, quotation: Quotation, { filters }: Lookup): Promise<string[]> {
  const words = [...new Set(quotation.readings.flatMap((reading) => reading.words.map(({ key }) => key)))]
  const [shares, { statements }] = await Promise.all([
    shareOfWords(db, words.slice(0, TELLING_MAX)),
    readKeyFrequencies(db),
  ])
  const rarest = rarestWords(quotation, (key) => shares.get(key) ?? 0)
  const combinations = combinationsOf(
    rarest.map((word) => shares.get(word) ?? 0),
    statements,
  )
  if (combinations.length === 0) return []
  const telling = rarest.map((text) => ({ text, weight: weightOf(shares.get(text) ?? 0, statements) }))
  return findByWords(db, telling, combinations, lookupConditions(filters, SHOWN_STATUSES), NEAR_MAX)
}

/** Returns how much a word tells, from its share of statements: 1 for the most common, 10 for a rare one. */
const weightOf = (share: number, statements: number): number =>
  Math.round(Math.min(10, 1 - Math.log2(Math.max(share, 1 / Math.max(statements, 2)))))

const lookupConditions = (filters: StatementFilters, status: StatementFilters['status']) =>
  statementConditions({ ...filters, status: filters.status ?? status, vanished: 'include' }, conditions())

/** Returns the texts whose words stand together: of each reading, and of each piece between omissions. */
const textsOf = (quotation: Quotation): string[] => [
  ...new Set(
    quotation.readings.flatMap(({ words, fragments }) => [
      textOf(quotation, words),
      ...(fragments.length > 1 ? fragments.map((fragment) => textOf(quotation, fragment.words)) : []),
    ]),
  ),
]

/** Returns words as the quotation prints them, without brackets inside of them. */
const textOf = ({ text }: Quotation, words: Reading['words']): string =>
  words.map(({ start, end }) => text.slice(start, end).replace(/[[\]]/g, '')).join(' ')

/** Returns the last word of a name in lower case, by which its statements are preferred. */
const surnameIn = (claimed: string | null): string | null =>
  /[\p{L}\p{M}'’-]+(?=[^\p{L}]*$)/u.exec(claimed ?? '')?.[0].toLowerCase() ?? null

/** Orders items so that any beginning of the list is spread over the whole. */
function spreadOut<Item>(items: readonly Item[]): Item[] {
  const step = Math.ceil(items.length / KEYS_MAX)
  return Array.from({ length: step }, (_, first) =>
    items.filter((__, index) => index % step === first),
  ).flat()
}
