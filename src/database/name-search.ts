import { anywhere, type Conditions } from './conditions.ts'
import type { NamedTable } from './named-records.sql.ts'

/** The longest word that may be an abbreviation: "US" for "U.S.", whose key is "u s". */
const LONGEST_ABBREVIATION = 4

/** The longest word that must stand at the beginning of a word. "justice" contains "us", but does not match it. */
const LONGEST_BEGINNING = 2

const KINDS = { officials: 'official', organizations: 'organization' } as const satisfies Record<
  NamedTable,
  string
>

/** A search of names: a key, or the ids of records that were found in another way. */
export type NameSearch = string | { readonly ids: readonly string[] }

/**
 * Requires that one name of a row matches a search. A name matches if it contains the text of the search, or all words
 * of the search in any order. A name of at least two words also matches if the search contains all words of the name.
 * @param row the alias of the row in the query.
 * @param search the search as a key of names: folded words. An empty key finds nothing.
 */
export function demandName(
  where: Conditions,
  table: NamedTable,
  row: string,
  search: NameSearch | undefined,
): void {
  if (search === undefined) return
  if (typeof search !== 'string') where.addOneOf(`${row}.id`, search.ids)
  // PostgreSQL looks up the ids of an array by the key of the table. It would compare the result of a join with each
  // row.
  else where.demand(`${row}.id = ANY(ARRAY(${answersTo(where, table, search)}))`)
}

/** Returns the query for the ids of the records with a name that matches a search. */
export function answersTo(where: Conditions, table: NamedTable, key: string): string {
  // As a pattern, an empty key would match every name.
  const condition = key === '' ? 'false' : nameCondition(where, key)
  return `SELECT n.subject::uuid FROM names n
    WHERE n.kind = '${KINDS[table]}' AND n.form <> 'title' AND (${condition})`
}

/**
 * Returns SQL that is true if a row of `names n` matches a search. Every part of it can use an index: the index of
 * parts for words of three letters or more, the index of words for shorter words.
 */
function nameCondition(where: Conditions, key: string): string {
  const words = wordsOf(key)
  const whole = hasPart(key)
    ? contains(where, key)
    : `(${contains(where, key)} AND ${beginsWith(where, key.split(' ').at(-1)!)})`
  const all = words
    .map((word) => {
      const condition = `(${partsOf(word)
        .map((part) => contains(where, part))
        .join(' OR ')})`
      return hasPart(word) ? condition : `${condition} AND ${beginsWith(where, word)}`
    })
    .join(' AND ')
  const given = [...new Set([...words, ...words.flatMap(lettersOf), ...key.split(' ')])]
  const own = "string_to_array(n.key, ' ')"
  const pairs = pairsOf(given)
  if (pairs.length === 0) return `${whole} OR ${all}`
  return `${whole} OR ${all}
    OR n.words @@ ${where.parameter(pairs.join(' | '))}::tsquery
      AND cardinality(${own}) > 1 AND ${own} <@ ${where.parameter(given)}::text[]`
}

/** The most words that are combined into pairs. */
const PAIRED_MAX = 12

/** Returns the text search queries for names with two of these words. */
function pairsOf(words: readonly string[]): string[] {
  const queries = words
    .slice(0, PAIRED_MAX)
    .map((word) => word.split('-').filter(Boolean).map(lexeme).join(' & '))
  return queries.flatMap((query, index) => queries.slice(index + 1).map((other) => `${query} & ${other}`))
}

/** Returns true if a text has a word that the index of parts can find. */
const hasPart = (text: string): boolean => text.split(' ').some((word) => word.length > LONGEST_BEGINNING)

/**
 * Returns SQL that is true if the key of the name, with a space before it, contains a text. LIKE needs three letters of
 * a word, or a letter between two spaces. For other texts, a plan without the text's value would read the whole index.
 */
const contains = (where: Conditions, text: string): string =>
  hasPart(text) || / \S+ /.test(text)
    ? `' ' || n.key LIKE ${where.parameter(anywhere(text))}`
    : `strpos(' ' || n.key, ${where.parameter(text)}) > 0`

/** Returns SQL that is true if a word of the name begins with a word. */
const beginsWith = (where: Conditions, word: string): string =>
  `n.words @@ ${where.parameter(`${lexeme(word)}:*`)}::tsquery`

const lexeme = (word: string): string => `'${word.replace(/['\\]/g, '$&$&')}'`

/** Splits a key into words. Neighboring single letters are an abbreviation: "u s" gives "us". */
const wordsOf = (key: string): string[] => key.replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '').split(' ')

/** Returns the letters of an abbreviation. Returns nothing for a longer word. */
const lettersOf = (word: string): string[] => (word.length <= LONGEST_ABBREVIATION ? [...word] : [])

/**
 * Returns the texts for a word. A name with a space before it must contain one of them. A short word must begin a word
 * of the name.
 */
function partsOf(word: string): string[] {
  const own = word.length <= LONGEST_BEGINNING ? ` ${word}` : word
  const letters = lettersOf(word)
  return letters.length > 1 ? [own, ` ${letters.join(' ')}`] : [own]
}
