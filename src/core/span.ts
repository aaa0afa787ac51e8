/**
 * A part of a text: the half-open range `[start, end)` in UTF-16 code units, in the form of `String.prototype.slice`.
 * Pass spans, not pairs of numbers.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span with the characters it covers: evidence that a reader can check without the text. */
export interface Quoted extends Span {
  readonly exact: string
}

/** Returns the characters that a span covers. */
export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Adds to a span the characters that it covers. */
export const quote = (text: string, span: Span): Quoted => ({
  start: span.start,
  end: span.end,
  exact: sliceOf(text, span),
})

/** Returns true if `slice(start, end) === exact`, which must hold for all evidence. */
export const isExact = (text: string, quoted: Quoted): boolean => sliceOf(text, quoted) === quoted.exact

/** Returns true if `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** Returns true if two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Returns the text before and after a span: at most `length` UTF-16 code units each, cut between characters. */
export const surroundings = (
  text: string,
  { start, end }: Span,
  length: number,
): { readonly before: string; readonly after: string } => ({
  before: wholeCharacters(text.slice(Math.max(0, start - length), start)),
  after: wholeCharacters(text.slice(end, end + length)),
})

/** Removes half of a surrogate pair at the start and at the end. A cut between two code units can leave one. */
const wholeCharacters = (cut: string): string => cut.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')

/**
 * Converts a span to Unicode code points, as the W3C Web Annotation TextPositionSelector requires.
 * Takes time linear in `span.end`.
 */
export function toCodePoints(text: string, span: Span): Span {
  const start = codePointsBefore(text, 0, span.start)
  return { start, end: start + codePointsBefore(text, span.start, span.end) }
}

function codePointsBefore(text: string, from: number, to: number): number {
  let count = to - from
  for (let index = from; index + 1 < to; index++) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      count--
      index++
    }
  }
  return count
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
