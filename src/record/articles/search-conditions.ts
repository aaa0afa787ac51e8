import { spellingsOf } from '../../core/other-spellings.ts'
import type { SearchQuery, SearchTerm } from '../../core/search-query.ts'
import type { Conditions } from '../../database/conditions.ts'
import { stemsOf } from '../search/conditions.ts'
import { searchWords } from '../search/highlights.ts'

/** Returns whether one word in the index decides about a term: it is not in quotation marks and has one word. */
const isWord = (term: SearchTerm): boolean =>
  !term.isPhrase && spellingsOf(term).every((text) => searchWords(text).length === 1)

/** Returns the text search query for the stems of a term anywhere in the article, in each of its spellings. */
const apart = (where: Conditions, term: SearchTerm): string =>
  `(${spellingsOf(term)
    .map((text) => `plainto_tsquery('words', search_text(${where.parameter(text)}::text))`)
    .join(' || ')})`

/**
 * Returns the text search query for what the index can find: the stems of a search, wherever they stand. Terms of
 * several words must also pass `demandPhrases`.
 */
export function wordsQuery(where: Conditions, { groups, excluded }: SearchQuery): string {
  const wanted = groups.map((group) => `(${group.map((term) => apart(where, term)).join(' || ')})`)
  const unwanted = excluded.filter(isWord).map((term) => `!! ${apart(where, term)}`)
  return `(${[...wanted, ...unwanted].join(' && ')})`
}

/** Returns whether the index alone decides about a search. */
export const needsText = ({ groups, excluded }: SearchQuery): boolean =>
  [...groups.flat(), ...excluded].some((term) => !isWord(term))

/** Characters that part words and are part of none. */
const BETWEEN = '[ \\n,.;:"“”–—-]'

/**
 * Returns the condition that an article has a phrase word for word. Folding a text takes long, so a pattern is tried
 * first. It does not find a phrase beside other characters.
 */
function exactly(where: Conditions, { text }: SearchTerm): string {
  const folded = `has_phrase(text, title, NULL, ${where.parameter(text)}::text)`
  const words = searchWords(text).map(({ word }) => word)
  if (!words.every((word) => /^[a-z0-9]+$/.test(word))) return folded
  const pattern = where.parameter(`(^|${BETWEEN})${words.join(`${BETWEEN}+`)}($|${BETWEEN})`)
  return `(text ~* ${pattern} OR title ~* ${pattern} OR ${folded})`
}

/**
 * Demands that the words of each phrase stand side by side, and exactly as written if they are in quotation marks.
 * The columns are `words`, `is_long` and `title` of an article and `text` of its latest snapshot.
 */
export function demandPhrases(where: Conditions, { groups, excluded }: SearchQuery): void {
  const holds = (term: SearchTerm): string => {
    if (isWord(term)) return `words @@ ${apart(where, term)}`
    const beside = `(words @@ ${stemsOf(where, term)} OR is_long AND words @@ ${apart(where, term)})`
    // CASE compares the text last: that takes longest.
    return term.isPhrase ? `CASE WHEN ${beside} THEN ${exactly(where, term)} ELSE false END` : beside
  }
  for (const group of groups) {
    if (!group.every(isWord)) where.demand(`(${group.map(holds).join(' OR ')})`)
  }
  for (const term of excluded) {
    if (!isWord(term)) where.demand(`NOT (${holds(term)})`)
  }
}
