import type { Evidence, Utterance } from './schema.ts'

/** The kinds of evidence of which an utterance has one piece at most. */
type EvidenceKind = 'cue' | 'speaker' | 'antecedent' | 'role' | 'date' | 'venue' | 'addressee' | 'relay'

/** The part of an utterance that holds its evidence. */
type Proven = Pick<Utterance, 'cue' | 'said' | 'venue' | 'addressee' | 'relay'> & {
  readonly speaker: Pick<Utterance['speaker'], 'mention' | 'antecedent' | 'role_evidence'>
}

/** Returns the evidence of an utterance beside its words, each piece with its kind. */
export const evidenceOf = ({
  cue,
  speaker,
  said,
  venue,
  addressee,
  relay,
}: Proven): readonly (readonly [kind: EvidenceKind, piece: Evidence])[] =>
  (
    [
      ['cue', cue],
      ['speaker', speaker.mention],
      ['antecedent', speaker.antecedent],
      ['role', speaker.role_evidence],
      ['date', said.expression],
      ['venue', venue],
      ['addressee', addressee],
      ['relay', relay],
    ] as const
  ).flatMap(([kind, piece]) => (piece ? [[kind, piece] as const] : []))
