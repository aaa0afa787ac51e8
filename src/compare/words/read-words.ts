import type { Span } from '../../core/span.ts'
import { APOSTROPHES, INVISIBLE, STRETCH, UNSPACED } from './characters.ts'
import { foldTypography } from './fold-word.ts'

/** A word, a number or a symbol of a text, with its place in the text. */
export interface Word extends Span {
  /** The word without its typography. */
  readonly cased: string
  /** `cased` in lower case. Two words are the same word if their keys are equal. */
  readonly key: string
}

const INSIDE = `\\p{L}\\p{N}\\p{M}${INVISIBLE}`
const SPACED_LETTERS = `(?:(?![${UNSPACED}])[${INSIDE}])+`
const NARROW_SPACE = '[ \\u00a0\\u202f]'
/** The separators between two digits of one number. Narrow spaces separate thousands. */
const SEPARATORS = `(?:[.,:/'’٫٬]|[\\u00a0\\u202f\\u2009](?=\\p{N}{3}(?!\\p{N})))`
const SIGN = `(?:(?<![${INSIDE}.,)\\]%])[-+−±])?`
const NUMBER =
  `${SIGN}(?:\\p{Sc}${NARROW_SPACE}?)?\\p{N}(?:[${INVISIBLE}]*(?:${SEPARATORS}[${INVISIBLE}]*)?\\p{N})*` +
  `(?:(?![${UNSPACED}])[\\p{L}\\p{M}])*(?:${NARROW_SPACE}?(?:[%‰٪％]|\\p{Sc}(?!${NARROW_SPACE}?\\p{N})))?`
const LETTER = `(?![${UNSPACED}])\\p{L}`
const ABBREVIATION = `${LETTER}(?:\\.${LETTER})+(?![${INSIDE}])`
const UNSPACED_CHARACTER = `[${UNSPACED}][\\p{M}${INVISIBLE}]*`
const WORD = `${SPACED_LETTERS}(?:[${APOSTROPHES}]${SPACED_LETTERS})*`
/** Symbols that are read aloud. Without them, "5 < 3" and "5 > 3" would be equal. */
const SYMBOL = '[&%‰+<=>~¬×÷\\p{Sc}]|(?![©®°™℠№])\\p{So}'
const TOKENS = new RegExp(`${NUMBER}|${ABBREVIATION}|${UNSPACED_CHARACTER}|${WORD}|${SYMBOL}`, 'gu')

const EDGE_CHARACTERS = `${APOSTROPHES}${INVISIBLE}${STRETCH}`
const EDGES = `[${EDGE_CHARACTERS}]`
const LEADING = new RegExp(`^${EDGES}+`, 'u')
/** The last character before the edges. A search for the edges themselves would take quadratic time. */
const LAST = new RegExp(`[^${EDGE_CHARACTERS}](?=${EDGES}*$)`, 'u')
const PLAIN = /^[A-Za-z0-9]+$/
const HAS_LETTER = /[\p{L}\p{N}\p{S}&%‰]/u

/**
 * Splits a text into words. A number keeps its sign, its currency and its percent sign: `$35,000,000` is one word. In
 * scripts without spaces, each character is a word. Punctuation is no word. Takes time linear in the text.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(TOKENS)) {
    if (PLAIN.test(found)) {
      words.push({ start: index, end: index + found.length, cased: found, key: found.toLowerCase() })
      continue
    }
    const last = LAST.exec(found)
    if (!last) continue
    const start = index + (LEADING.exec(found)?.[0].length ?? 0)
    const end = index + last.index + last[0].length
    const cased = foldTypography(text.slice(start, end))
    if (HAS_LETTER.test(cased)) words.push({ start, end, cased, key: cased.toLowerCase() })
  }
  return words
}
