import type { Revision } from '../../../../database/ledger.sql.ts'
import type { OfficialRecord, Position } from '../../../../record/officials/schema.ts'
import type { OrganizationReference } from '../../../../record/organizations/schema.ts'
import type { Plan, PlannedPerson } from './plan.ts'
import { isUntouched, type PlannedEntity } from './plan-entities.ts'
import { isUnchanged } from './plan-memberships.ts'
import type { KnownEntity } from './schema.ts'

/** The slugs of people and of organizations by id. */
export interface Slugs {
  readonly officials: ReadonlyMap<string, string>
  readonly organizations: ReadonlyMap<string, string>
}

/** Returns the people that a plan changes, including their positions. */
export const changedPeople = ({ persons }: Plan): PlannedPerson[] =>
  persons.filter((one) => !isUntouched(one) || !one.memberships.every(isUnchanged))

export const changedOrganizations = ({ organizations }: Plan): PlannedEntity[] =>
  organizations.filter((one) => !isUntouched(one))

/** Returns one revision for each person and organization that a plan creates or changes. */
export function revisionsOf(plan: Plan, slugs: Slugs, actor: string): Revision[] {
  const references = new Map(
    plan.organizations.map(({ id, name }) => [id, { id, slug: slugs.organizations.get(id) ?? '', name }]),
  )
  return [
    ...changedOrganizations(plan).map(
      (one): Revision => ({
        subject: 'organization',
        ...whatHappened(one, actor),
        before: one.before && namesOf(one.before),
        after: namesAfter(one, slugs.organizations),
      }),
    ),
    ...changedPeople(plan).map(
      (one): Revision => ({
        subject: 'official',
        ...whatHappened(one, actor),
        before: one.before && { ...namesOf(one.before), positions: one.before.positions, mergedInto: null },
        after: {
          ...namesAfter(one, slugs.officials),
          positions: positionsAfter(one, references),
          mergedInto: null,
        } satisfies OfficialRecord,
      }),
    ),
  ]
}

const whatHappened = (
  { id, before }: PlannedEntity,
  actor: string,
): Pick<Revision, 'subjectId' | 'version' | 'action' | 'actor' | 'reason'> => ({
  subjectId: id,
  version: (before?.version ?? 0) + 1,
  action: before ? 'imported' : 'created',
  actor,
  reason: null,
})

const namesOf = ({ slug, name, aliases, identifiers }: KnownEntity) => ({ slug, name, aliases, identifiers })

const namesAfter = (
  { id, before, name, aliases, identifiers }: PlannedEntity,
  slugs: ReadonlyMap<string, string>,
) => ({
  slug: slugs.get(id) ?? '',
  name,
  aliases: [...(before?.aliases ?? []), ...aliases].sort(),
  identifiers: [...(before?.identifiers ?? []), ...identifiers],
})

function positionsAfter(
  { before, memberships }: PlannedPerson,
  references: ReadonlyMap<string, OrganizationReference>,
): Position[] {
  const planned = new Map(
    memberships.map(({ after: { organizationId, ...position }, before: kept }) => [
      position.id,
      { ...position, organization: kept?.organization ?? references.get(organizationId ?? '') ?? null },
    ]),
  )
  const kept = (before?.positions ?? []).map((position) => planned.get(position.id) ?? position)
  const ids = new Set(kept.map(({ id }) => id))
  return [...kept, ...[...planned.values()].filter(({ id }) => !ids.has(id))]
}
