import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db, Tx } from '../../database/db.ts'
import type { Prisma } from '../../database/generated/client.ts'
import { prisma } from '../../database/prisma.ts'
import { pageByCreation } from '../../database/prisma-page.ts'
import { toInstant } from '../../database/prisma-values.ts'
import type { Viewer } from '../access/keys/viewer.ts'
import { type SavedSearch, type SearchChoices, SearchFilters } from './schema.ts'

const COLUMNS = {
  id: true,
  owner: { select: { name: true } },
  name: true,
  q: true,
  filters: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const

const toSearch = (row: Prisma.SavedSearchGetPayload<{ select: typeof COLUMNS }>): SavedSearch => ({
  id: row.id,
  url: `/v1/searches/${row.id}`,
  owner: row.owner.name,
  name: row.name,
  q: row.q,
  filters: SearchFilters.parse(row.filters),
  matches: `/v1/searches/${row.id}/matches`,
  version: row.version,
  recorded: toInstant(row.createdAt),
  updated: toInstant(row.updatedAt),
})

/** Selects the searches that a viewer sees. */
const visibleTo = ({ isAdmin, holder }: Viewer): Prisma.SavedSearchWhereInput =>
  isAdmin ? {} : { ownerId: holder }

/** Selects the searches whose owner has a valid key. */
const ofValidOwner = (at: Date): Prisma.SavedSearchWhereInput => ({
  owner: { keys: { some: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] } } },
})

/** Inserts a saved search. */
export async function insertSearch(
  tx: Tx,
  id: string,
  ownerId: string,
  choices: SearchChoices,
  at: Date,
): Promise<SavedSearch> {
  const data = { ...choices, id, ownerId, createdAt: at, updatedAt: at }
  await prisma(tx).savedSearch.create({ data, select: { id: true } })
  return readSearch(tx, id)
}

/** Counts the searches of an owner. */
export const countSearches = (db: Db, ownerId: string): Promise<number> =>
  prisma(db).savedSearch.count({ where: { ownerId } })

/**
 * Lists the searches that a viewer sees, sorted by creation. The search nearest to the position of the page comes
 * first. The list has at most one search more than the page.
 */
export async function listSearches(
  db: Db,
  viewer: Viewer,
  request: PageRequest,
): Promise<Keyed<SavedSearch>[]> {
  const page = pageByCreation(request)
  const where: Prisma.SavedSearchWhereInput = { ...page.where, ...visibleTo(viewer) }
  const found = await prisma(db).savedSearch.findMany({ ...page, where, select: COLUMNS })
  return found
    .map(toSearch)
    .map((search) => ({ key: { values: [search.recorded], id: search.id }, item: search }))
}

/** Finds a saved search by its id, if the viewer sees it. */
export async function findSearch(db: Db, viewer: Viewer, id: string): Promise<SavedSearch | undefined> {
  const row = await prisma(db).savedSearch.findFirst({ where: { id, ...visibleTo(viewer) }, select: COLUMNS })
  return row ? toSearch(row) : undefined
}

/** Finds which of these searches the viewer sees. Returns their ids. */
export async function findVisible(db: Db, viewer: Viewer, ids: readonly string[]): Promise<Set<string>> {
  const where = { id: { in: [...ids] }, ...visibleTo(viewer) }
  const found = await prisma(db).savedSearch.findMany({ where, select: { id: true } })
  return new Set(found.map(({ id }) => id))
}

/** Finds the searches with these ids whose owner has a valid key, in the order of the ids. */
export async function findFollowed(db: Db, ids: readonly string[], at: Date): Promise<SavedSearch[]> {
  const where = { id: { in: [...ids] }, ...ofValidOwner(at) }
  const found = await prisma(db).savedSearch.findMany({ where, select: COLUMNS })
  return found.map(toSearch).sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** Returns true if the owner of a search has a valid key. */
export const hasValidOwner = async (db: Db, id: string, at: Date): Promise<boolean> =>
  (await prisma(db).savedSearch.count({ where: { id, ...ofValidOwner(at) } })) > 0

/** Reads a search after a write. Prisma writes one table at a time, and returns nothing of other tables. */
const readSearch = async (db: Db, id: string): Promise<SavedSearch> =>
  toSearch(await prisma(db).savedSearch.findFirstOrThrow({ where: { id }, select: COLUMNS }))

/** Updates a locked search. @param ownerId the new owner; undefined to keep the owner. */
export async function updateSearch(
  tx: Tx,
  id: string,
  choices: SearchChoices,
  ownerId: string | undefined,
  at: Date,
): Promise<SavedSearch> {
  const owner = ownerId === undefined ? {} : { ownerId }
  const data = { ...choices, ...owner, version: { increment: 1 }, updatedAt: at }
  await prisma(tx).savedSearch.update({ where: { id }, data, select: { id: true } })
  return readSearch(tx, id)
}

/** Deletes a search. The webhooks that follow it keep its id. */
export async function deleteSearch(tx: Tx, id: string): Promise<void> {
  await prisma(tx).savedSearch.deleteMany({ where: { id } })
}
