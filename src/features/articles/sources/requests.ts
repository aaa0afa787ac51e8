import type { Db } from '../../../database/db.ts'
import { fetchPolitely, ResponseFailure } from '../../../net/fetch-document.ts'
import type { Guard } from '../../../net/guard.ts'
import { FETCHED_TYPES, type Fetched } from '../ingestion/domain.ts'
import type { FetchFeed } from './discovery.ts'
import { FEED_BYTES_MAX, FEED_TYPES } from './feeds/read-feed.ts'
import { createPermit, ROBOTS_TYPES } from './sites/domain.ts'

/** The limits of every request to a site. */
const LIMITS = { bytes: FEED_BYTES_MAX, timeoutMs: 15_000, redirects: 5 }
const NOT_MODIFIED = 304
const UNCONDITIONAL = { etag: null, lastModified: null }

export interface RequestOptions {
  readonly db: Db
  readonly now: () => Date
  readonly guard: Guard
  /** The public URL of the service, which it tells publishers; null if there is none. */
  readonly publicUrl: string | null
}

/** The requests to the sites of sources. All of them honor robots.txt. */
export interface SourceRequests {
  readonly fetchFeed: FetchFeed
  /** Fetches the document at the address of an entry. */
  readonly fetchArticle: (url: string) => Promise<Fetched>
  /** Returns the pause that the robots.txt of a site asks for, in milliseconds. */
  readonly pauseOf: (origin: string) => Promise<number>
}

/** Creates the requests to the sites of sources. The guard restricts them to public addresses. */
export function createSourceRequests({ db, now, guard, publicUrl }: RequestOptions): SourceRequests {
  const userAgent = `OnRecord/0.1 (quote attribution; reads feeds${publicUrl === null ? '' : `; +${publicUrl}`})`
  const fetchAny = async (
    url: string,
    mediaTypes: readonly string[],
    permit: (url: URL) => Promise<void>,
  ) => {
    const request = { ...UNCONDITIONAL, userAgent, permit }
    const { document } = await fetchPolitely(url, mediaTypes, guard, request, LIMITS)
    if (document === null) throw new ResponseFailure(NOT_MODIFIED, null)
    return document
  }
  const { permit, pauseOf } = createPermit({
    db,
    now,
    fetchRobots: (url) => fetchAny(url, ROBOTS_TYPES, async () => undefined),
  })
  return {
    fetchFeed: (url, validators) =>
      fetchPolitely(url, FEED_TYPES, guard, { ...validators, userAgent, permit }, LIMITS),
    fetchArticle: (url) => fetchAny(url, FETCHED_TYPES, permit),
    pauseOf,
  }
}
