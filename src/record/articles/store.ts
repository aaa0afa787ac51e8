import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { prisma } from '../../database/prisma.ts'
import { pageByNumber } from '../../database/prisma-page.ts'
import { toInstant } from '../../database/prisma-values.ts'
import type { ArticleTombstone, Snapshot } from './schema.ts'
import { knownOf } from './store.sql.ts'

/** Finds the last withdrawal or erasure of a withdrawn article: its time, its actor and its reason. */
export async function findTombstone(db: Db, id: string): Promise<ArticleTombstone | undefined> {
  const article = await prisma(db).article.findFirst({
    where: { id, withdrawn: true },
    select: { erasedAt: true },
  })
  if (!article) return undefined
  const state = article.erasedAt === null ? 'withdrawn' : 'erased'
  const revision = await prisma(db).revision.findFirst({
    where: { subject: 'article', subjectId: id, action: state },
    orderBy: { version: 'desc' },
    select: { recordedAt: true, actor: true, reason: true },
  })
  if (!revision) throw new Error(`The article ${id} is ${state}, but no revision says so.`)
  return { id, state, at: toInstant(revision.recordedAt), by: revision.actor, reason: revision.reason }
}

/** Finds the id of the article at a URL, withdrawn or not. */
export async function findIdByUrl(db: Db, url: string): Promise<string | undefined> {
  const row = await prisma(db).article.findFirst({ where: { url }, select: { id: true } })
  return row?.id
}

/** Finds the latest text of an article, or the text of one of its snapshots, unless the article was withdrawn. */
export async function findText(
  db: Db,
  articleId: string,
  snapshotId: string | null,
): Promise<{ readonly snapshot_id: string; readonly sha256: string; readonly text: string } | undefined> {
  const row = await prisma(db).snapshot.findFirst({
    where: { articleId, article: { withdrawn: false }, ...(snapshotId !== null && { id: snapshotId }) },
    orderBy: { ordinal: 'desc' },
    select: { id: true, sha256: true, text: true },
  })
  if (!row) return undefined
  if (row.text === null) throw new Error(`The snapshot ${row.id} has lost its text.`)
  return { snapshot_id: row.id, sha256: row.sha256, text: row.text }
}

/**
 * Finds the texts of snapshots, by the ids of the snapshots.
 * @param longest leaves out texts with more UTF-16 code units.
 */
export async function findTexts(
  db: Db,
  snapshotIds: readonly string[],
  longest: number,
): Promise<Map<string, string>> {
  if (snapshotIds.length === 0) return new Map()
  const found = await prisma(db).snapshot.findMany({
    where: { id: { in: [...snapshotIds] }, length: { lte: longest } },
    select: { id: true, text: true },
  })
  return new Map(found.flatMap(({ id, text }) => (text === null ? [] : [[id, text]])))
}

/** Lists the hashes of the snapshots of an article, withdrawn or not, first text first. */
export async function findHashes(db: Db, articleId: string): Promise<Snapshot[]> {
  const found = await prisma(db).snapshot.findMany({
    where: { articleId },
    select: SNAPSHOT_COLUMNS,
    orderBy: { ordinal: 'asc' },
  })
  return found.map(toSnapshot)
}

/**
 * Lists the snapshots of an article that was not withdrawn. The snapshot nearest to the position of the page comes
 * first. The list has at most one snapshot more than the page.
 */
export async function listSnapshots(
  db: Db,
  articleId: string,
  request: PageRequest,
): Promise<Keyed<Snapshot>[]> {
  const { number, order, take } = pageByNumber(request)
  const found = await prisma(db).snapshot.findMany({
    where: { articleId, article: { withdrawn: false }, ordinal: number },
    select: SNAPSHOT_COLUMNS,
    orderBy: { ordinal: order },
    take,
  })
  return found.map((row) => ({ key: { values: [row.ordinal], id: row.id }, item: toSnapshot(row) }))
}

const SNAPSHOT_COLUMNS = {
  id: true,
  ordinal: true,
  sha256: true,
  length: true,
  retrievedAt: true,
  section: true,
  modified: true,
} as const

const toSnapshot = ({
  retrievedAt,
  section,
  modified,
  ...snapshot
}: Omit<Snapshot, 'retrieved' | 'section' | 'modified'> & {
  readonly retrievedAt: Date
  readonly section: string | null
  readonly modified: string | null
}): Snapshot => ({
  ...snapshot,
  retrieved: toInstant(retrievedAt),
  ...knownOf({ section, modified }),
})

/** Returns those of the SHA-256 hashes whose texts are on record. */
export async function findKnownHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const found = await prisma(db).snapshot.findMany({
    where: { sha256: { in: [...hashes] } },
    select: { sha256: true },
  })
  return new Set(found.map(({ sha256 }) => sha256))
}
