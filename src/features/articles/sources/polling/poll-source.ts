import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { sha256Of } from '../../../../record/articles/domain.ts'
import { erasedAddress } from '../entries/store.ts'
import type { Feed } from '../feeds/feed.ts'
import { notFeed, readFeed } from '../feeds/read-feed.ts'
import { scheduleVisit } from '../sites/domain.ts'
import { failureOf } from './failures.ts'
import { type KnownEntry, type MergedEntries, mergeEntries } from './merge-entries.ts'
import type { VisitOptions } from './options.ts'
import { afterFailure, afterSuccess } from './pauses.ts'
import * as store from './store.ts'

/** The time for which entries are kept after the feed drops them, in milliseconds. */
const KEPT_MS = 30 * 24 * 3_600_000

/**
 * Polls a feed, and makes its new and changed entries wait for their fetch.
 * @returns the pause that the site asks for, in milliseconds.
 * @throws the error that makes the database unavailable.
 */
export async function pollSource(options: VisitOptions, source: store.DueSource): Promise<number> {
  const { db, now, fetchFeed, random } = options
  const { id, url, etag, lastModified, intervalMinutes } = source
  try {
    const answer = await fetchFeed(url, { etag, lastModified })
    const at = now()
    const outcome = afterSuccess(intervalMinutes, at, random())
    const { document, movedTo, ...validators } = answer
    if (document === null) {
      const polled = { outcome, validators: null, feed: null, url }
      await inTransaction(db, async (tx) => void (await store.settlePoll(tx, source, polled, at)))
      return 0
    }
    const found = readFeed(document, at)
    if (!('feed' in found)) throw notFeed('The address answers with something that is no feed.')
    await storeFeed(options, source, { feed: found.feed, movedTo, validators, at, outcome })
    return 0
  } catch (error) {
    const at = now()
    const failure = failureOf(error, at)
    if (failure.problem.code === 'internal_error') options.onFailure(error)
    const outcome = afterFailure(source, failure.problem, failure, at, random())
    const polled = { outcome, validators: null, feed: null, url }
    await inTransaction(db, (tx) => store.settlePoll(tx, source, polled, at))
    if (outcome.disabledFor !== null)
      options.log.warn({ source: id }, `A source is disabled. ${outcome.disabledFor}`)
    return failure.requestedMs
  }
}

interface ReadFeed {
  readonly feed: Feed
  readonly movedTo: string
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null }
  readonly outcome: ReturnType<typeof afterSuccess>
  readonly at: Date
}

async function storeFeed(
  { db }: VisitOptions,
  source: store.DueSource,
  { feed, movedTo, validators, outcome, at }: ReadFeed,
): Promise<void> {
  const { id, readAt, firstEntries } = source
  await inTransaction(db, async (tx) => {
    const isTwin = movedTo !== source.url && (await store.isTaken(tx, id, movedTo))
    const merged = mergeEntries(
      isTwin ? [] : feed.entries,
      await knownEntries(tx, id, feed),
      readAt === null ? firstEntries : null,
      at,
    )
    const isThere = await store.settlePoll(
      tx,
      source,
      {
        outcome: isTwin
          ? { ...outcome, disabledFor: `The feed has moved to ${movedTo}, which is a source too.` }
          : outcome,
        // Without validators, the next poll gets the whole feed, with the entries that are left.
        validators: merged.isPartial ? { etag: null, lastModified: null } : validators,
        feed,
        url: isTwin ? source.url : movedTo,
      },
      at,
    )
    if (!isThere) return
    await storeEntries(tx, id, merged, at)
    await store.deleteUnseen(tx, id, new Date(at.getTime() - KEPT_MS))
    const waiting = [...merged.fetched, ...merged.changed.map(({ entry }) => entry)]
    const origins = new Set([new URL(movedTo).origin, ...waiting.map(({ url }) => new URL(url).origin)])
    // In one order everywhere, so that transactions wait for each other and never for a circle.
    for (const origin of [...origins].sort()) await scheduleVisit(tx, origin, at, at)
  })
}

async function storeEntries(
  tx: Parameters<typeof store.insertEntries>[0],
  id: string,
  { fetched, older, changed, seen }: MergedEntries,
  at: Date,
): Promise<void> {
  const makeId = idMaker(at)
  const reason = {
    code: 'older',
    detail:
      'The first poll found it below the newest entries. To ingest it, send its address to POST /v1/articles.',
  }
  // Lists show the latest entry first.
  await store.insertEntries(tx, id, older.toReversed(), { makeId, reason, at })
  await store.insertEntries(tx, id, fetched.toReversed(), { makeId, reason: null, at })
  for (const { known, entry } of changed) await store.reviveEntry(tx, known.id, entry, at)
  await store.markSeen(tx, seen, at)
}

/** Returns the entries on record of a feed, by their address. Those of erased articles have only its hash. */
async function knownEntries(
  tx: Parameters<typeof store.findKnown>[0],
  id: string,
  { entries }: Feed,
): Promise<Map<string, KnownEntry>> {
  const byKey = new Map(
    entries.flatMap(({ url }) => [
      [url, url],
      [erasedAddress(sha256Of(url)), url],
    ]),
  )
  const known = await store.findKnown(tx, id, [...byKey.keys()])
  return new Map(
    known.map((entry) => {
      const url = byKey.get(entry.url)!
      // An erased article is never fetched again.
      return [url, entry.url === url ? entry : { ...entry, state: 'skipped' as const }]
    }),
  )
}
