import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { Prisma } from '../../../database/generated/client.ts'
import { prisma } from '../../../database/prisma.ts'
import { pageByCreation } from '../../../database/prisma-page.ts'
import { toInstant } from '../../../database/prisma-values.ts'
import { applyFilters, type FilterTable } from '../../../record/filters.ts'
import { OUTCOMES } from '../ingestion/schema.ts'
import {
  type EntryFilters,
  type Source,
  type SourceEntry,
  SourceProblem,
  type SourceSettings,
} from './schema.ts'

type Counts = Source['entries']

const toSource = (row: Prisma.SourceModel, entries: Counts): Source => ({
  id: row.id,
  url: row.url,
  kind: row.kind,
  title: row.title,
  publisher: row.publisher,
  language: row.language,
  time_zone: row.timeZone,
  interval_minutes: row.intervalMinutes,
  first_entries: row.firstEntries,
  status: row.status,
  status_reason: row.statusReason,
  polled: toInstant(row.polledAt),
  read: toInstant(row.readAt),
  next_poll: row.status === 'active' ? toInstant(row.nextPollAt) : null,
  failures: row.failures,
  failing_since: toInstant(row.failingSince),
  problem: SourceProblem.nullable().parse(row.problem),
  entries,
  added_by: row.addedBy,
  version: row.version,
  recorded: toInstant(row.createdAt),
  updated: toInstant(row.updatedAt),
  links: { self: `/v1/sources/${row.id}`, entries: `/v1/sources/${row.id}/entries` },
})

const NO_ENTRIES: Counts = { waiting: 0, ingested: 0, skipped: 0, failed: 0 }

async function withCounts(db: Db, found: readonly Prisma.SourceModel[]): Promise<Source[]> {
  const groups = await prisma(db).sourceEntry.groupBy({
    by: ['sourceId', 'state'],
    where: { sourceId: { in: found.map(({ id }) => id) } },
    _count: { id: true },
  })
  const counts = new Map<string, Counts>()
  for (const { sourceId, state, _count } of groups)
    counts.set(sourceId, { ...(counts.get(sourceId) ?? NO_ENTRIES), [state]: _count.id })
  return found.map((row) => toSource(row, counts.get(row.id) ?? NO_ENTRIES))
}

/** Finds a source by its id. */
export async function findSource(db: Db, id: string): Promise<Source | undefined> {
  const row = await prisma(db).source.findFirst({ where: { id } })
  return row ? (await withCounts(db, [row]))[0] : undefined
}

/** Finds a source by the address of its feed. */
export async function findSourceAt(db: Db, url: string): Promise<Source | undefined> {
  const row = await prisma(db).source.findFirst({ where: { url } })
  return row ? (await withCounts(db, [row]))[0] : undefined
}

/**
 * Lists sources, sorted by creation. The source nearest to the position of the page comes first. The list has at most
 * one source more than the page.
 */
export async function listSources(db: Db, request: PageRequest): Promise<Keyed<Source>[]> {
  const found = await withCounts(db, await prisma(db).source.findMany(pageByCreation(request)))
  return found.map((source) => ({ key: { values: [source.recorded], id: source.id }, item: source }))
}

/** A source to insert. */
export interface NewSource {
  readonly id: string
  readonly url: string
  readonly kind: Source['kind']
  readonly title: string | null
  readonly addedBy: string
}

const toColumns = ({ publisher, language, time_zone, interval_minutes, first_entries }: SourceSettings) => ({
  publisher,
  language,
  timeZone: time_zone,
  intervalMinutes: interval_minutes,
  firstEntries: first_entries,
})

/**
 * Inserts a source whose first poll is due at once.
 * @returns false if a source has the address.
 */
export async function insertSource(
  tx: Tx,
  source: NewSource,
  settings: SourceSettings,
  at: Date,
): Promise<boolean> {
  const origin = new URL(source.url).origin
  const times = { nextPollAt: at, createdAt: at, updatedAt: at }
  const data = { ...source, origin, ...toColumns(settings), ...times }
  const { count } = await prisma(tx).source.createMany({ data, skipDuplicates: true })
  return count === 1
}

/** The changes of a locked source. */
export interface SourceChange {
  readonly settings: SourceSettings
  readonly status: Source['status']
  readonly statusReason: string | null
  /** The time of the next poll; undefined if it stays. */
  readonly nextPollAt: Date | undefined
  /** True if the failures so far no longer count. */
  readonly startsAfresh: boolean
}

/** Updates the settings and the status of a locked source. */
export async function updateSource(tx: Tx, id: string, change: SourceChange, at: Date): Promise<void> {
  const { settings, status, statusReason, nextPollAt, startsAfresh } = change
  await prisma(tx).source.update({
    where: { id },
    data: {
      ...toColumns(settings),
      status,
      statusReason,
      ...(nextPollAt && { nextPollAt }),
      ...(startsAfresh && { failures: 0, failingSince: null, problem: Prisma.DbNull }),
      version: { increment: 1 },
      updatedAt: at,
    },
    select: { id: true },
  })
}

/** Deletes a source with its entries. The articles stay. */
export async function deleteSource(tx: Tx, id: string): Promise<void> {
  await prisma(tx).source.deleteMany({ where: { id } })
}

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
