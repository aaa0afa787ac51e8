import type { Db } from '../../../../database/db.ts'
import type { NamedTable } from '../../../../database/named-records.sql.ts'
import { prisma } from '../../../../database/prisma.ts'
import type { PopoloEntity, PopoloMembership } from '../formats/schema.ts'

const ASCENDING = 'asc' as const

/** Lists people or organizations after an id, in the order of ids. Excludes merged records. */
export async function listEntities(
  db: Db,
  table: NamedTable,
  after: string | null,
  limit: number,
): Promise<PopoloEntity[]> {
  const page = {
    where: { mergedIntoId: null, ...(after !== null && { id: { gt: after } }) },
    select: {
      id: true,
      name: true,
      aliases: { select: { name: true }, orderBy: { name: ASCENDING } },
      identifiers: {
        select: { scheme: true, value: true },
        orderBy: [{ scheme: ASCENDING }, { value: ASCENDING }],
      },
    },
    orderBy: { id: ASCENDING },
    take: limit,
  }
  const found = await (table === 'officials'
    ? prisma(db).official.findMany(page)
    : prisma(db).organization.findMany(page))
  return found.map((entity) => ({
    id: entity.id,
    name: entity.name,
    other_names: entity.aliases,
    identifiers: entity.identifiers.map(({ scheme, value }) => ({ scheme, identifier: value })),
  }))
}

/** Lists positions after an id, in the order of ids. Excludes positions that articles print beside names. */
export async function listMemberships(
  db: Db,
  after: string | null,
  limit: number,
): Promise<PopoloMembership[]> {
  const found = await prisma(db).position.findMany({
    where: {
      basis: { not: 'printed' },
      official: { mergedIntoId: null },
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: ASCENDING },
    take: limit,
  })
  return found.map((position) => ({
    id: position.id,
    person_id: position.officialId,
    organization_id: position.organizationId,
    role: position.title,
    start_date: position.fromEdtf,
    end_date: position.toEdtf,
  }))
}
