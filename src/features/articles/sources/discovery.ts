import { DomainError } from '../../../core/errors.ts'
import type { PoliteResponse } from '../../../net/fetch-document.ts'
import type { Feed } from './feeds/feed.ts'
import { notFeed, readFeed } from './feeds/read-feed.ts'

/** The validators of an earlier response. */
interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/**
 * Fetches a feed, if it has changed since an earlier response.
 * @throws DomainError `fetch_refused`, `fetch_failed` or `robots_disallowed`.
 */
export type FetchFeed = (url: string, validators: Validators) => Promise<PoliteResponse>

/** A feed, and the address that it has for good. */
export interface DiscoveredFeed {
  readonly url: string
  readonly feed: Feed
}

const NO_VALIDATORS: Validators = { etag: null, lastModified: null }
/** The most feeds of a page that are tried. */
const TRIED_MAX = 3

/**
 * Finds the feed at an address, or the first feed that a page at the address names.
 * @throws DomainError `not_a_feed`; the errors of `fetchFeed`.
 */
export async function discoverFeed(
  address: string,
  fetchFeed: FetchFeed,
  now: Date,
): Promise<DiscoveredFeed> {
  const { found, url } = await fetchAndRead(address, fetchFeed, now)
  if ('feed' in found) return { url, feed: found.feed }
  let failure: unknown = null
  for (const linked of found.linked.slice(0, TRIED_MAX)) {
    try {
      const named = await fetchAndRead(linked, fetchFeed, now)
      if ('feed' in named.found) return { url: named.url, feed: named.found.feed }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      failure ??= error
    }
  }
  if (failure !== null) throw failure
  throw notFeed(
    'The address answers with a page that names no feed. Send the address of its RSS, Atom or JSON Feed, or of its news sitemap.',
  )
}

async function fetchAndRead(address: string, fetchFeed: FetchFeed, now: Date) {
  const { document, movedTo } = await fetchFeed(address, NO_VALIDATORS)
  if (document === null) throw notFeed('The address answers without content.')
  return { found: readFeed(document, now), url: movedTo }
}
