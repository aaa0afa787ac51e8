import type { Fault } from '../../../core/errors.ts'
import { fieldFault, rejectFaults } from '../../../core/faults.ts'
import type { OfficialReference } from '../../../record/officials/schema.ts'
import type { OrganizationReference } from '../../../record/organizations/schema.ts'
import { BY_PERSON } from '../../../record/statements/schema.ts'
import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import type { SpeakerCorrection } from './schema.ts'

/** The records of a corrected speaker; undefined if the correction does not change them. */
export interface ResolvedSpeaker {
  readonly official: OfficialReference | null | undefined
  readonly organization: OrganizationReference | null | undefined
}

/**
 * Returns a statement with a corrected speaker. With another person, the fields of the former person are removed: the
 * role and the antecedent.
 * @throws DomainError `invalid_body` if the fields of the correction contradict each other.
 */
export function withSpeaker(
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
    // A reviewer who names the speaker is sure.
    speaker_confidence: name === null && attribution !== 'organization' ? null : 1,
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

/** Returns the attribution of a statement whose speaker a reviewer named. */
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
