import type { Span } from '../../core/span.ts'
import type { Said, Speaker, Statement } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'

/** The details of each finding, in arrays parallel to the findings. */
export interface FindingDetails {
  readonly speakers: readonly Speaker[]
  readonly said: readonly Said[]
  /** From 0 to 1; see `Statement.confidence`. */
  readonly confidence: readonly number[]
  /** See `Statement.speakerConfidence`. */
  readonly speakerConfidence: readonly (number | null)[]
}

/**
 * Builds the statements from findings with their speakers, dates and confidence. A finding that lacks one is left
 * out.
 */
export function assemble(
  findings: readonly Finding[],
  { speakers, said, confidence, speakerConfidence }: FindingDetails,
): Statement[] {
  const outer = outerPieces(findings)
  return findings.flatMap((finding, index) => {
    const speaker = speakers[index]
    const date = said[index]
    const trust = confidence[index]
    if (!speaker || !date || trust === undefined) return []
    const { type, polarity, content, quoted, cue, venue, addressee, relay, rule } = finding
    return {
      type,
      polarity,
      content,
      quoted,
      cue: cue && { start: cue.start, end: cue.end },
      speaker,
      said: date,
      venue,
      addressee,
      relay,
      within: outer[index] ?? null,
      confidence: trust,
      speakerConfidence: speakerConfidence[index] ?? null,
      rule,
    }
  })
}

/**
 * Returns, for each finding, the smallest piece of another finding's words that holds all of its words; undefined if
 * there is none. Takes time linear in the number of pieces, besides sorting.
 */
function outerPieces(findings: readonly Finding[]): (Span | undefined)[] {
  const pieces = findings.flatMap(({ content }, finding) => content.map((span) => ({ span, finding })))
  pieces.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const outer: (Span | undefined)[] = findings.map(() => undefined)
  const open: typeof pieces = []
  for (const piece of pieces) {
    const { span, finding } = piece
    while (open.length > 0 && open[open.length - 1]!.span.end < span.end) open.pop()
    const around = open[open.length - 1]
    const words = findings[finding]?.content ?? []
    const isFirst = words[0] === span
    const last = words[words.length - 1]
    const isInside = around && around.finding !== finding && last && last.end <= around.span.end
    if (isFirst && isInside && isShort(around.span) && !isSame(around.span, span))
      outer[finding] = around.span
    open.push(piece)
  }
  return outer
}

/** The longest outer piece, so that reports inside it do not repeat much text. */
const LONGEST_OUTER = 2000

const isShort = ({ start, end }: Span): boolean => end - start <= LONGEST_OUTER
const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
