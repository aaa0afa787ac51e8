/** Look-ups by character offset, each by bisection. They run for each word, so they do not call a test for each step. */
import type { Span } from '../../core/span.ts'
import type { Document, Token } from '../types/document.ts'

/** Returns the index of the first token that starts at or after an offset; the number of tokens if there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Returns the index of the last sentence that starts at or before an offset; -1 if there is none. */
export const sentenceIndexAt = ({ tokens }: Document, offset: number): number =>
  tokens[tokenAt(tokens, offset + 1) - 1]?.sentence ?? -1

/**
 * Returns the index of the first span that ends after an offset; the number of spans if there is none. The ends of the
 * spans must be in ascending order.
 */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
