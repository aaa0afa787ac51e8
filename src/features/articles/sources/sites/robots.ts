import robotsParser from 'robots-parser'
import { DomainError } from '../../../../core/errors.ts'
import type { Db } from '../../../../database/db.ts'
import { ResponseFailure } from '../../../../net/fetch-document.ts'
import { decodeText, type Fetched } from '../../ingestion/domain.ts'
import { findRobots, type StoredRobots, upsertRobots } from './store.ts'

/** The rules of a robots.txt. */
interface Rules {
  /** Undefined for a URL of another site. */
  isAllowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}

// The types of the package describe a default export that the package, a CommonJS module, does not have.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules

/** The name by which robots.txt can address the service. */
const AGENT = 'OnRecord'
/** The time for which a robots.txt is not read again, in milliseconds (RFC 9309, 2.4). */
const FRESH_MS = 24 * 3_600_000
/** The longest pause that `Crawl-delay` can ask for, in milliseconds. */
const DELAY_MAX_MS = 60_000
const TOO_MANY_REQUESTS = 429

/** The media types with which servers send robots.txt. Some send none. */
export const ROBOTS_TYPES = [
  'text/plain',
  'text/html',
  'application/octet-stream',
  'text/x-robots',
  '',
] as const

export interface RobotsOptions {
  readonly db: Db
  readonly now: () => Date
  /** Fetches a robots.txt. */
  readonly fetchRobots: (url: string) => Promise<Fetched>
}

/** Throws if a robots.txt does not allow a request. */
export interface Permit {
  /** @throws DomainError `robots_disallowed`; `fetch_failed` if the robots.txt cannot be read. */
  permit(url: URL): Promise<void>
  /** Returns the pause that a site asks for between requests, in milliseconds; 0 if it asks for none. */
  pauseOf(origin: string): Promise<number>
}

/** Creates a check of requests against the robots.txt of their sites (RFC 9309). */
export function createPermit(options: RobotsOptions): Permit {
  return {
    async permit(url) {
      const rules = parseRobots(robotsUrlOf(url.origin), (await robotsOf(url.origin, options)).text)
      if (rules.isAllowed(url.href, AGENT) !== false) return
      throw new DomainError(
        'robots_disallowed',
        `The robots.txt of ${url.host} does not allow robots to fetch ${url.pathname.slice(0, 200)}.`,
      )
    },
    async pauseOf(origin) {
      const stored = await findRobots(options.db, origin)
      const seconds = stored ? parseRobots(robotsUrlOf(origin), stored.text).getCrawlDelay(AGENT) : 0
      return Math.min(Math.max(0, seconds ?? 0) * 1000, DELAY_MAX_MS)
    },
  }
}

const robotsUrlOf = (origin: string): string => `${origin}/robots.txt`

/**
 * Returns the robots.txt of a site. A site without one allows everything. If it cannot be read, an old copy counts.
 * @throws DomainError `fetch_failed` if it cannot be read, and there is no copy; `fetch_refused`.
 */
async function robotsOf(origin: string, { db, now, fetchRobots }: RobotsOptions): Promise<StoredRobots> {
  const stored = await findRobots(db, origin)
  const at = now()
  if (stored && at.getTime() - stored.at.getTime() < FRESH_MS) return stored
  const text = await fetchRobots(robotsUrlOf(origin)).then(
    ({ bytes, charset }) => decodeText(bytes, charset).replaceAll('\0', ''),
    (error: unknown) => {
      if (isMissing(error)) return ''
      if (stored) return stored.text
      if (!(error instanceof DomainError) || error.code !== 'fetch_failed') throw error
      throw new DomainError('fetch_failed', `The robots.txt of ${origin} cannot be read. ${error.message}`)
    },
  )
  const robots = { text, at }
  await upsertRobots(db, origin, robots)
  return robots
}

const isMissing = (error: unknown): boolean =>
  error instanceof ResponseFailure &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== TOO_MANY_REQUESTS
