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
      confidence: trust,
      speakerConfidence: speakerConfidence[index] ?? null,
      rule,
    }
  })
}
