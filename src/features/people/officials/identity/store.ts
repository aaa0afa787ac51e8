import { nameKey } from '../../../../core/names.ts'
import { earliestOf, latestOf } from '../../../../core/tenure.ts'
import type { Tx } from '../../../../database/db.ts'
import type { Locked } from '../../../../database/ledger.sql.ts'
import { lockNamedRecords } from '../../../../database/named-records.sql.ts'
import { prisma } from '../../../../database/prisma.ts'
import { fromDay } from '../../../../database/prisma-values.ts'
import type { OfficialRecord, Position } from '../../../../record/officials/schema.ts'
import * as shared from '../../identity/store.ts'
import type { Move } from './schema.ts'
import { insertMovedStatements } from './store.sql.ts'

/** A person who is locked for a change. */
export type LockedOfficial = Locked<OfficialRecord>

const REFERENCE = { id: true, slug: true, name: true } as const

/** Locks people until the transaction ends, and reads them. Returns them by id. */
export async function lockOfficials(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedOfficial>> {
  await lockNamedRecords(tx, 'officials', ids)
  const found = await prisma(tx).official.findMany({
    where: { id: { in: [...ids] } },
    include: {
      aliases: { orderBy: { name: 'asc' } },
      identifiers: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }] },
      positions: {
        include: { organization: { select: REFERENCE } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  return new Map(
    found.map(({ id, version, ...official }) => {
      const record: OfficialRecord = {
        slug: official.slug,
        name: official.name,
        aliases: official.aliases.map(({ name }) => name),
        identifiers: official.identifiers.map(({ scheme, value }) => ({ scheme, value })),
        positions: official.positions.map(
          ({ id: positionId, title, organization, fromEdtf, toEdtf, basis }) => ({
            id: positionId,
            title,
            organization,
            from: fromEdtf,
            to: toEdtf,
            basis,
          }),
        ),
        mergedInto: official.mergedIntoId,
      }
      return [id, { id, version, record }]
    }),
  )
}

/**
 * Updates the changed fields of a locked person and increments the version. Rows that were added since the read stay.
 */
export async function updateOfficial(
  tx: Tx,
  { id, record: before }: LockedOfficial,
  after: OfficialRecord,
  at: Date,
): Promise<void> {
  await prisma(tx).official.updateMany({
    where: { id },
    data: {
      name: after.name,
      nameKey: nameKey(after.name),
      mergedIntoId: after.mergedInto,
      version: { increment: 1 },
      updatedAt: at,
    },
  })
  const gone = before.aliases.filter((alias) => !after.aliases.includes(alias))
  if (gone.length > 0) {
    await prisma(tx).officialAlias.deleteMany({ where: { officialId: id, name: { in: gone } } })
  }
  const added = after.aliases.filter((alias) => !before.aliases.includes(alias))
  if (added.length > 0) {
    const data = added.map((name) => ({ officialId: id, name, nameKey: nameKey(name) }))
    await prisma(tx).officialAlias.createMany({ data, skipDuplicates: true })
  }
  await shared.updateIdentifiers(tx, { officialId: id }, before.identifiers, after.identifiers)
  await updatePositions(tx, id, before.positions, after.positions, at)
}

/** Deletes the removed positions of a person, replaces the changed ones, and inserts the new ones. */
export async function updatePositions(
  tx: Tx,
  officialId: string,
  before: readonly Position[],
  after: readonly Position[],
  at: Date,
): Promise<void> {
  const ids = new Set(after.map(({ id }) => id))
  const untouched = new Set(before.map((position) => JSON.stringify(position)))
  const changed = after.filter((position) => !untouched.has(JSON.stringify(position)))
  const gone = before.filter(({ id }) => !ids.has(id))
  const replaced = [...gone, ...changed].map(({ id }) => id)
  if (replaced.length > 0) {
    await prisma(tx).position.deleteMany({ where: { officialId, id: { in: replaced } } })
  }
  if (changed.length === 0) return
  const data = changed.map(({ id, title, organization, from, to, basis }) => ({
    id,
    officialId,
    organizationId: organization?.id ?? null,
    title,
    fromEdtf: from,
    fromEarliest: fromDay(earliestOf(from)),
    toEdtf: to,
    toLatest: fromDay(latestOf(to)),
    basis,
    createdAt: at,
  }))
  await prisma(tx).position.createMany({ data, skipDuplicates: true })
}

/** Inserts a merge or a split, and the statements that it moved. */
export async function insertMove(tx: Tx, move: Move, statementIds: readonly string[]): Promise<void> {
  await prisma(tx).officialMove.create({ data: move, select: { id: true } })
  await insertMovedStatements(tx, move.id, statementIds)
}

/** Finds the merge or split that created this version of a person. The person may be on either side. */
export async function findMove(tx: Tx, officialId: string, version: number): Promise<Move | undefined> {
  const move = await prisma(tx).officialMove.findFirst({
    where: {
      OR: [
        { fromId: officialId, fromVersion: version },
        { intoId: officialId, intoVersion: version },
      ],
    },
  })
  return move ?? undefined
}

/** Finds the statements that a merge or a split moved. */
export async function statementsOfMove(tx: Tx, moveId: string): Promise<string[]> {
  const moved = await prisma(tx).officialMoveStatement.findMany({
    where: { moveId },
    orderBy: { statementId: 'asc' },
  })
  return moved.map(({ statementId }) => statementId)
}
