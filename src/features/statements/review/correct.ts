import type { Fault } from '../../../core/errors.ts'
import { fieldFault, invalidField, rejectFaults } from '../../../core/faults.ts'
import { contains, type Quoted } from '../../../core/span.ts'
import { wordingOf } from '../../../core/wording.ts'
import { contextOf } from '../../../engine/index.ts'
import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { checkSpans } from './check-spans.ts'
import { type ResolvedSpeaker, withSpeaker } from './correct-speaker.ts'
import type { Correction, SaidCorrection } from './schema.ts'

/**
 * Returns a statement after a correction. Dependent fields change too: new words get a new context, and a new speaker
 * loses the old role.
 * @param text the snapshot to which the statement's offsets refer.
 * @throws DomainError `span_mismatch` for a span that does not cover its words; `invalid_body` for contradictions. Both
 * have pointers into the correction.
 */
export function correct(
  record: StatementRecord,
  correction: Correction,
  resolved: ResolvedSpeaker,
  text: string,
): StatementRecord {
  checkSpans(text, correction)
  const { polarity = record.polarity } = correction
  const { cue = record.cue, venue = record.venue } = correction
  const { addressee = record.addressee, relay = record.relay } = correction
  const kept = { ...record, polarity, cue, venue, addressee, relay }
  return withSaid(
    withSpeaker(withWords(kept, correction, text), correction.speaker, resolved),
    correction.said,
  )
}

function withWords(record: StatementRecord, correction: Correction, text: string): StatementRecord {
  if (!correction.type && !correction.segments && !correction.quoted) return record
  const type = correction.type ?? record.type
  const segments = [...(correction.segments ?? record.segments)]
  const inside = (piece: Quoted): boolean => segments.some((segment) => contains(segment, piece))
  const implied = { direct: segments, mixed: record.quoted.filter(inside), indirect: [] }
  const quoted = [...(correction.quoted ?? implied[type])]
  rejectFaults([
    ...orderFaults(segments, '/segments'),
    ...orderFaults(quoted, '/quoted'),
    ...quoted.flatMap((piece, index) =>
      inside(piece) ? [] : [fieldFault(`/quoted/${index}`, 'Must lie within one of the segments.')],
    ),
    ...typeFaults(type, segments, quoted),
  ])
  const { within: outer } = record
  return {
    ...record,
    within: outer && segments.every((segment) => contains(outer, segment)) ? outer : null,
    type,
    verbatim: type === 'direct',
    text: wordingOf(text, segments),
    segments,
    quoted,
    context: contextOf(text, segments),
  }
}

/** Returns the faults of quoted pieces that do not fit the type, because a paraphrase must never look verbatim. */
function typeFaults(type: StatementRecord['type'], segments: readonly Quoted[], quoted: readonly Quoted[]) {
  if (type === 'direct' && !segments.every((one) => quoted.some((piece) => contains(piece, one))))
    return [
      fieldFault(
        '/quoted',
        'A direct statement is completely in quotation marks. List every segment in `quoted`.',
      ),
    ]
  if (type === 'mixed' && quoted.length === 0)
    return [fieldFault('/quoted', 'A mixed statement contains quoted words. List them.')]
  if (type === 'indirect' && quoted.length > 0)
    return [
      fieldFault('/quoted', 'An indirect statement contains no quoted words. Change the type to mixed.'),
    ]
  return []
}

const orderFaults = (spans: readonly Quoted[], pointer: string): Fault[] =>
  spans.flatMap(({ start }, index) =>
    index > 0 && start < spans[index - 1]!.end
      ? [fieldFault(`${pointer}/${index}`, 'Must start after the end of the piece before.')]
      : [],
  )

function withSaid(record: StatementRecord, given: SaidCorrection | undefined): StatementRecord {
  if (!given) return record
  const { edtf, earliest, latest, precision } = given.edtf
  if (given.basis === 'publication' && earliest !== null) {
    throw invalidField(
      '/said/basis',
      'With "publication", the date must be an open interval, such as ../2025-01.',
    )
  }
  const expression = given.expression ?? null
  return { ...record, said: { edtf, earliest, latest, precision, basis: given.basis, expression } }
}
