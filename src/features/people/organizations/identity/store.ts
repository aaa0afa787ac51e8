import type { Tx } from '../../../../database/db.ts'
import type { Locked } from '../../../../database/ledger.sql.ts'
import { lockNamedRecords } from '../../../../database/named-records.sql.ts'
import { prisma } from '../../../../database/prisma.ts'
import type { OrganizationRecord } from '../../../../record/organizations/schema.ts'
import * as shared from '../../identity/store.ts'
import { insertMoved } from './store.sql.ts'

/** An organization that is locked for a change. */
export type LockedOrganization = Locked<OrganizationRecord>

/** Locks organizations until the transaction ends, and reads them. Returns them by id. */
export async function lockOrganizations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, LockedOrganization>> {
  await lockNamedRecords(tx, 'organizations', ids)
  const found = await prisma(tx).organization.findMany({
    where: { id: { in: [...ids] } },
    include: {
      aliases: { orderBy: { name: 'asc' } },
      identifiers: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }] },
    },
  })
  return new Map(
    found.map(({ id, version, ...organization }) => {
      const record: OrganizationRecord = {
        slug: organization.slug,
        name: organization.name,
        aliases: organization.aliases.map(({ name }) => name),
        identifiers: organization.identifiers.map(({ scheme, value }) => ({ scheme, value })),
        mergedInto: organization.mergedIntoId,
      }
      return [id, { id, version, record }]
    }),
  )
}

/**
 * Updates the changed fields of a locked organization and increments the version. Rows that were added since the read
 * stay.
 * @param keyOf returns the key of a name. A merged organization gets its id as key, so that no name finds it.
 */
export async function updateOrganization(
  tx: Tx,
  { id, record: before }: LockedOrganization,
  after: OrganizationRecord,
  keyOf: (name: string) => string,
  at: Date,
): Promise<void> {
  await prisma(tx).organization.updateMany({
    where: { id },
    data: {
      name: after.name,
      nameKey: after.mergedInto === null ? keyOf(after.name) : id,
      mergedIntoId: after.mergedInto,
      version: { increment: 1 },
      updatedAt: at,
    },
  })
  const gone = before.aliases.filter((alias) => !after.aliases.includes(alias))
  if (gone.length > 0) {
    await prisma(tx).organizationAlias.deleteMany({ where: { organizationId: id, name: { in: gone } } })
  }
  const added = after.aliases.filter((alias) => !before.aliases.includes(alias))
  if (added.length > 0) {
    const data = added.map((name) => ({ organizationId: id, name, nameKey: keyOf(name) }))
    await prisma(tx).organizationAlias.createMany({ data, skipDuplicates: true })
  }
  await shared.updateIdentifiers(tx, { organizationId: id }, before.identifiers, after.identifiers)
}

/** Finds the people who hold or held a position in an organization, in the order of their ids. */
export async function findHolders(tx: Tx, organizationId: string): Promise<string[]> {
  const found = await prisma(tx).position.findMany({
    where: { organizationId },
    select: { officialId: true },
    orderBy: { officialId: 'asc' },
  })
  return [...new Set(found.map(({ officialId }) => officialId))]
}

/** A move by a merge: statements, and people with changed positions, each with its version after the merge. */
export interface OrganizationMove {
  readonly id: string
  readonly fromId: string
  readonly fromVersion: number
  readonly intoId: string
  readonly intoVersion: number
  readonly statementIds: readonly string[]
  readonly officials: readonly { readonly id: string; readonly version: number }[]
}

/** Inserts a merge with its moved statements and people. */
export async function insertMove(
  tx: Tx,
  { statementIds, officials, ...move }: OrganizationMove,
): Promise<void> {
  await prisma(tx).organizationMove.create({ data: move, select: { id: true } })
  await insertMoved(tx, move.id, statementIds, officials)
}

/** Finds the merge that created this version of an organization. The organization may be on either side. */
export async function findMove(
  tx: Tx,
  organizationId: string,
  version: number,
): Promise<OrganizationMove | undefined> {
  const found = await prisma(tx).organizationMove.findFirst({
    where: {
      OR: [
        { fromId: organizationId, fromVersion: version },
        { intoId: organizationId, intoVersion: version },
      ],
    },
    include: {
      statements: { orderBy: { statementId: 'asc' } },
      officials: { orderBy: { officialId: 'asc' } },
    },
  })
  if (!found) return undefined
  const { statements, officials, ...move } = found
  return {
    ...move,
    statementIds: statements.map(({ statementId }) => statementId),
    officials: officials.map(({ officialId, version: made }) => ({ id: officialId, version: made })),
  }
}
