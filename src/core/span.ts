/**
 * A piece of a text: half-open `[start, end)` in UTF-16 code units, as `String.prototype.slice` takes them.
 * Never two loose numbers: a span travels whole.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the characters it covers: evidence that can be checked without the text. */
export interface Quoted extends Span {
  readonly exact: string
}

/** The characters a span covers. */
export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** A span with its characters, taken from the text it points into. */
export const quote = (text: string, span: Span): Quoted => ({
  start: span.start,
  end: span.end,
  exact: sliceOf(text, span),
})

/** True where `slice(start, end) === exact`: the one property every piece of evidence has. */
export const isExact = (text: string, quoted: Quoted): boolean => sliceOf(text, quoted) === quoted.exact

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The smallest span that holds all of the given ones; undefined for none. */
export function cover(spans: readonly Span[]): Span | undefined {
  const first = spans[0]
  if (!first) return undefined
  let { start, end } = first
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}

/** The text on either side of a span: at most `length` UTF-16 code units of it, cut between characters. */
export const surroundings = (
  text: string,
  { start, end }: Span,
  length: number,
): { readonly before: string; readonly after: string } => ({
  before: wholeCharacters(text.slice(Math.max(0, start - length), start)),
  after: wholeCharacters(text.slice(end, end + length)),
})

/** Cutting at a code unit may leave half of a surrogate pair at either end. */
const wholeCharacters = (cut: string): string => cut.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')

/**
 * The same span counted in Unicode code points, as the W3C Web Annotation TextPositionSelector demands.
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
