import type { Db, Tx } from '../../../../database/db.ts'
import { Prisma } from '../../../../database/generated/client.ts'
import { prisma } from '../../../../database/prisma.ts'
import type { Outcome } from '../../ingestion/schema.ts'
import type { SourceProblem } from '../entries/schema.ts'
import type { FeedEntry } from '../feeds/feed.ts'
import type { KnownEntry } from './merge-entries.ts'
import type { PollOutcome } from './pauses.ts'

/** A source whose poll is due. */
export type DueSource = Prisma.SourceModel

/** An entry whose article is to be fetched, with its source. */
export type DueEntry = Prisma.SourceEntryGetPayload<{ include: { source: true } }>

/** Finds the source at a site whose poll has been due the longest. */
export const findDueSource = (db: Db, origin: string, now: Date): Promise<DueSource | null> =>
  prisma(db).source.findFirst({
    where: { origin, status: 'active', nextPollAt: { lte: now } },
    orderBy: [{ nextPollAt: 'asc' }, { id: 'asc' }],
  })

/** Finds the entry at a site whose fetch has been due the longest. */
export const findDueEntry = (db: Db, origin: string, now: Date): Promise<DueEntry | null> =>
  prisma(db).sourceEntry.findFirst({
    where: { origin, state: 'waiting', nextAttemptAt: { lte: now }, source: { status: 'active' } },
    orderBy: [{ nextAttemptAt: 'asc' }, { id: 'asc' }],
    include: { source: true },
  })

/** The most rows of one query, because a query has a limited number of parameters. */
const ROWS_MAX = 2000

function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += ROWS_MAX) yield items.slice(at, at + ROWS_MAX)
}

/** Finds the entries of a source that have one of these addresses. */
export async function findKnown(db: Db, sourceId: string, urls: readonly string[]): Promise<KnownEntry[]> {
  const found: KnownEntry[] = []
  for (const chunk of chunksOf(urls)) {
    const rows = await prisma(db).sourceEntry.findMany({
      where: { sourceId, url: { in: chunk } },
      select: { id: true, url: true, fingerprint: true, state: true, fetchedAt: true, seenAt: true },
    })
    found.push(...rows)
  }
  return found
}

/** The columns of a source that a poll changes. */
export interface PolledSource {
  readonly outcome: PollOutcome
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null } | null
  /** What the feed says of itself; null if it was not read. */
  readonly feed: { readonly kind: DueSource['kind']; readonly title: string | null } | null
  readonly url: string
}

/**
 * Updates a source after a poll. If a person has changed the source meanwhile, keeps the status and the time of the next
 * poll that the person caused.
 * @returns false if the source was removed.
 */
export async function settlePoll(
  tx: Tx,
  { id, version }: Pick<DueSource, 'id' | 'version'>,
  { outcome, validators, feed, url }: PolledSource,
  at: Date,
): Promise<boolean> {
  const { failures, failingSince, nextPollAt, problem, disabledFor } = outcome
  const result = {
    failures,
    failingSince,
    problem: problem ?? Prisma.DbNull,
    polledAt: at,
    ...(validators && { etag: validators.etag, lastModified: validators.lastModified }),
    ...(feed && { kind: feed.kind, title: feed.title, readAt: at }),
    url,
    origin: new URL(url).origin,
  }
  const unchanged = await prisma(tx).source.updateMany({
    where: { id, version },
    data: {
      ...result,
      nextPollAt,
      ...(disabledFor !== null && { status: 'disabled', statusReason: disabledFor }),
    },
  })
  if (unchanged.count > 0) return true
  const { count } = await prisma(tx).source.updateMany({ where: { id }, data: result })
  return count > 0
}

/** Returns whether a source other than this one has an address. */
export async function isTaken(tx: Tx, id: string, url: string): Promise<boolean> {
  const other = await prisma(tx).source.findFirst({ where: { url, NOT: { id } }, select: { id: true } })
  return other !== null
}

/** Inserts new entries: waiting, or skipped for a reason. */
export async function insertEntries(
  tx: Tx,
  sourceId: string,
  entries: readonly FeedEntry[],
  { makeId, reason, at }: { makeId: () => string; reason: SourceProblem | null; at: Date },
): Promise<void> {
  for (const chunk of chunksOf(entries))
    await prisma(tx).sourceEntry.createMany({
      data: chunk.map(({ url, published, modified, fingerprint }) => ({
        id: makeId(),
        sourceId,
        url,
        origin: new URL(url).origin,
        fingerprint,
        published,
        modifiedAt: modified,
        state: reason ? ('skipped' as const) : ('waiting' as const),
        ...(reason && { reason }),
        nextAttemptAt: reason ? null : at,
        seenAt: at,
        createdAt: at,
      })),
      skipDuplicates: true,
    })
}

/** Makes a changed entry wait again. */
export async function reviveEntry(tx: Tx, id: string, entry: FeedEntry, at: Date): Promise<void> {
  const { published, modified, fingerprint } = entry
  await prisma(tx).sourceEntry.updateMany({
    where: { id, state: { in: ['ingested', 'failed'] } },
    data: { published, modifiedAt: modified, fingerprint, state: 'waiting', attempts: 0, nextAttemptAt: at },
  })
}

/** Notes that the feed still has these entries. */
export async function markSeen(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  for (const chunk of chunksOf(ids))
    await prisma(tx).sourceEntry.updateMany({ where: { id: { in: chunk } }, data: { seenAt: at } })
}

/** Deletes the entries that the feed has not had since a given time. */
export async function deleteUnseen(tx: Tx, sourceId: string, before: Date): Promise<void> {
  await prisma(tx).sourceEntry.deleteMany({
    where: { sourceId, seenAt: { lt: before }, state: { not: 'waiting' } },
  })
}

/** Adds one attempt to a waiting entry. Returns the number of attempts; 0 if the entry does not wait any more. */
export async function countAttempt(db: Db, id: string): Promise<number> {
  const [counted] = await prisma(db).sourceEntry.updateManyAndReturn({
    where: { id, state: 'waiting' },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  })
  return counted?.attempts ?? 0
}

/** The article of an entry. */
export interface EntryArticle {
  readonly articleId: string
  readonly outcome: Outcome
  readonly statements: number
}

/** Finds the article that an entry of another source with the same address led to, since a given time. */
export async function findReadElsewhere(
  db: Db,
  { id, sourceId, url }: Pick<DueEntry, 'id' | 'sourceId' | 'url'>,
  since: Date,
): Promise<{ readonly articleId: string; readonly sourceId: string } | null> {
  const other = await prisma(db).sourceEntry.findFirst({
    where: { url, state: 'ingested', fetchedAt: { gte: since }, NOT: [{ id }, { sourceId }] },
    orderBy: { fetchedAt: 'desc' },
    select: { articleId: true, sourceId: true },
  })
  return other?.articleId ? { articleId: other.articleId, sourceId: other.sourceId } : null
}

/**
 * Updates a waiting entry whose article is on record.
 * @returns false if the entry does not wait any more: it was removed, or its article was erased.
 */
export async function settleIngested(
  db: Db,
  id: string,
  { articleId, outcome, statements }: EntryArticle,
  reason: SourceProblem | null,
  at: Date,
): Promise<boolean> {
  const { count } = await prisma(db).sourceEntry.updateMany({
    where: { id, state: 'waiting' },
    data: {
      state: 'ingested',
      articleId,
      outcome,
      statements,
      reason: reason ?? Prisma.DbNull,
      nextAttemptAt: null,
      fetchedAt: at,
    },
  })
  return count > 0
}

/**
 * Updates a waiting entry after an attempt that failed. An entry that waits for another attempt keeps its article of
 * earlier, and so does one that was given up.
 */
export async function settleFailed(
  db: Db,
  id: string,
  reason: SourceProblem,
  next: { readonly at: Date } | { readonly state: 'skipped' | 'failed' },
  at: Date,
): Promise<void> {
  await prisma(db).sourceEntry.updateMany({
    where: { id, state: 'waiting' },
    data: {
      reason,
      fetchedAt: at,
      ...('at' in next ? { nextAttemptAt: next.at } : { state: next.state, nextAttemptAt: null }),
    },
  })
}
