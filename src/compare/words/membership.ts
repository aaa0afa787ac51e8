import type { Span } from '../../core/span.ts'

/**
 * Returns a function that tells whether one of `parts` holds a span. Call it with spans in text order. Takes linear
 * time for all spans together.
 */
export function membershipOf(parts: readonly Span[]): (span: Span) => boolean {
  const inOrder = [...parts].sort((a, b) => a.start - b.start)
  let at = 0
  return ({ start, end }) => {
    while (at < inOrder.length && inOrder[at]!.end <= start) at++
    return at < inOrder.length && inOrder[at]!.start <= start && end <= inOrder[at]!.end
  }
}
