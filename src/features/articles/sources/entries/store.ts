import type { Keyed, PageRequest } from '../../../../core/page.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import type { Prisma } from '../../../../database/generated/client.ts'
import { prisma } from '../../../../database/prisma.ts'
import { pageByCreation } from '../../../../database/prisma-page.ts'
import { toInstant } from '../../../../database/prisma-values.ts'
import { applyFilters, type FilterTable } from '../../../../record/filters.ts'
import { OUTCOMES } from '../../ingestion/schema.ts'
import { type EntryFilters, type SourceEntry, SourceProblem } from './schema.ts'

/** Lists the sites at which articles of a source wait. */
export async function findWaitingOrigins(tx: Tx, sourceId: string): Promise<string[]> {
  const found = await prisma(tx).sourceEntry.findMany({
    where: { sourceId, state: 'waiting' },
    select: { origin: true },
    distinct: ['origin'],
    orderBy: { origin: 'asc' },
  })
  return found.map(({ origin }) => origin)
}

const ENTRY_FILTERS: FilterTable<EntryFilters, Prisma.SourceEntryWhereInput> = {
  state(where, { state }) {
    if (state) where.state = { in: [...state] }
  },
}

const outcomeOf = (text: string | null): SourceEntry['outcome'] =>
  OUTCOMES.find((outcome) => outcome === text) ?? null

const toEntry = (row: Prisma.SourceEntryModel): SourceEntry => ({
  id: row.id,
  url: row.url.startsWith(ERASED) ? null : row.url,
  published: row.published,
  state: row.state,
  outcome: outcomeOf(row.outcome),
  article: row.articleId === null ? null : { id: row.articleId, url: `/v1/articles/${row.articleId}` },
  statements: row.statements,
  reason: SourceProblem.nullable().parse(row.reason),
  attempts: row.attempts,
  next_attempt: toInstant(row.nextAttemptAt),
  recorded: toInstant(row.createdAt),
  fetched: toInstant(row.fetchedAt),
})

/**
 * Lists entries of a source. The entry nearest to the position of the page comes first. The list has at most one entry
 * more than the page.
 */
export async function listEntries(
  db: Db,
  sourceId: string,
  filters: EntryFilters,
  request: PageRequest,
): Promise<Keyed<SourceEntry>[]> {
  const page = pageByCreation(request)
  const where: Prisma.SourceEntryWhereInput = { sourceId, ...page.where }
  applyFilters(ENTRY_FILTERS, where, filters)
  const found = await prisma(db).sourceEntry.findMany({ ...page, where })
  return found.map(toEntry).map((entry) => ({ key: { values: [entry.recorded], id: entry.id }, item: entry }))
}

/** How the address of an entry begins whose article was erased. */
const ERASED = 'sha256:'

/** Returns the address of an entry whose article was erased. */
export const erasedAddress = (urlSha256: string): string => `${ERASED}${urlSha256}`

/**
 * Removes the address of an erased article from the entries, so that only its hash stays.
 * @param hashOf returns the SHA-256 of a URL, in hexadecimal.
 */
export async function eraseEntries(
  tx: Tx,
  { articleId, url }: { readonly articleId: string; readonly url: string | null },
  hashOf: (url: string) => string,
  detail: string,
): Promise<void> {
  const found = await prisma(tx).sourceEntry.findMany({
    where: {
      OR: [{ articleId }, ...(url === null ? [] : [{ url }])],
      NOT: { url: { startsWith: ERASED } },
    },
    select: { id: true, url: true },
    orderBy: { id: 'asc' },
  })
  for (const entry of found)
    await prisma(tx).sourceEntry.updateMany({
      where: { id: entry.id },
      data: {
        url: erasedAddress(hashOf(entry.url)),
        origin: '',
        published: null,
        state: 'failed',
        reason: { code: 'gone', detail },
        nextAttemptAt: null,
      },
    })
}
