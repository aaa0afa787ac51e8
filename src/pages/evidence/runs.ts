import type { Span } from '../../core/span.ts'

/** A span of a text with the name of its mark. Several spans can have one name. */
export interface MarkedSpan<Mark> extends Span {
  readonly mark: Mark
}

/** A piece of a text in which the marks do not change. */
export interface Run<Mark> extends Span {
  readonly exact: string
  /** The marks that cover the piece, in the order of the spans. */
  readonly marks: readonly Mark[]
}

/**
 * Cuts a part of a text where marks begin and end. The pieces stand one after another and are the part exactly, so
 * overlapping marks need no nesting.
 */
export function runsOf<Mark>(
  text: string,
  { start, end }: Span,
  spans: readonly MarkedSpan<Mark>[],
): Run<Mark>[] {
  const inside = spans.filter((span) => span.start < end && span.end > start)
  const edges = new Set([start, end])
  for (const span of inside) {
    edges.add(Math.max(start, span.start))
    edges.add(Math.min(end, span.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!
    const marks = inside.filter((span) => span.start <= from && span.end >= to).map(({ mark }) => mark)
    return { start: from, end: to, exact: text.slice(from, to), marks: [...new Set(marks)] }
  })
}
