import type { Fault } from '../../../core/errors.ts'
import { fieldFault, invalidField, rejectFaults } from '../../../core/faults.ts'
import { contains, type Quoted } from '../../../core/span.ts'
import { wordingOf } from '../../../core/wording.ts'
import { contextOf } from '../../../engine/index.ts'
import type { OfficialReference } from '../../../record/officials/schema.ts'
import type { OrganizationReference } from '../../../record/organizations/schema.ts'
import { BY_PERSON } from '../../../record/statements/schema.ts'
import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { checkSpans } from './check-spans.ts'
import type { Correction, SaidCorrection, SpeakerCorrection } from './schema.ts'

/** The records of a corrected speaker; undefined if the correction does not change them. */
export interface ResolvedSpeaker {
  readonly official: OfficialReference | null | undefined
  readonly organization: OrganizationReference | null | undefined
}

/**
 * Returns a statement after a correction. Dependent fields follow: new words get a new context, and a new speaker
 * loses the old role.
 *
 * @param text the snapshot that the statement's offsets count in.
 * @throws DomainError `span_mismatch` for a span that does not cover its words; `invalid_body` for contradictions.
 *   Both have pointers into the correction.
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
  return {
    ...record,
    type,
    verbatim: type === 'direct',
    text: wordingOf(text, segments),
    segments,
    quoted,
    context: contextOf(text, segments),
  }
}

/** Returns the faults of quoted pieces that do not fit the type: a paraphrase must never look verbatim. */
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

function withSpeaker(
  record: StatementRecord,
  given: SpeakerCorrection | undefined,
  resolved: ResolvedSpeaker,
): StatementRecord {
  if (!given) return record
  const before = record.speaker
  const touched = resolved.official !== undefined
  const organization = resolved.organization !== undefined ? resolved.organization?.name : before.organization
  const saidName =
    given.name !== undefined ? given.name : touched ? (resolved.official?.name ?? null) : before.name
  const attribution =
    given.attribution ?? attributionOf(record, saidName, organization ?? null, given, touched)
  const isUnknown = attribution === 'ambiguous' || attribution === 'none'
  rejectFaults(contradictions(given, isUnknown, attribution, organization ?? null))
  const name = isUnknown ? null : saidName
  const official = isUnknown ? null : touched ? (resolved.official?.id ?? null) : record.official
  const isOther = name !== before.name || official !== record.official
  const role = given.role !== undefined ? given.role : isOther ? null : before.role
  const sameRole = !isOther && role === before.role
  return {
    ...record,
    official,
    organization:
      resolved.organization !== undefined ? (resolved.organization?.id ?? null) : record.organization,
    speaker: {
      name,
      kind: given.kind ?? kindOf(record, name, attribution),
      organization: organization ?? null,
      role,
      former: given.former ?? (sameRole && before.former),
      attribution,
      candidates: [...(given.candidates ?? (attribution === 'ambiguous' ? before.candidates : []))],
      mention: given.mention !== undefined ? given.mention : before.mention,
      antecedent: given.antecedent !== undefined ? given.antecedent : isOther ? null : before.antecedent,
      role_evidence:
        given.role_evidence !== undefined ? given.role_evidence : sameRole ? before.role_evidence : null,
      rule: BY_PERSON,
    },
  }
}

/** Returns how the speaker is known after a person named the speaker. */
function attributionOf(
  { speaker }: StatementRecord,
  name: string | null,
  organization: string | null,
  given: SpeakerCorrection,
  touched: boolean,
): StatementRecord['speaker']['attribution'] {
  if (touched && name !== null) {
    const names = ['named', 'pronoun', 'carried-over']
    return names.includes(speaker.attribution) ? speaker.attribution : 'named'
  }
  const namesNoPerson = name === null && (touched || given.organization !== undefined)
  if (namesNoPerson) return organization === null ? 'none' : 'organization'
  return speaker.attribution
}

function kindOf(
  { speaker }: StatementRecord,
  name: string | null,
  attribution: StatementRecord['speaker']['attribution'],
): StatementRecord['speaker']['kind'] {
  if (attribution === 'organization') {
    return speaker.kind === 'person' || speaker.kind === 'unknown' ? 'organization' : speaker.kind
  }
  if (name === null) return attribution === 'none' ? 'unknown' : speaker.kind
  return speaker.kind === 'group' || speaker.kind === 'document' ? speaker.kind : 'person'
}

function contradictions(
  given: SpeakerCorrection,
  isUnknown: boolean,
  attribution: string,
  organization: string | null,
): Fault[] {
  const faults: Fault[] = []
  if (isUnknown && (given.official || given.name)) {
    faults.push(
      fieldFault(
        '/speaker/attribution',
        `"${attribution}" means that no person is known. Leave out the person, or choose another attribution.`,
      ),
    )
  }
  if (attribution === 'organization' && organization === null) {
    faults.push(fieldFault('/speaker/organization', 'Give the organization that speaks.'))
  }
  return faults
}

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
