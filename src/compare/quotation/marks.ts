import type { Span } from '../../core/span.ts'
import { INVISIBLE } from '../words/characters.ts'

/** Dots for omitted words, with or without brackets: `…`, `...`, `. . .`, `[…]`, `(...)`. */
const OMISSIONS =
  /[[(]\s*(?:…|⋯|‥|\.(?:[ \u00a0\u202f\u2009]?\.)+)\s*[\])]|…+|⋯+|‥+|\.(?:[ \u00a0\u202f\u2009]?\.){2,}/gu
/** A pair of square brackets with at most 300 UTF-16 code units between them. */
const BRACKET = /\[[^[\]]{1,300}\]/gu
const REMARK =
  /^\[\s*(?:sic|emphasis (?:added|mine|ours)|(?:my|our) emphasis|laughs|laughter|laughing|applause|inaudible|unintelligible|crosstalk|pause|pauses|sighs|expletive|expletive deleted)[.!?]?\s*\]$/iu
const LETTER = /[\p{L}\p{N}\p{M}]/u
const INSIDE_WORD = `[\\p{L}\\p{N}\\p{M}${INVISIBLE}]`
const ENDS_IN_WORD = new RegExp(`${INSIDE_WORD}$`, 'u')
const STARTS_IN_WORD = new RegExp(`^${INSIDE_WORD}`, 'u')
const LETTERS = new RegExp(`^\\[[\\p{L}\\p{M}'’${INVISIBLE}]+\\]$`, 'u')
const ONE_LETTER = new RegExp(`^\\[\\p{L}[\\p{M}${INVISIBLE}]*\\]`, 'u')
const PIECE = /[“"«„][^“”"«»„]*[”"»“]/gu

/** A bracket in a quotation. */
export interface Bracket extends Span {
  /**
   * letters: a part of a word (`[T]he`, `walk[ed]`); remark: a remark about the quotation (`[sic]`); gloss: replaces or
   * explains words.
   */
  readonly kind: 'letters' | 'remark' | 'gloss'
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }))

/** Finds the dots that stand for omitted words. */
export const findOmissions = (text: string): Span[] => spansOf(text, OMISSIONS)

/** Finds the innermost square brackets of a quotation, except brackets of omissions. */
export function findBrackets(text: string, omissions: readonly Span[]): Bracket[] {
  const starts = new Set(omissions.map(({ start }) => start))
  return spansOf(text, BRACKET)
    .filter(({ start }) => !starts.has(start))
    .map((span) => ({ ...span, kind: kindOf(text, span) }))
}

function kindOf(text: string, { start, end }: Span): Bracket['kind'] {
  if (REMARK.test(text.slice(start, end))) return 'remark'
  const isGlued =
    ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start)) ||
    STARTS_IN_WORD.test(text.slice(end, end + 2))
  return isGlued && LETTERS.test(text.slice(start, end)) ? 'letters' : 'gloss'
}

/** Returns true if the first letter of a word stands in brackets: `[T]he`. */
export const startsInBrackets = (word: string): boolean => ONE_LETTER.test(word)

/** An invisible character of one code unit. It replaces a bracket inside a word. */
const NOTHING = '\u2060'

/**
 * Returns a text of the same length in which `readWords` finds the words of a reading.
 * @param glued brackets inside words. They become invisible characters.
 * @param hidden parts whose words are not read. They become spaces.
 */
export function masked(text: string, glued: readonly Span[], hidden: readonly Span[]): string {
  if (glued.length === 0 && hidden.length === 0) return text
  const units = text.split('')
  for (const { start, end } of glued) units[start] = units[end - 1] = NOTHING
  for (const { start, end } of hidden) units.fill(' ', start, end)
  return units.join('')
}

/** Extends a word by the missing bracket of a pair: `T]he`, `walk[ed`. */
export function withItsBrackets(text: string, { start, end }: Span): Span {
  const word = text.slice(start, end)
  return {
    start: text[start - 1] === '[' && /^[^[\]]*\]/u.test(word) ? start - 1 : start,
    end: text[end] === ']' && /\[[^[\]]*$/u.test(word) ? end + 1 : end,
  }
}

/** Finds the quoted pieces of a text with narration between them; empty if the text has no narration. */
export function findPieces(text: string): Span[] {
  if (!/^\s*[“"«„]/u.test(text)) return []
  const pieces = spansOf(text, PIECE)
  const isNarrated = pieces.some(
    ({ start }, index) => index > 0 && LETTER.test(text.slice(pieces[index - 1]!.end, start)),
  )
  return isNarrated ? pieces : []
}
