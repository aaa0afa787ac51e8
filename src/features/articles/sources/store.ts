import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { Prisma } from '../../../database/generated/client.ts'
import { prisma } from '../../../database/prisma.ts'
import { pageByCreation } from '../../../database/prisma-page.ts'
import { toInstant } from '../../../database/prisma-values.ts'
import { SourceProblem } from './entries/schema.ts'
import type { Source, SourceSettings } from './schema.ts'

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
