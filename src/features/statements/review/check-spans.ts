import { DomainError, type Fault } from '../../../core/errors.ts'
import { isExact, type Quoted } from '../../../core/span.ts'
import type { EvidenceField } from '../../../record/utterances/schema.ts'
import type { Correction, SaidCorrection, SpeakerCorrection } from './schema.ts'

/** The length of text that a message quotes, in UTF-16 code units. */
const SHOWN_MAX = 60

/**
 * Checks that every span of a correction covers its words in the text.
 * @throws DomainError `span_mismatch` with a pointer to each faulty span.
 */
export function checkSpans(text: string, correction: Correction): void {
  const faults: Fault[] = []
  for (const [pointer, span] of spansOf(correction)) {
    const ordered = span.start < span.end && span.end <= text.length
    if (!ordered || !isExact(text, span)) {
      faults.push({ pointer, code: 'span_mismatch', message: messageFor(text, span) })
    }
  }
  const [first] = faults
  if (first) throw new DomainError('span_mismatch', `${first.pointer}: ${first.message}`, faults)
}

/** The evidence fields of a shape in a correction. */
type Given<Shape> = Readonly<Record<EvidenceField<Shape>, Quoted | null | undefined>>

function spansOf({ segments = [], quoted = [], speaker, said, ...rest }: Correction): [string, Quoted][] {
  const { cue, venue, addressee, relay } = rest
  const { mention, antecedent, role_evidence } = speaker ?? {}
  const evidence: Given<Correction> = { cue, venue, addressee, relay }
  const ofSpeaker: Given<SpeakerCorrection> = { mention, antecedent, role_evidence }
  const ofDate: Given<SaidCorrection> = { expression: said?.expression }
  const single = [
    ...Object.entries(ofSpeaker).map(([name, span]) => [`/speaker/${name}`, span] as const),
    ...Object.entries(ofDate).map(([name, span]) => [`/said/${name}`, span] as const),
    ...Object.entries(evidence).map(([name, span]) => [`/${name}`, span] as const),
  ]
  return [
    ...segments.map((span, index): [string, Quoted] => [`/segments/${index}`, span]),
    ...quoted.map((span, index): [string, Quoted] => [`/quoted/${index}`, span]),
    ...single.flatMap(([pointer, span]): [string, Quoted][] => (span ? [[pointer, span]] : [])),
  ]
}

function messageFor(text: string, { start, end, exact }: Quoted): string {
  if (start >= end) return '`start` must be less than `end`.'
  const found = text.indexOf(exact)
  const hint =
    exact === '' || found === -1
      ? ' The given words are not in the text.'
      : ` The given words are at ${found} to ${found + exact.length}.`
  if (end > text.length) return `The text ends at ${text.length}.${hint}`
  const there = text.slice(start, Math.min(end, start + SHOWN_MAX))
  return `The text from ${start} to ${end} is ${JSON.stringify(there)}.${hint}`
}
