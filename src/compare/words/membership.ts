import type { Span } from '../../core/span.ts'

/** Returns a test for spans that are asked in text order: whether one of `parts` holds them. Linear in all. */
export function membershipOf(parts: readonly Span[]): (span: Span) => boolean {
  const inOrder = [...parts].sort((a, b) => a.start - b.start)
  let at = 0
  return ({ start, end }) => {
    while (at < inOrder.length && inOrder[at]!.end <= start) at++
    return at < inOrder.length && inOrder[at]!.start <= start && end <= inOrder[at]!.end
  }
}
