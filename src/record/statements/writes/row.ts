import { SPAN_KINDS, type SpanKind } from '../../../core/vocabulary.ts'
import { placeWords } from '../../search/placed-words.ts'
import type { Evidence } from '../../utterances/schema.ts'
import type { NewStatement } from './schema.ts'

/** Returns the columns of a new statement, for `jsonb_populate_recordset`. */
export function toInsertRow({ id, utterance, officialId, organizationId }: NewStatement) {
  const { speaker, said, context } = utterance
  return {
    id,
    start_offset: utterance.segments[0]?.start,
    type: utterance.type,
    polarity: utterance.polarity,
    text: utterance.text,
    context_before: context.before,
    context_after: context.after,
    speaker_kind: speaker.kind,
    speaker_name: speaker.name,
    official_id: officialId,
    organization_id: organizationId,
    role: speaker.role,
    role_former: speaker.former,
    attribution: speaker.attribution,
    candidates: speaker.candidates,
    said_edtf: said.edtf,
    said_earliest: said.earliest,
    said_latest: said.latest,
    said_precision: said.precision,
    said_basis: said.basis,
    confidence: utterance.confidence,
    speaker_confidence: utterance.speaker_confidence,
    rule: utterance.rule,
    speaker_rule: speaker.rule,
  }
}

const WRITTEN: Readonly<Record<Exclude<keyof ReturnType<typeof toInsertRow>, 'id'>, true>> = {
  start_offset: true,
  type: true,
  polarity: true,
  text: true,
  context_before: true,
  context_after: true,
  speaker_kind: true,
  speaker_name: true,
  official_id: true,
  organization_id: true,
  role: true,
  role_former: true,
  attribution: true,
  candidates: true,
  said_edtf: true,
  said_earliest: true,
  said_latest: true,
  said_precision: true,
  said_basis: true,
  confidence: true,
  speaker_confidence: true,
  rule: true,
  speaker_rule: true,
}

/** The columns that a new text or a reviewer can change: all except the id. */
export const INSERT_COLUMNS: readonly string[] = Object.keys(WRITTEN)

/**
 * Returns the words of a new statement for `vectors_of_words`, as the function `statement_words` reads them. Returns null
 * if the database must read them.
 */
export function placeWordsOf({ utterance, names }: NewStatement): string | null {
  if (!names) return null
  const { text, speaker } = utterance
  const others = [names.official, names.organization].filter((name) => name !== speaker.name)
  const named = [speaker.name, ...others].filter((name) => name !== null)
  return placeWords([
    { text, weight: 'A' },
    { text: named.join(' | '), weight: 'B' },
    { text: speaker.role ?? '', weight: 'C' },
  ])
}

/** Returns a row for each span of a new statement. */
export function toSpanRows({ id, utterance }: NewStatement) {
  const { speaker } = utterance
  const spans: Record<SpanKind, readonly (Evidence | null)[]> = {
    content: utterance.segments,
    quoted: utterance.quoted,
    speaker: [speaker.mention],
    cue: [utterance.cue],
    antecedent: [speaker.antecedent],
    role: [speaker.role_evidence],
    expression: [utterance.said.expression],
    venue: [utterance.venue],
    addressee: [utterance.addressee],
    relay: [utterance.relay],
    // Revisions from before this field lack it.
    within: [utterance.within ?? null],
  }
  return SPAN_KINDS.flatMap((kind) =>
    spans[kind]
      .filter((span) => span !== null)
      .map(({ start, end, exact }, ordinal) => ({
        statement_id: id,
        kind,
        ordinal,
        start_offset: start,
        end_offset: end,
        exact,
      })),
  )
}
