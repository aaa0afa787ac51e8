import { personNameOf } from '../../record/statements/domain.ts'
import type { Statement } from '../../record/statements/schema.ts'
import { listed } from './statements.ts'

/** Returns the name of the speaker for readers. It is never empty. */
export function speakerInWords({ speaker }: Pick<Statement, 'speaker'>): string {
  const name = personNameOf(speaker) ?? (speaker.attribution === 'ambiguous' ? null : organizationOf(speaker))
  if (name !== null) return name
  if (speaker.attribution === 'ambiguous' && speaker.candidates.length > 0)
    return `Either ${listed(speaker.candidates, 'or')}`
  return speaker.mention?.exact ?? 'Speaker not named'
}

const organizationOf = ({ organization }: Statement['speaker']): string | null => organization?.name ?? null

/** Returns the role of the speaker at that time, as printed or as the record knows it; null if neither is known. */
export function roleInWords({
  speaker: { role, former, position },
}: Pick<Statement, 'speaker'>): string | null {
  if (role !== null) return former && !/^(?:former|ex-)/i.test(role) ? `former ${role}` : role
  return position?.title ?? null
}
