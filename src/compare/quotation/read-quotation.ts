import { type Quoted, quote, type Span } from '../../core/span.ts'
import { weightOf } from '../language/function-words.ts'
import { isUnspaced } from '../words/characters.ts'
import { membershipOf } from '../words/membership.ts'
import { readWords, type Word } from '../words/read-words.ts'
import {
  type Bracket,
  findBrackets,
  findOmissions,
  findPieces,
  masked,
  startsInBrackets,
  withItsBrackets,
} from './marks.ts'

/** A word of a quotation. */
export interface QuoteWord extends Word {
  /** True if the place of the word can explain a capital: after a mark or an omission, or at the start. */
  readonly mayStart: boolean
  /** True if a letter of the word stands in brackets: `[T]he`. */
  readonly isBracketed: boolean
}

/** The mark that separates a fragment of a quotation from the fragment before. */
export interface Join extends Quoted {
  /** ellipsis: words are left out; gloss: words of the editor; narration: words of the report between two pieces. */
  readonly kind: 'ellipsis' | 'gloss' | 'narration'
}

/** Words of a quotation that must stand together in the statement. */
export interface Fragment {
  readonly words: readonly QuoteWord[]
  /**
   * The marks before the fragment. The first fragment has marks only if the quotation begins with an omission or a
   * gloss.
   */
  readonly joins: readonly Join[]
}

/** One interpretation of the brackets and marks of a quotation. */
export interface Reading {
  /**
   * as-written: the speaker said the words in brackets; edited: the editor added the words in brackets; pieces: only
   * words in quotation marks count.
   */
  readonly kind: 'as-written' | 'edited' | 'pieces'
  readonly fragments: readonly Fragment[]
  /** Omissions and glosses after the last word. */
  readonly tail: readonly Join[]
  readonly words: readonly QuoteWord[]
}

/** A quotation as an editor wrote it, with its readings. */
export interface Quotation {
  readonly text: string
  /** The readings that have enough words to judge, the most literal reading first. Empty if the text is too short. */
  readonly readings: readonly Reading[]
}

/** The fewest words of a reading with a content word, and the fewest words of any other reading. */
const WORDS_MIN = 2
const FUNCTION_WORDS_MIN = 6

/** Reads a quotation: its marks, omissions and brackets. Accepts any text and takes time linear in its length. */
export function readQuotation(text: string): Quotation {
  const omissions = findOmissions(text)
  const brackets = findBrackets(text, omissions)
  const ellipses: Join[] = omissions.map((span) => ({ ...quote(text, span), kind: 'ellipsis' }))
  const hide = (...kinds: readonly Bracket['kind'][]) => brackets.filter(({ kind }) => kinds.includes(kind))
  const glued = hide('letters').filter(({ start, end }) => isFirstLetter(text, start, end))
  const readings = [readingOf('as-written', text, ellipses, hide('letters'), [])]
  if (brackets.length > 0) {
    const editors = brackets
      .filter((bracket) => !glued.includes(bracket))
      .map((span) => wholeWord(text, span))
    const glosses: Join[] = editors
      .filter(({ kind }) => kind !== 'remark')
      .map((span) => ({ ...quote(text, span), kind: 'gloss' }))
    readings.push(readingOf('edited', text, [...ellipses, ...glosses], glued, editors))
  }
  const pieces = findPieces(text)
  if (pieces.length > 1) {
    const between = gapsBetween(pieces, text.length)
    const narration: Join[] = between.map((span) => ({ ...quote(text, span), kind: 'narration' }))
    const isBetween = membershipOf(between)
    const inside = ellipses.filter((ellipsis) => !isBetween(ellipsis))
    readings.push(readingOf('pieces', text, [...inside, ...narration], hide('letters'), between))
  }
  return { text, readings: readings.filter(isJudgeable) }
}

const isFirstLetter = (text: string, start: number, end: number): boolean =>
  startsInBrackets(text.slice(start, end)) && !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '')

/** Extends a bracket inside a word to the whole word: `[ed]` to `walk[ed]`. */
function wholeWord(text: string, bracket: Bracket): Bracket {
  if (bracket.kind !== 'letters') return bracket
  let { start, end } = bracket
  while (/[\p{L}\p{M}'’]/u.test(text[start - 1] ?? '')) start--
  while (/[\p{L}\p{M}'’]/u.test(text[end] ?? '')) end++
  return { ...bracket, start, end }
}

function gapsBetween(pieces: readonly Span[], length: number): Span[] {
  const ends = [0, ...pieces.map(({ end }) => end)]
  const starts = [...pieces.map(({ start }) => start), length]
  return ends.map((start, index) => ({ start, end: starts[index]! })).filter(({ start, end }) => start < end)
}

/**
 * Builds a reading.
 * @param glued brackets inside words. The words are read without them.
 * @param hidden parts with words that the speaker did not say.
 */
function readingOf(
  kind: Reading['kind'],
  text: string,
  joins: readonly Join[],
  glued: readonly Span[],
  hidden: readonly Span[],
): Reading {
  const shown = masked(text, glued, hidden)
  const inOrder = [...joins].sort((a, b) => a.start - b.start)
  const fragments: { words: QuoteWord[]; joins: Join[] }[] = []
  let waiting: Join[] = []
  let next = 0
  let before = 0
  for (const found of readWords(shown)) {
    const word = { ...found, ...(glued.length > 0 ? withItsBrackets(text, found) : {}) }
    while (next < inOrder.length && inOrder[next]!.start < word.start) waiting.push(inOrder[next++]!)
    const isBracketed = startsInBrackets(text.slice(word.start, word.end))
    const mayStart = /[.!?…:;\n“”"«„([—–]|^['‘]|\s['‘]/u.test(text.slice(before, word.start))
    const isFirst = fragments.length === 0 || waiting.length > 0
    if (isFirst) {
      fragments.push({ words: [], joins: waiting })
      waiting = []
    }
    fragments.at(-1)!.words.push({ ...word, isBracketed, mayStart: isFirst || mayStart })
    before = word.end
  }
  const tail = [...waiting, ...inOrder.slice(next)]
  return { kind, fragments, tail, words: fragments.flatMap(({ words }) => words) }
}

/** Returns true if a reading has enough words, so that a match is no coincidence. */
function isJudgeable({ words }: { readonly words: readonly Word[] }): boolean {
  const size = words.reduce((sum, { key }) => sum + (isUnspaced(key) ? 0.5 : 1), 0)
  return size >= FUNCTION_WORDS_MIN || (size >= WORDS_MIN && words.some(({ key }) => weightOf(key) > 0.25))
}
