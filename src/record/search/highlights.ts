import { fold } from '../../core/names.ts'
import { spellingsOf } from '../../core/other-spellings.ts'
import { hasWord, type SearchQuery, wantedTerms } from '../../core/search-query.ts'

/** The place of a found word or phrase in a text: `[start, end)` in UTF-16 code units. */
export interface Highlight {
  readonly start: number
  readonly end: number
}

/** A word of a text, in the form that the search compares. */
export interface SearchWord extends Highlight {
  /** Folded, without apostrophes, invisible characters and the 's of a possessive. */
  readonly word: string
}

const IDEOGRAPH = '\\u2e80-\\u2fdf\\u3005-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u2060\\ufe00-\\ufe0f\\ufeff\\u{e0100}-\\u{e01ef}'
const APOSTROPHE = "'’ʼ‘`´"
const WORDS = new RegExp(
  `[${IDEOGRAPH}]|(?:(?![${IDEOGRAPH}])[\\p{L}\\p{N}\\p{M}${INVISIBLE}${APOSTROPHE}])+`,
  'gu',
)
const UNHEARD = new RegExp(`[${APOSTROPHE}]s(?![\\p{L}\\p{N}])|[${APOSTROPHE}${INVISIBLE}]`, 'giu')

/** Splits a text into the same words as the function `search_text` of the database. */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = []
  for (const { 0: found, index } of text.matchAll(WORDS)) {
    const word = fold(found.replace(UNHEARD, ''))
    if (!hasWord(word)) continue
    // Marks at the edges, such as an opening quotation mark, are not highlighted.
    const start = index + (found.length - found.replace(LEADING, '').length)
    const end = index + found.replace(TRAILING, '').length
    words.push({ start, end, word })
  }
  return words
}

const LEADING = new RegExp(`^[${APOSTROPHE}${INVISIBLE}]+`, 'u')
const TRAILING = new RegExp(`[${APOSTROPHE}${INVISIBLE}]+$`, 'u')

/** The stem of each word, as the database stems it. */
export type Stems = ReadonlyMap<string, string>

/** Returns all words whose stems are needed to highlight these texts. */
export const wordsToStem = (query: SearchQuery, texts: readonly string[]): string[] => [
  ...new Set(
    [...wantedTerms(query).flatMap(spellingsOf), ...texts].flatMap((text) =>
      searchWords(text).map(({ word }) => word),
    ),
  ),
]

/**
 * Returns the places of a search in a text: words with the stem of a word of the search, and phrases word for word.
 * Words in a name or a role have no highlight.
 * @returns highlights in text order that do not overlap.
 */
export function highlightsIn(text: string, query: SearchQuery, stems: Stems): Highlight[] {
  const words = searchWords(text)
  const stemOf = (word: string): string => stems.get(word) ?? word
  const marked = new Array<boolean>(words.length).fill(false)
  const joined = new Array<boolean>(words.length).fill(false)
  const spellings = wantedTerms(query).flatMap((term) =>
    spellingsOf(term).map((text) => ({ text, same: term.isPhrase ? (word: string) => word : stemOf })),
  )
  for (const { text: spelling, same } of spellings) {
    const wanted = searchWords(spelling).map(({ word }) => same(word))
    for (let at = 0; at + wanted.length <= words.length; at++) {
      if (!wanted.every((word, offset) => same(words[at + offset]!.word) === word)) continue
      for (let offset = 0; offset < wanted.length; offset++) {
        marked[at + offset] = true
        if (offset > 0) joined[at + offset] = true
      }
    }
  }
  const highlights: { start: number; end: number }[] = []
  words.forEach(({ start, end }, index) => {
    if (!marked[index]) return
    const last = highlights.at(-1)
    if (joined[index] && last) last.end = end
    else highlights.push({ start, end })
  })
  return highlights
}
