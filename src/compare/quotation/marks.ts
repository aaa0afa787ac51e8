import type { Span } from '../../core/span.ts'
import { INVISIBLE } from '../words/characters.ts'

/** Dots for what is left out, in brackets or not: `…`, `...`, `. . .`, `[…]`, `(...)`. */
const OMISSIONS =
  /[[(]\s*(?:…|⋯|‥|\.(?:[ \u00a0\u202f\u2009]?\.)+)\s*[\])]|…+|⋯+|‥+|\.(?:[ \u00a0\u202f\u2009]?\.){2,}/gu
/** The longest bracket that is read as one, in UTF-16 code units. */
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

/** The kinds of bracket in a quotation. */
export interface Bracket extends Span {
  /**
   * letters: it is a part of a word (`[T]he`, `walk[ed]`); remark: it says something about the quotation (`[sic]`);
   * gloss: it replaces or explains words.
   */
  readonly kind: 'letters' | 'remark' | 'gloss'
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }))

/** Finds the dots that stand for words left out. */
export const findOmissions = (text: string): Span[] => spansOf(text, OMISSIONS)

/** Finds the square brackets of a quotation, innermost ones, without those of omissions. */
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

/** A character without a shape, of one code unit: it stands in for a bracket inside a word. */
const NOTHING = '\u2060'

/**
 * Returns a text of the same length for reading its words.
 * @param glued brackets inside words, which get no shape.
 * @param hidden parts whose words are not read: they become spaces.
 */
export function masked(text: string, glued: readonly Span[], hidden: readonly Span[]): string {
  if (glued.length === 0 && hidden.length === 0) return text
  const units = text.split('')
  for (const { start, end } of glued) units[start] = units[end - 1] = NOTHING
  for (const { start, end } of hidden) units.fill(' ', start, end)
  return units.join('')
}

/** Extends a word by a bracket of which it has only the other side: `T]he`, `walk[ed`. */
export function withItsBrackets(text: string, { start, end }: Span): Span {
  const word = text.slice(start, end)
  return {
    start: text[start - 1] === '[' && /^[^[\]]*\]/u.test(word) ? start - 1 : start,
    end: text[end] === ']' && /\[[^[\]]*$/u.test(word) ? end + 1 : end,
  }
}

/** Finds the quoted pieces of a text that prints narration between them; empty if it prints none. */
export function findPieces(text: string): Span[] {
  if (!/^\s*[“"«„]/u.test(text)) return []
  const pieces = spansOf(text, PIECE)
  const isNarrated = pieces.some(
    ({ start }, index) => index > 0 && LETTER.test(text.slice(pieces[index - 1]!.end, start)),
  )
  return isNarrated ? pieces : []
}
