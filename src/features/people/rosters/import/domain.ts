import { nameKey } from '../../../../core/names.ts'
import { lockIdentitiesShared, lockImports, lockNaming } from '../../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { lockNamedRecords } from '../../../../database/named-records.sql.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { organizationKey } from '../../../../record/organizations/domain.ts'
import { rejectRosterFaults } from '../formats/faults.ts'
import type { Roster } from '../formats/schema.ts'
import { type Plan, planRoster } from './plan.ts'
import { addressesOnRecord, changesOf, countsOf } from './report.ts'
import type { KnownRecords, RosterResult } from './schema.ts'
import * as store from './store.sql.ts'
import { idsOnRecord, writePlan } from './write-plan.ts'

export interface ImportOptions {
  /** The name of the caller's key, or `machine`. */
  readonly actor: string
  readonly now: Date
  /** True to report the changes without writing them. */
  readonly isDryRun: boolean
}

/**
 * Imports a roster in one transaction. Another import of the same roster changes nothing.
 * @throws DomainError `invalid_body`, with the place of each entry that is ambiguous or contradicts the record.
 */
export const importRoster = (db: Db, roster: Roster, options: ImportOptions): Promise<RosterResult> =>
  inTransaction(db, async (tx) => {
    const { actor, now, isDryRun } = options
    if (!isDryRun) {
      await lockImports(tx)
      await lockIdentitiesShared(tx)
    }
    let plan = await planAgainstRecord(tx, roster, now)
    if (!isDryRun) {
      // Lock records before names, like other writers. Then plan again, because the record may have changed during the
      // wait.
      await lockNamedRecords(tx, 'officials', idsOnRecord(plan.persons))
      await lockNamedRecords(tx, 'organizations', idsOnRecord(plan.organizations))
      await lockNaming(tx)
      plan = await planAgainstRecord(tx, roster, now)
    }
    const addresses = isDryRun ? addressesOnRecord(plan) : await writePlan(tx, plan, actor, now)
    return {
      dry_run: isDryRun,
      ...countsOf(plan),
      changes: changesOf(plan, addresses),
      ignored: [...roster.ignored],
    }
  })

/**
 * Plans the import against the current record.
 * @throws DomainError `invalid_body`.
 */
async function planAgainstRecord(tx: Tx, roster: Roster, now: Date): Promise<Plan> {
  const known = await readKnown(tx, roster)
  const taken = await store.takenIds(tx, idsOf(roster))
  const { plan, faults } = planRoster(roster, known, (id) => !taken.has(id), idMaker(now))
  rejectRosterFaults(faults)
  return plan
}

const idsOf = ({ persons, organizations, memberships }: Roster): string[] =>
  [...persons, ...organizations, ...memberships].flatMap(({ id }) => id ?? [])

async function readKnown(tx: Tx, { persons, organizations }: Roster): Promise<KnownRecords> {
  const entries = [...persons, ...organizations]
  const owners = new Map(
    await store.findOwners(
      tx,
      entries.flatMap(({ identifiers }) => identifiers),
    ),
  )
  const ownedBy = (kind: string): string[] =>
    [...owners.values()].flatMap((one) => (one.kind === kind ? one.id : []))
  const personIds = [...persons.flatMap(({ id }) => id ?? []), ...ownedBy('person')]
  const organizationIds = [...organizations.flatMap(({ id }) => id ?? []), ...ownedBy('organization')]
  const mergedInto = new Map([
    ...(await store.findMerged(tx, 'officials', personIds)),
    ...(await store.findMerged(tx, 'organizations', organizationIds)),
  ])
  for (const [text, owner] of owners) owners.set(text, { ...owner, id: mergedInto.get(owner.id) ?? owner.id })
  const namesOf = (list: Roster['persons']): string[] =>
    list.flatMap(({ name, otherNames }) => [...(name === null ? [] : [name]), ...otherNames])
  const people = await store.findEntities(tx, 'officials', keysOf(namesOf(persons), nameKey), [
    ...personIds,
    ...mergedInto.values(),
  ])
  const bodies = await store.findEntities(
    tx,
    'organizations',
    keysOf(namesOf(organizations), organizationKey),
    [...organizationIds, ...mergedInto.values()],
  )
  return {
    persons: new Map(people.map((person) => [person.id, person])),
    organizations: new Map(bodies.map((body) => [body.id, body])),
    mergedInto,
    owners,
  }
}

const keysOf = (names: readonly string[], keyOf: (name: string) => string): string[] => [
  ...new Set(names.map(keyOf).filter(Boolean)),
]
