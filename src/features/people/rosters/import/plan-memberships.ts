import type { Fault } from '../../../../core/errors.ts'
import { isBackwards } from '../../../../core/tenure.ts'
import type { Position } from '../../../../record/officials/schema.ts'
import { fault } from '../formats/faults.ts'
import type { Roster, RosterMembership } from '../formats/schema.ts'
import { distinct, matchPositions, type RosterPosition, updated } from './match-positions.ts'
import type { PlannedEntity } from './plan-entities.ts'

/** The planned result of one membership of a roster. */
export interface PlannedMembership {
  readonly membership: RosterMembership
  /** The position before the import; null for a new position. */
  readonly before: Position | null
  readonly after: Omit<Position, 'organization'> & { readonly organizationId: string | null }
}

/** Returns whether the plan leaves a position unchanged. */
export const isUnchanged = ({ before, after }: PlannedMembership): boolean =>
  before !== null && before.title === after.title && before.from === after.from && before.to === after.to

/** Returns the memberships of a roster by the index of their person. */
export function membershipsByPerson({ memberships }: Roster): Map<number, RosterMembership[]> {
  const byPerson = new Map<number, RosterMembership[]>()
  for (const membership of memberships) {
    const known = byPerson.get(membership.person)
    if (known) known.push(membership)
    else byPerson.set(membership.person, [membership])
  }
  return byPerson
}

/**
 * Plans the positions of one person: positions on record, new positions, and added dates. Appends a fault for each
 * position that would end before it begins.
 */
export function planMemberships(
  person: PlannedEntity,
  memberships: readonly RosterMembership[],
  organizations: readonly PlannedEntity[],
  newId: (membership: RosterMembership) => string,
  faults: Fault[],
): PlannedMembership[] {
  const given = distinct(
    memberships.map((membership): RosterPosition & { membership: RosterMembership } => {
      const { id, title, from, to, organization } = membership
      const organizationId = organization === null ? null : (organizations[organization]?.id ?? null)
      return { membership, id, title, from, to, organizationId }
    }),
  )
  const matches = matchPositions(given, person.before?.positions ?? [])
  return given.map((one, index): PlannedMembership => {
    const { membership, title, from, to, organizationId } = one
    const before = matches[index] ?? null
    if (!before) {
      const after = { id: newId(membership), title, from, to, basis: 'roster' as const, organizationId }
      return { membership, before, after }
    }
    const { organization: _organization, ...after } = updated(before, one)
    if (isBackwards(after.from, after.to)) {
      faults.push(
        fault(membership.place, `Would end (${after.to}) before it begins (${after.from}) on record.`),
      )
    }
    return { membership, before, after: { ...after, organizationId } }
  })
}
