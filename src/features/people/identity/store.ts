import type { IdOrSlug } from '../../../core/id-or-slug.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { NamedTable } from '../../../database/named-records.sql.ts'
import { prisma } from '../../../database/prisma.ts'
import type { Identifier } from '../../../record/organizations/schema.ts'

/** Finds the id of a person or an organization by id or slug, merged or not. */
export async function findId(db: Db, table: NamedTable, who: IdOrSlug): Promise<string | undefined> {
  const query = { where: who, select: { id: true } }
  const row = await (table === 'officials'
    ? prisma(db).official.findFirst(query)
    : prisma(db).organization.findFirst(query))
  return row?.id
}

/**
 * Deletes the identifiers that a change removed from a locked person or organization, and inserts those that it added.
 */
export async function updateIdentifiers(
  tx: Tx,
  owner: { readonly officialId: string } | { readonly organizationId: string },
  before: readonly Identifier[],
  after: readonly Identifier[],
): Promise<void> {
  const isIn = (list: readonly Identifier[], { scheme, value }: Identifier): boolean =>
    list.some((other) => other.scheme === scheme && other.value === value)
  const gone = before.filter((identifier) => !isIn(after, identifier))
  const added = after.filter((identifier) => !isIn(before, identifier))
  if (gone.length > 0) await prisma(tx).identifier.deleteMany({ where: { ...owner, OR: gone } })
  if (added.length === 0) return
  const data = added.map(({ scheme, value }) => ({ scheme, value, ...owner }))
  await prisma(tx).identifier.createMany({ data, skipDuplicates: true })
}
