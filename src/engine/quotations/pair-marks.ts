import type { Document } from '../types/document.ts'
import { marksIn, type QuotationMark } from './quotation-marks.ts'

/** An opening mark and its closing mark, as token indices. */
export interface MarkPair {
  readonly open: QuotationMark
  /** The token of the closing mark; if `closed` is false, the token after the last word. */
  readonly close: number
  readonly closed: boolean
  readonly depth: number
}

interface Open {
  readonly mark: QuotationMark
  readonly depth: number
}

/**
 * Pairs the quotation marks of the tokens `[first, last)`, one paragraph. A mark that can face both ways closes an open
 * quotation, or opens a quotation if none is open. A quotation without a closing mark ends at the end of the range,
 * with `closed` false. Reads the marks once and to a limited depth, so the time is linear.
 */
export function pairMarks(document: Document, first: number, last: number): MarkPair[] {
  const marks = marksIn(document, first, last)
  if (marks.length === 0) return []
  const closers = closersAfter(document, marks)
  const pairs: MarkPair[] = []
  let open: readonly Open[] = []
  for (const [position, mark] of marks.entries()) {
    open = mark.double
      ? stepDouble(pairs, open, marks, position)
      : stepSingle(pairs, open, mark, closers[position] ?? -1)
  }
  for (const { mark, depth } of open) {
    if (mark.double) pairs.push({ open: mark, close: last, closed: false, depth })
  }
  return pairs.sort((a, b) => a.open.token - b.open.token)
}

/** The deepest nesting of quotations. */
const MAX_DEPTH = 3

function stepDouble(
  pairs: MarkPair[],
  open: readonly Open[],
  marks: readonly QuotationMark[],
  position: number,
): readonly Open[] {
  const mark = marks[position] as QuotationMark
  const current = open.findLastIndex((item) => item.mark.double)
  if (current < 0) return facesOnlyBack(mark) ? open : push(open, mark)
  if (opensInside(open[current] as Open, marks, position)) {
    if (isNested(marks, position) && open.length < MAX_DEPTH) return push(open, mark)
    const { mark: unclosed, depth } = open[current] as Open
    pairs.push({ open: unclosed, close: mark.token, closed: false, depth })
    return push(open.slice(0, current), mark)
  }
  const { mark: opening, depth } = open[current] as Open
  pairs.push({ open: opening, close: mark.token, closed: true, depth })
  return open.slice(0, current)
}

const push = (open: readonly Open[], mark: QuotationMark): Open[] => [...open, { mark, depth: open.length }]

/** Returns true for a mark whose place closes a quotation and whose shape does not contradict the place. */
const facesOnlyBack = (mark: QuotationMark): boolean => mark.place === 'close' && mark.shape !== 'open'

/** Returns true if a double mark inside an open quotation opens another quotation. */
function opensInside(open: Open, marks: readonly QuotationMark[], position: number): boolean {
  const mark = marks[position] as QuotationMark
  if (mark.place === 'open') return mark.shape !== 'close' || open.mark.style !== mark.style
  return mark.place === null && mark.shape === 'open'
}

/** Returns true if two closing marks follow. The mark at `position` then opens an inner quotation. */
function isNested(marks: readonly QuotationMark[], position: number): boolean {
  const next = marks.slice(position + 1, position + 8).filter((mark) => mark.double)
  const closes = (mark: QuotationMark | undefined) =>
    mark !== undefined && (mark.shape ?? mark.place) === 'close'
  return closes(next[0]) && closes(next[1])
}

function stepSingle(
  pairs: MarkPair[],
  open: readonly Open[],
  mark: QuotationMark,
  closer: number,
): readonly Open[] {
  const current = open.findLastIndex((item) => !item.mark.double)
  const opening = open[current]
  const inner = open.findLastIndex((item) => item.mark.double)
  if (opening && current > inner && (mark.shape ?? mark.place) !== 'open' && mark.place !== 'open') {
    if (closer !== -2) {
      pairs.push({ open: opening.mark, close: mark.token, closed: true, depth: opening.depth })
      return open.slice(0, current)
    }
    return open
  }
  const opens = mark.place === 'open' && mark.shape !== 'close' && closer >= 0
  if (!opens || open.length >= MAX_DEPTH || (opening && current > inner)) return open
  return push(open, mark)
}

/**
 * Returns, for each single mark, the token of the next mark that can close it; -1 if the double quotation ends first.
 * Returns -2 for a mark that is probably the apostrophe of a plural ("the workers' union"), if a better mark follows.
 */
function closersAfter(document: Document, marks: readonly QuotationMark[]): number[] {
  const closers = new Array<number>(marks.length).fill(-1)
  let next = -1
  for (let position = marks.length - 1; position >= 0; position--) {
    const mark = marks[position] as QuotationMark
    if (mark.double) {
      if ((mark.shape ?? mark.place) === 'close') next = -1
      continue
    }
    const closes = mark.shape !== 'open' && mark.place === 'close'
    if (closes && isPlural(document, mark) && next >= 0) closers[position] = -2
    else closers[position] = next
    if (closes && closers[position] !== -2) next = mark.token
    if (mark.place === 'open') next = -1
  }
  return closers
}

function isPlural({ tokens }: Document, mark: QuotationMark): boolean {
  const before = tokens[mark.token - 1]
  const after = tokens[mark.token + 1]
  return Boolean(before?.lower.endsWith('s') && after?.kind === 'word' && after.sentence === before.sentence)
}
