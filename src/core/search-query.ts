/**
 * The language of searches: words, "exact phrases", OR between alternatives, and a minus sign before words that must
 * not occur. All other characters are part of words, and no text is an error.
 */

import type { Span } from './span.ts'

/** A word or a phrase of a search, as it was written. */
export interface SearchTerm {
  /** The text. It has at least one letter or digit. */
  readonly text: string
  /** True if the term was in quotation marks. Each of its words must then occur exactly as written. */
  readonly isPhrase: boolean
}

export interface SearchQuery {
  /** The groups of alternatives. One term of each group must occur. */
  readonly groups: readonly (readonly SearchTerm[])[]
  /** The terms that must not occur. */
  readonly excluded: readonly SearchTerm[]
}

/** The most terms of a search. */
const SEARCH_TERMS_MAX = 32
/** The most characters of a search. */
export const SEARCH_LENGTH_MAX = 500

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', '”': '”' }
const TOKEN = /\s*(-?)(?:(["“„«”])|(\S+))/gu
const WORD = /[\p{L}\p{N}]/u

/** Returns whether a text has a letter or a digit. */
export const hasWord = (text: string): boolean => WORD.test(text)

/**
 * Parses a search. Never fails: a quotation without a closing mark extends to the end, and an OR without an alternative
 * is a word.
 */
export function parseSearch(text: string): SearchQuery {
  const groups: SearchTerm[][] = []
  const excluded: SearchTerm[] = []
  let isAlternative = false
  let orWord: SearchTerm | null = null
  for (const { minus, term } of termsOf(text)) {
    if (term.text === 'OR' && !term.isPhrase && !minus) {
      if (groups.length > 0 && !isAlternative) isAlternative = true
      else orWord ??= term
    } else if (minus) {
      excluded.push(term)
      isAlternative = false
    } else {
      const last = groups.at(-1)
      if (isAlternative && last) last.push(term)
      else groups.push([term])
      isAlternative = false
    }
  }
  if (groups.length === 0 && orWord) groups.push([orWord])
  return { groups, excluded }
}

/** A term as it stands in a search: `[start, end)` includes its minus sign and its quotation marks. */
interface PlacedTerm extends Span {
  readonly term: SearchTerm
  /** True if the term must not occur. */
  readonly minus: boolean
}

/** Finds the terms of a search in order. Leaves out terms without a letter or a digit. */
export function* termsOf(text: string): Generator<PlacedTerm> {
  const token = new RegExp(TOKEN)
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [, minus, opening, word] = match
    const start = token.lastIndex - minus!.length - (opening ?? word!).length
    let term: SearchTerm
    if (opening === undefined) {
      // A quotation mark inside a word begins a separate phrase: said:"not now".
      const inner = word!.search(/["“„«]/u)
      const end = inner > 0 ? inner : word!.length
      token.lastIndex -= word!.length - end
      term = { text: word!.slice(0, end), isPhrase: false }
    } else {
      const end = endOfPhrase(text, token.lastIndex, CLOSING[opening]!)
      term = { text: text.slice(token.lastIndex, end), isPhrase: true }
      token.lastIndex = end + 1
    }
    const end = Math.min(token.lastIndex, text.length)
    if (hasWord(term.text)) yield { start, end, minus: minus === '-', term }
  }
}

function endOfPhrase(text: string, from: number, closing: string): number {
  for (let at = from; at < text.length; at++) if (closing.includes(text[at]!) || text[at] === '"') return at
  return text.length
}

/** Returns the terms that must occur, with their alternatives. */
export const wantedTerms = ({ groups }: SearchQuery): SearchTerm[] => groups.flat()

/** Returns the reason why a search cannot be answered; null if it can. */
export function faultOfSearch(text: string, { groups, excluded }: SearchQuery): string | null {
  if (text.length > SEARCH_LENGTH_MAX) return `Must have at most ${SEARCH_LENGTH_MAX} characters.`
  if (groups.length === 0 && excluded.length > 0)
    return 'Excludes words without searching for any. Add a word that must occur.'
  if (groups.length === 0) return 'Has no word to search for. Send words, or a phrase in quotation marks.'
  if (groups.flat().length + excluded.length > SEARCH_TERMS_MAX)
    return `Has more than ${SEARCH_TERMS_MAX} words and phrases. Search for fewer, or put a phrase in quotation marks.`
  return null
}
