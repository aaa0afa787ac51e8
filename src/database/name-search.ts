import { anywhere, type Conditions } from './conditions.ts'
import { type NamedTable, OTHER_NAMES } from './named-records.sql.ts'

/** Longest word that may be an abbreviation: "US" for "U.S.", whose key is "u s". */
const LONGEST_ABBREVIATION = 4

/** Longest word that only counts at the beginning of a word: "us" is in "justice", but does not mean it. */
const LONGEST_BEGINNING = 2

/**
 * Requires that one name of a row matches a search. A name answers it in one of three ways: it contains the text of the
 * search; it contains all words of the search, in any order; all its words, at least two, are in the search.
 *
 * @param row the alias of the row in the query.
 * @param key the search as a key of names: folded words. An empty key finds nothing.
 */
export function demandName(where: Conditions, table: NamedTable, row: string, key: string | undefined): void {
  if (key === undefined) return
  if (key === '') {
    // As a pattern, an empty key would match every name.
    where.demand('false')
    return
  }
  const { aliases, owner } = OTHER_NAMES[table]
  const answers = nameCondition(where, key)
  where.demand(`(${answers(row)} OR EXISTS (
    SELECT FROM ${aliases} a WHERE a.${owner} = ${row}.id AND ${answers('a')}))`)
}

/** Returns SQL for whether the `name_key` of a table answers a search. */
function nameCondition(where: Conditions, key: string): (table: string) => string {
  const words = wordsOf(key)
  const whole = where.parameter(anywhere(key))
  const every = words.map((word) => patternsOf(word).map((pattern) => where.parameter(pattern)))
  const given = where.parameter([...new Set([...words, ...words.flatMap(lettersOf), ...key.split(' ')])])
  return (table) => {
    const padded = `' ' || ${table}.name_key`
    const all = every
      .map((patterns) => `(${patterns.map((pattern) => `${padded} LIKE ${pattern}`).join(' OR ')})`)
      .join(' AND ')
    const own = `string_to_array(${table}.name_key, ' ')`
    return `(${padded} LIKE ${whole} OR ${all} OR cardinality(${own}) > 1 AND ${own} <@ ${given}::text[])`
  }
}

/** Splits a key into words. Letters that stand alone beside each other are an abbreviation: "u s" gives "us". */
const wordsOf = (key: string): string[] => key.replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '').split(' ')

/** Returns the letters of an abbreviation; nothing for a longer word. */
const lettersOf = (word: string): string[] => (word.length <= LONGEST_ABBREVIATION ? [...word] : [])

/** Returns the patterns of a word in a name with a space before it. A short word must begin a word of the name. */
function patternsOf(word: string): string[] {
  const own = anywhere(word.length <= LONGEST_BEGINNING ? ` ${word}` : word)
  const letters = lettersOf(word)
  return letters.length > 1 ? [own, anywhere(` ${letters.join(' ')}`)] : [own]
}
