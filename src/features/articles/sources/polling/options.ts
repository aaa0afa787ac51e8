import type { Logger } from 'pino'
import type { Db } from '../../../../database/db.ts'
import type { ArticleReader, Fetched, PublisherZones } from '../../ingestion/domain.ts'
import type { FetchFeed } from '../discovery.ts'

/** What a visit to a site needs. */
export interface VisitOptions {
  readonly db: Db
  readonly now: () => Date
  readonly log: Logger
  readonly reader: ArticleReader
  readonly fetchFeed: FetchFeed
  /** Fetches the document at the address of an entry, if its robots.txt allows it. */
  readonly fetchArticle: (url: string) => Promise<Fetched>
  /** The time zones of publishers. Default: none. */
  readonly zones?: PublisherZones | undefined
  /** Returns the pause that the robots.txt of a site asks for, in milliseconds. */
  readonly pauseOf: (origin: string) => Promise<number>
  /** The shortest pause between two visits to a site, in milliseconds. */
  readonly pauseMs: number
  /** Returns a number from 0 to 1. */
  readonly random: () => number
  /** Receives failures of the service itself. */
  readonly onFailure: (error: unknown) => void
}
