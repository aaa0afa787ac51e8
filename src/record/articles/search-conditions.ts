import { spellingsOf } from '../../core/other-spellings.ts'
import type { SearchQuery, SearchTerm } from '../../core/search-query.ts'
import type { Conditions } from '../../database/conditions.ts'
import { stemsOf } from '../search/conditions.ts'
import { searchWords } from '../search/highlights.ts'

/**
 * Returns whether a term is a single word without quotation marks. The index alone then decides which articles have the
 * term.
 */
const isWord = (term: SearchTerm): boolean =>
  !term.isPhrase && spellingsOf(term).every((text) => searchWords(text).length === 1)

/** Returns the text search query for the stems of a term anywhere in the article, in each of its spellings. */
const stemsAnywhere = (where: Conditions, term: SearchTerm): string =>
  `(${spellingsOf(term)
    .map((text) => `plainto_tsquery('words', search_text(${where.parameter(text)}::text))`)
    .join(' || ')})`

/**
 * Returns the text search query for the stems of a search, anywhere in the article. Terms of several words must also
 * pass `demandPhrases`.
 */
export function wordsQuery(where: Conditions, { groups, excluded }: SearchQuery): string {
  const wanted = groups.map((group) => `(${group.map((term) => stemsAnywhere(where, term)).join(' || ')})`)
  const unwanted = excluded.filter(isWord).map((term) => `!! ${stemsAnywhere(where, term)}`)
  return `(${[...wanted, ...unwanted].join(' && ')})`
}

/**
 * Returns whether a search needs the text of articles, because the index alone does not decide which articles match.
 */
export const needsText = ({ groups, excluded }: SearchQuery): boolean =>
  [...groups.flat(), ...excluded].some((term) => !isWord(term))

/** Characters that separate words, and belong to no word. */
const BETWEEN = '[ \\n,.;:"“”–—-]'

/**
 * Returns the condition that an article has a phrase word for word. Folding a text takes long, so a pattern is tried
 * first. If other characters separate the words, only the folded text has the phrase.
 */
function hasPhrase(where: Conditions, { text }: SearchTerm): string {
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
    if (isWord(term)) return `words @@ ${stemsAnywhere(where, term)}`
    const beside = `(words @@ ${stemsOf(where, term)} OR is_long AND words @@ ${stemsAnywhere(where, term)})`
    // CASE compares the text last, because that takes longest.
    return term.isPhrase ? `CASE WHEN ${beside} THEN ${hasPhrase(where, term)} ELSE false END` : beside
  }
  for (const group of groups) {
    if (!group.every(isWord)) where.demand(`(${group.map(holds).join(' OR ')})`)
  }
  for (const term of excluded) {
    if (!isWord(term)) where.demand(`NOT (${holds(term)})`)
  }
}
