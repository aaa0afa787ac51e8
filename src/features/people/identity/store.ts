import { z } from 'zod'
import type { IdOrSlug } from '../../../core/id-or-slug.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { NamedTable } from '../../../database/named-records.sql.ts'
import { prisma } from '../../../database/prisma.ts'
import type { Identifier } from '../../../record/organizations/schema.ts'
import type { PastChange } from './schema.ts'

/** Finds the id of a person or an organization, merged ones too, by id or slug. */
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

const Undoing = z.object({ undoes: z.int() }).nullable().catch(null)

/** Finds the past changes of a person or an organization, in no order. */
export async function pastChanges(tx: Tx, subject: Subject, subjectId: string): Promise<PastChange[]> {
  const found = await prisma(tx).revision.findMany({
    where: { subject, subjectId },
    select: { version: true, action: true, after: true },
  })
  return found.map(({ version, action, after }) => ({
    version,
    action,
    undoes: Undoing.parse(after)?.undoes ?? null,
  }))
}

/** A subject before and after a change. The first change has no before. */
export interface BeforeAndAfter<Record> {
  readonly before: Record | null
  readonly after: Record
}

/** Finds a person or an organization before and after the change that made a version. */
export async function findChange<Record>(
  tx: Tx,
  subject: Subject,
  shape: z.ZodType<Record>,
  subjectId: string,
  version: number,
): Promise<BeforeAndAfter<Record>> {
  const revision = await prisma(tx).revision.findFirst({
    where: { subject, subjectId, version },
    select: { before: true, after: true },
  })
  return z.object({ before: shape.nullable(), after: shape }).parse(revision)
}
