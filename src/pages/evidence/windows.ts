import type { Span } from '../../core/span.ts'

/** The most characters around a span that are shown if its paragraph is longer. */
const AROUND_MAX = 260
/** Two windows with fewer characters between them become one. */
const JOIN_MAX = 160

/**
 * Returns the parts of a text around spans: their paragraphs, cut at a word if they are long. Parts that are near each
 * other become one.
 */
export function windowsAround(text: string, spans: readonly Span[]): Span[] {
  const windows: { start: number; end: number }[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const window = windowOf(text, span)
    const before = windows.at(-1)
    if (before && window.start - before.end < JOIN_MAX) before.end = Math.max(before.end, window.end)
    else windows.push(window)
  }
  return windows
}

function windowOf(text: string, { start, end }: Span): { start: number; end: number } {
  const paragraphStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const paragraphEnd = lineEnd < 0 ? text.length : lineEnd
  return {
    start: start - paragraphStart > AROUND_MAX ? wordStart(text, start - AROUND_MAX, start) : paragraphStart,
    end: paragraphEnd - end > AROUND_MAX ? wordEnd(text, end + AROUND_MAX, end) : paragraphEnd,
  }
}

/** Returns the first start of a word from a place on; a text without spaces is cut between characters. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s/)
  return space < 0 ? betweenCharacters(text, from) : from + space + 1
}

function wordEnd(text: string, to: number, after: number): number {
  const space = text.slice(after, to).search(/\s\S*$/)
  return space <= 0 ? betweenCharacters(text, to) : after + space
}

/** Moves a place out of the middle of a surrogate pair. */
const betweenCharacters = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
