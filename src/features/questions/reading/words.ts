import { fold } from '../../../core/names.ts'
import { termsOf } from '../../../core/search-query.ts'
import type { Span } from '../../../core/span.ts'

/** A word of a question, or a phrase, exclusion or alternative. */
export interface QuestionWord extends Span {
  /**
   * The word without marks at its edges. A phrase, an exclusion or an alternative has its signs: "a phrase", -excluded.
   */
  readonly text: string
  /** Lower case without accents, apostrophes and the 's of a possessive. */
  readonly folded: string
  /**
   * False for a word that is only searched: a phrase, an exclusion, an alternative, or a part that the caller wants as
   * words.
   */
  readonly isFree: boolean
  readonly isCapital: boolean
}

// Unicode classes radicals of Chinese characters as signs, but folding turns them into characters.
const EDGES = /^[^\p{L}\p{N}\p{M}\u2e80-\u2fdf]+|[^\p{L}\p{N}\p{M}\u2e80-\u2fdf]+$/gu
const APOSTROPHES = /['’ʼ‘`´]s$|['’ʼ‘`´]/gu

/**
 * Splits a question into words. Phrases in quotation marks, excluded terms and alternatives are one word each and not
 * free.
 * @param literal the parts of the question that are not free; "*" for the whole question.
 */
export function wordsOfQuestion(question: string, literal: readonly string[] = []): QuestionWord[] {
  const words = split(question)
  const bound = new Set(literal.flatMap((part) => placesOf(part, words)))
  return words.map((word, index) => (bound.has(index) ? { ...word, isFree: false } : word))
}

/** Returns whether a part that a caller wrote occurs in a question. */
export const occursIn = (question: string, part: string): boolean =>
  placesOf(part, split(question)).length > 0

function split(question: string): QuestionWord[] {
  const terms = [...termsOf(question)]
  const isOr = terms.map(({ minus, term }) => term.text === 'OR' && !term.isPhrase && !minus)
  return terms.map(({ start, end, minus, term }, index) => {
    const isAlternative = isOr[index - 1] || isOr[index] || isOr[index + 1]
    const isFree = !minus && !term.isPhrase && !isAlternative
    const inner = term.text.replace(EDGES, '')
    const from = isFree && inner !== 'OR' ? start + term.text.indexOf(inner) : start
    const to = isFree && inner !== 'OR' ? from + inner.length : end
    const text = question.slice(from, to)
    return { start: from, end: to, text, folded: foldWord(inner), isFree, isCapital: /^\p{Lu}/u.test(inner) }
  })
}

const foldWord = (text: string): string => fold(text.replace(APOSTROPHES, ''))

/** Returns the indexes of the words of a part, in all places where the part occurs in the question. */
function placesOf(part: string, words: readonly QuestionWord[]): number[] {
  if (part.trim() === '*') return [...words.keys()]
  const wanted = split(part).map(({ folded }) => folded)
  if (wanted.length === 0) return []
  return [...words.keys()].flatMap((at) =>
    wanted.every((folded, offset) => words[at + offset]?.folded === folded)
      ? wanted.map((_, offset) => at + offset)
      : [],
  )
}

/**
 * Returns whether capitals do not distinguish names in a question: no long word has one, or all long words have one.
 */
export function isOneCase(words: readonly QuestionWord[]): boolean {
  const long = words.filter(({ text, isFree }) => isFree && text.length > 3)
  const capitals = long.filter(({ isCapital }) => isCapital).length
  return capitals === 0 || (long.length > 1 && capitals === long.length)
}
