import { Signal } from '../lexicon/signals.ts'
import type { Document, Token } from '../types/document.ts'

/** A quotation mark of the text. The spaces around a mark tell its direction. */
export interface QuotationMark {
  /** The index of the mark's token. */
  readonly token: number
  readonly double: boolean
  readonly style: 'curly' | 'straight' | 'apostrophes' | 'single' | 'guillemets'
  /** The direction that the mark's shape tells; null for straight marks. */
  readonly shape: 'open' | 'close' | null
  /** The direction that the spaces around the mark tell; null if they tell none. */
  readonly place: 'open' | 'close' | null
}

const STYLES: Readonly<Record<string, QuotationMark['style']>> = {
  '"': 'straight',
  '＂': 'straight',
  "''": 'apostrophes',
  '``': 'apostrophes',
  '«': 'guillemets',
  '»': 'guillemets',
}
const OPENING: ReadonlySet<string> = new Set(['“', '„', '‟', '``', '‘‘', '«', '‘', '‚', '‛', '`', '‹'])
const CLOSING: ReadonlySet<string> = new Set(['”', '’’', '»', '’', '›', '´'])
/** Words that begin with an apostrophe instead of their first letters: "'em", "'til", "'90s". */
const ELIDED: ReadonlySet<string> = new Set(
  'em til till tis twas cause bout n cuz round im ere fraid nother'.split(' '),
)
const BEFORE_OPENING = /^(?:''|``|["'“”‘’([{—–/:…]|-+)$/
const AFTER_CLOSING = /^(?:''|’’|["'“”‘’)\]}—–/,.;:!?…]|-+|\.+)$/

/** Returns the quotation marks among the tokens `[first, last)`, in order, without recognizable apostrophes. */
export function marksIn({ tokens, signals }: Document, first: number, last: number): QuotationMark[] {
  const marks: QuotationMark[] = []
  for (let index = first; index < last; index++) {
    if (!((signals[index] as number) & Signal.quotationMark)) continue
    const mark = markAt(tokens, index, first, last)
    if (mark.double || !isApostrophe(tokens, mark, last)) marks.push(mark)
  }
  return marks
}

function markAt(tokens: readonly Token[], index: number, first: number, last: number): QuotationMark {
  const { text, lower } = tokens[index] as Token
  const double = lower === '"'
  const shape = OPENING.has(text) ? 'open' : CLOSING.has(text) ? 'close' : null
  const style = double ? (STYLES[text] ?? 'curly') : 'single'
  return { token: index, double, style, shape, place: placeOf(tokens, index, first, last) }
}

function placeOf(
  tokens: readonly Token[],
  index: number,
  first: number,
  last: number,
): QuotationMark['place'] {
  const token = tokens[index] as Token
  const before = index > first ? tokens[index - 1] : undefined
  const after = index + 1 < last ? tokens[index + 1] : undefined
  const opensBefore = !before || before.end < token.start || BEFORE_OPENING.test(before.text)
  const opensAfter = !after || after.start > token.end || AFTER_CLOSING.test(after.text)
  return opensBefore === opensAfter ? null : opensBefore ? 'open' : 'close'
}

/**
 * Returns true for a single mark that is no quotation mark: an apostrophe in "'90s" or "rock 'n' roll", a sign for feet
 * or minutes.
 */
function isApostrophe(tokens: readonly Token[], mark: QuotationMark, last: number): boolean {
  if (mark.place === null && mark.shape === null) return true
  const after = tokens[mark.token + 1]
  if (mark.place === 'open' && mark.token + 1 < last && after) {
    return ELIDED.has(after.lower) || /^\d\ds?$/.test(after.lower)
  }
  const before = tokens[mark.token - 1]
  return before?.kind === 'number' && mark.shape === null
}
