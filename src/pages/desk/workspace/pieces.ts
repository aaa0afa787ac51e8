import { contains, type Quoted, quote, type Span } from '../../../core/span.ts'
import type { StatementType } from '../../../core/vocabulary.ts'

/** The pieces of text that a statement consists of, in text order. */
export type Pieces = readonly Span[]

/** A change of one piece by one word, or of the number of pieces. */
const STEP = /^(\d{1,2}):(start|end|remove):?(back|on)?$/

/** The steps that move an edge of a piece, with their words. */
export const EDGE_STEPS = [
  { step: 'start:back', words: 'one word earlier', edge: 'Begin' },
  { step: 'start:on', words: 'one word later', edge: 'Begin' },
  { step: 'end:back', words: 'one word earlier', edge: 'End' },
  { step: 'end:on', words: 'one word later', edge: 'End' },
] as const

/** Words, and single signs that are no letters or digits, so that a quotation mark is a step of its own. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu
/** The characters around an edge in which the next word is looked for. */
const REACH = 400

/** Writes pieces as text: `120-180,200-240`. */
export const writePieces = (pieces: Pieces): string =>
  pieces.map(({ start, end }) => `${start}-${end}`).join(',')

/**
 * Reads pieces from text. Sorts them, and joins those that overlap.
 * @returns null if they are malformed or lie outside the text.
 */
export function readPieces(given: string, text: string): Pieces | null {
  const pieces: Span[] = []
  for (const part of given.split(',')) {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(part) ?? []
    const span = { start: Number(start), end: Number(end) }
    if (start === undefined || span.start >= span.end || span.end > text.length) return null
    pieces.push(span)
  }
  const sorted: { start: number; end: number }[] = []
  for (const { start, end } of pieces.sort((a, b) => a.start - b.start)) {
    const before = sorted.at(-1)
    if (before && start < before.end) before.end = Math.max(before.end, end)
    else sorted.push({ start, end })
  }
  return sorted
}

/** Returns the pieces after a step, such as `0:start:back`. An impossible step changes nothing. */
export function afterStep(pieces: Pieces, step: string, text: string): Pieces {
  const [, number, edge, direction] = STEP.exec(step) ?? []
  const index = Number(number)
  const piece = number === undefined ? undefined : pieces[index]
  if (!piece) return pieces
  if (edge === 'remove') return pieces.length > 1 ? pieces.filter((_, at) => at !== index) : pieces
  const moved = edge === 'start' ? withStart(piece, direction, text) : withEnd(piece, direction, text)
  const after = pieces[index - 1]?.end ?? 0
  const before = pieces[index + 1]?.start ?? text.length
  if (moved.start >= moved.end || moved.start < after || moved.end > before) return pieces
  return pieces.map((one, at) => (at === index ? moved : one))
}

function withStart(piece: Span, direction: string | undefined, text: string): Span {
  if (direction === 'back') {
    const word = wordsIn(text, piece.start - REACH, piece.start).at(-1)
    return word ? { ...piece, start: word.start } : piece
  }
  const next = wordsIn(text, piece.start, piece.end).find(({ start }) => start > piece.start)
  return next ? { ...piece, start: next.start } : piece
}

function withEnd(piece: Span, direction: string | undefined, text: string): Span {
  if (direction === 'on') {
    const word = wordsIn(text, piece.end, piece.end + REACH)[0]
    return word ? { ...piece, end: word.end } : piece
  }
  const word = wordsIn(text, piece.start, piece.end).findLast(({ end }) => end < piece.end)
  return word ? { ...piece, end: word.end } : piece
}

function wordsIn(text: string, from: number, to: number): Span[] {
  const start = Math.max(0, from)
  return [...text.slice(start, to).matchAll(WORD)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
}

const QUOTED = /“[^”]+”?|„[^“”]+[“”]?|«[^»]+»?|"[^"]+"?/gu

/** The pieces of a statement, and those in quotation marks, in the form of a correction. */
export interface QuotedPieces {
  readonly segments: readonly Quoted[]
  readonly quoted: readonly Quoted[]
}

/**
 * Returns the pieces of a statement of this type, with the pieces of it that stand in quotation marks.
 * @param known the pieces that stood in quotation marks so far. Those that still lie inside stay.
 */
export function quotedPieces(
  pieces: Pieces,
  type: StatementType,
  text: string,
  known: readonly Quoted[],
): QuotedPieces {
  const segments = pieces.map((piece) => quote(text, piece))
  if (type === 'direct') return { segments, quoted: segments }
  if (type === 'indirect') return { segments, quoted: [] }
  const kept = known.filter((piece) => segments.some((segment) => contains(segment, piece)))
  return { segments, quoted: kept.length > 0 ? kept : segments.flatMap((segment) => inMarks(segment, text)) }
}

/** Returns the words of a piece that stand between quotation marks, without the marks. */
const inMarks = ({ start, exact }: Quoted, text: string): Quoted[] =>
  [...exact.matchAll(QUOTED)].map(({ 0: marked, index }) => {
    const from = start + index + 1
    return quote(text, { start: from, end: from + marked.slice(1).replace(/[”“»"]$/u, '').length })
  })
