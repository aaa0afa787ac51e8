import { publishedInFeed } from '../../ingestion/domain.ts'
import type { FeedEntry } from '../feeds/feed.ts'

/** An entry on record. */
export interface KnownEntry {
  readonly id: string
  readonly url: string
  readonly fingerprint: string
  readonly state: 'waiting' | 'ingested' | 'skipped' | 'failed'
  readonly fetchedAt: Date | null
  readonly seenAt: Date
}

/** What a poll does with the entries of a feed. */
export interface MergedEntries {
  readonly fetched: readonly FeedEntry[]
  /** New entries that are not fetched, because they are older than the first ones of the first poll. */
  readonly older: readonly FeedEntry[]
  /** Entries that the publisher has changed. They are fetched again. */
  readonly changed: readonly { readonly known: KnownEntry; readonly entry: FeedEntry }[]
  /** Ids of known entries that the feed still has, and that no poll noted for a day. */
  readonly seen: readonly string[]
  /** True if entries are left for the next poll. */
  readonly isPartial: boolean
}

/** The most new entries, and the most changed ones, that one poll takes. The next poll takes the others. */
const TAKEN_MAX = 200
/** An article that was just fetched is not fetched again before this time, in milliseconds. */
const REFETCH_MS = 10 * 60_000
const DAY_MS = 24 * 3_600_000

/**
 * Compares the entries of a feed with those on record.
 * @param known the entries on record by their address.
 * @param firstEntries the most entries that the first poll fetches; null for a later poll.
 */
export function mergeEntries(
  entries: readonly FeedEntry[],
  known: ReadonlyMap<string, KnownEntry>,
  firstEntries: number | null,
  now: Date,
): MergedEntries {
  const fresh = newestFirst(
    entries.filter(({ url }) => !known.has(url)),
    now,
  )
  const most = firstEntries ?? TAKEN_MAX
  const isOld = (entry: KnownEntry): boolean =>
    entry.fetchedAt === null || now.getTime() - entry.fetchedAt.getTime() >= REFETCH_MS
  const differing = entries.flatMap((entry) => {
    const one = known.get(entry.url)
    // Entries that were skipped stay so: a publisher who builds a site again changes the dates of all old articles.
    const canChange = one?.state === 'ingested' || one?.state === 'failed'
    return one && canChange && one.fingerprint !== entry.fingerprint ? [{ known: one, entry }] : []
  })
  const changed = differing.filter((pair) => isOld(pair.known)).slice(0, TAKEN_MAX)
  return {
    fetched: fresh.slice(0, most),
    older: firstEntries === null ? [] : fresh.slice(most),
    changed,
    seen: entries.flatMap(({ url }) => {
      const one = known.get(url)
      return one && now.getTime() - one.seenAt.getTime() >= DAY_MS ? [one.id] : []
    }),
    isPartial: differing.length > changed.length || (firstEntries === null && fresh.length > most),
  }
}

/** Sorts entries by date, newest first. Entries without a date that can be right keep the place of their neighbor. */
function newestFirst(entries: readonly FeedEntry[], now: Date): FeedEntry[] {
  let latest = Number.POSITIVE_INFINITY
  const dated = entries.map((entry) => {
    latest = timeOf(entry, now) ?? latest
    return { entry, time: latest }
  })
  return dated.sort((one, other) => other.time - one.time || 0).map(({ entry }) => entry)
}

function timeOf({ published, modified }: FeedEntry, now: Date): number | null {
  const day = published === null ? null : publishedInFeed(published, null, now)
  if (day === null) return modified?.getTime() ?? null
  const time = Date.parse(published ?? '')
  return Number.isNaN(time) ? Date.parse(day.edtf) : time
}
