import { nameKey } from '../../../../core/names.ts'
import { earliestOf, latestOf } from '../../../../core/tenure.ts'
import type { Tx } from '../../../../database/db.ts'
import { appendRevisions } from '../../../../database/ledger.sql.ts'
import { insertNamedRecords } from '../../../../database/named-record-inserts.sql.ts'
import type { NamedTable } from '../../../../database/named-records.sql.ts'
import { organizationKey } from '../../../../record/organizations/domain.ts'
import type { Plan } from './plan.ts'
import type { PlannedEntity } from './plan-entities.ts'
import { isUnchanged, type PlannedMembership } from './plan-memberships.ts'
import { type Addresses, addressOf } from './report.ts'
import { changedOrganizations, changedPeople, revisionsOf } from './revisions.ts'
import * as store from './store.sql.ts'

/**
 * Writes a plan. Appends the revisions last.
 * @returns the URLs of all entities of the plan by id.
 */
export async function writePlan(tx: Tx, plan: Plan, actor: string, now: Date): Promise<Addresses> {
  const organizations = await writeEntities(tx, 'organizations', plan.organizations, organizationKey, now)
  const officials = await writeEntities(tx, 'officials', plan.persons, nameKey, now)
  const written = plan.persons.flatMap(({ id, memberships }) =>
    memberships.filter((one) => !isUnchanged(one)).map((one) => toRow(id, one)),
  )
  await store.writePositions(tx, written, now)
  await store.incrementVersions(tx, 'organizations', idsOnRecord(changedOrganizations(plan)), now)
  await store.incrementVersions(tx, 'officials', idsOnRecord(changedPeople(plan)), now)
  await appendRevisions(tx, revisionsOf(plan, { officials, organizations }, actor), now)
  return new Map([
    ...[...organizations].map(([id, slug]): [string, string] => [id, addressOf('organizations', slug)]),
    ...[...officials].map(([id, slug]): [string, string] => [id, addressOf('officials', slug)]),
  ])
}

/** Returns the ids of planned entities that are on record. */
export const idsOnRecord = (entities: readonly PlannedEntity[]): string[] =>
  entities.flatMap(({ before }) => before?.id ?? [])

/**
 * Inserts new entities, and the new aliases and identifiers of all entities.
 * @returns the slug of each entity by id.
 */
async function writeEntities(
  tx: Tx,
  table: NamedTable,
  entities: readonly PlannedEntity[],
  keyOf: (name: string) => string,
  now: Date,
): Promise<Map<string, string>> {
  const fresh = entities.filter(({ before }) => before === null)
  const slugs = await insertNamedRecords(
    tx,
    table,
    // An organization's key is unique. A printed name means the first organization with it.
    fresh.map(({ id, name, isNamesake }) => ({
      id,
      name,
      nameKey: isNamesake && table === 'organizations' ? id : keyOf(name),
    })),
    now,
  )
  const slugOfId = new Map(entities.map(({ id, before }) => [id, before?.slug ?? '']))
  for (const [index, { id }] of fresh.entries()) slugOfId.set(id, slugs[index] ?? '')
  const aliases = entities.flatMap(({ id, aliases: names }) =>
    names.map((name) => ({ id, name, name_key: keyOf(name) })),
  )
  await store.insertAliases(tx, table, aliases)
  const identifiers = entities.flatMap(({ id, identifiers: added }) => added.map((one) => ({ ...one, id })))
  await store.insertIdentifiers(tx, table, identifiers)
  return slugOfId
}

function toRow(officialId: string, { after }: PlannedMembership): store.PositionRow {
  return {
    id: after.id,
    official_id: officialId,
    organization_id: after.organizationId,
    title: after.title,
    from_edtf: after.from,
    from_earliest: earliestOf(after.from),
    to_edtf: after.to,
    to_latest: latestOf(after.to),
  }
}
