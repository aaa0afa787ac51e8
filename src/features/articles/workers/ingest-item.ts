import { DomainError } from '../../../core/errors.ts'
import { type Spanned, unspanned } from '../../../core/spanned.ts'
import type { Db } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import type { Reader } from '../../extraction/domain.ts'
import { problemOf } from '../../lines/domain.ts'
import type { LineProblem } from '../../lines/schema.ts'
import {
  type ArticleToRead,
  EmbargoedError,
  type Fetched,
  type Ingested,
  ingestNewWithin,
  ingestWithin,
  loadArticle,
  type PublisherZones,
  readAhead,
} from '../ingestion/domain.ts'
import { readArticleJson } from '../ingestion/parameters.ts'
import { isPermanent } from '../jobs/domain.ts'
import { lockItem, lockItems, type ReadLine, settleRead } from './store.sql.ts'
import * as store from './store.ts'

export interface IngestItemOptions {
  readonly db: Db
  readonly now: () => Date
  /** Fetches the document at a URL. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: Reader
  /** The longest time for one line, in milliseconds. */
  readonly lineMs: number
  /** Receives failures of the service itself. */
  readonly onFailure: (error: unknown) => void
  /** Traces the ingestion of each piece, and of each line that is retried. Default: no trace. */
  readonly spanned?: Spanned | undefined
}

/** The time for which a line waits for an earlier line with the same URL, in seconds. */
const EARLIER_LINE_SECONDS = 2

/**
 * settled: the line has its result; early: an earlier line with the same URL must come first, or the item is embargoed;
 * failed: the line can be retried.
 */
export type Attempt =
  | { readonly kind: 'settled' }
  | { readonly kind: 'early'; readonly delaySeconds: number }
  | { readonly kind: 'failed'; readonly problem: LineProblem }

/** A line of a job with its article, which was read and is not yet stored. */
export interface ReadItem extends ArticleToRead {
  readonly item: store.WaitingItem
}

/**
 * Ingests one line of a job. The same transaction stores the new state of the line, so that another attempt does not
 * ingest the article again.
 * @throws the error that makes the database unavailable. The state of the line is then unknown.
 */
export const ingestItem = (
  job: string,
  item: store.WaitingItem,
  options: IngestItemOptions,
): Promise<Attempt> =>
  (options.spanned ?? unspanned)('ingest an article', () =>
    attempting(job, item, options, async () => storeAlone(job, await readArticle(item, options), options)),
  )

/** Reads the article of a line, without storing it. Returns the attempt if it failed. */
export const readItem = (
  job: string,
  item: store.WaitingItem,
  options: IngestItemOptions,
): Promise<ReadItem | Attempt> => attempting(job, item, options, () => readArticle(item, options))

/** Stores the article of a line like `ingestItem`. */
export const storeItem = (job: string, read: ReadItem, options: IngestItemOptions): Promise<Attempt> =>
  attempting(job, read.item, options, () => storeAlone(job, read, options))

/**
 * Stores the new articles among several lines, in one transaction: the ledger is locked once, and the disk is waited for
 * once. If that fails, nothing is stored.
 * @returns the lines that `storeItem` must store one after another.
 * @throws the error that makes the database unavailable.
 */
export async function storeNewItems(
  job: string,
  read: readonly ReadItem[],
  { db, now }: IngestItemOptions,
): Promise<readonly ReadItem[]> {
  if (read.length < 2) return read
  try {
    return await inTransaction(db, async (tx) => {
      const lines = await lockItems(
        tx,
        job,
        read.map(({ item }) => item.line),
      )
      const ready = read.filter(({ item }) => lines.has(item.line))
      const at = now()
      const actor = read[0]!.item.submittedBy
      const { ingested, revisions } = await ingestNewWithin(tx, ready, { now: at, actor })
      if (ingested.length === 0) return read
      await settleRead(
        tx,
        job,
        ingested.map(({ item, result }) => readLineOf(item, result)),
        at,
      )
      await appendChanges(tx, revisions, at)
      const stored = new Set(ingested.map(({ item }) => item))
      return read.filter((item) => !stored.has(item))
    })
  } catch (error) {
    if (problemOf(error).code === 'unavailable') throw error
    return read
  }
}

/** Runs a part of an attempt at a line. If it fails, counts the attempt, and settles the line if no retry can help. */
async function attempting<Result>(
  job: string,
  item: store.WaitingItem,
  options: IngestItemOptions,
  work: () => Promise<Result>,
): Promise<Result | Attempt> {
  const key = { job, line: item.line }
  const attempts = item.attempts + 1
  try {
    return await withinMs(options.lineMs, work())
  } catch (error) {
    if (error instanceof EmbargoedError) return untilEndOf(error, options.now())
    const problem = problemOf(error)
    if (problem.code === 'unavailable') throw error
    if (problem.code === 'internal_error') options.onFailure(error)
    if (isPermanent(problem)) {
      await store.settleFailed(options.db, key, problem, attempts, options.now())
      return { kind: 'settled' }
    }
    await store.countAttempt(options.db, key, attempts, problem)
    return { kind: 'failed', problem }
  }
}

/** Returns the pause until an embargo ends, at most a day, because clocks change. */
const untilEndOf = ({ until }: EmbargoedError, now: Date): Attempt => ({
  kind: 'early',
  delaySeconds: Math.max(1, Math.min(86_400, Math.ceil((until.getTime() - now.getTime()) / 1000))),
})

async function readArticle(
  item: store.WaitingItem,
  { db, now, fetchDocument, zones, reader }: IngestItemOptions,
): Promise<ReadItem> {
  const { submission } = readArticleJson(Buffer.from(item.body))
  const article = await loadArticle(submission, fetchDocument, now(), zones)
  return { item, article, read: await readAhead(db, reader, article) }
}

const storeAlone = (job: string, read: ReadItem, { db, now }: IngestItemOptions): Promise<Attempt> =>
  inTransaction(db, async (tx) => {
    const { item, article } = read
    const held = await lockItem(tx, { job, line: item.line })
    if (held === null) return { kind: 'settled' }
    if (held.mustWait) return { kind: 'early', delaySeconds: EARLIER_LINE_SECONDS }
    const at = now()
    const { ingested, revisions } = await ingestWithin(tx, article, {
      now: at,
      actor: item.submittedBy,
      read: read.read,
    })
    await settleRead(tx, job, [readLineOf(read, ingested)], at)
    await appendChanges(tx, revisions, at)
    return { kind: 'settled' }
  })

const readLineOf = ({ item, article }: ReadItem, ingested: Ingested): ReadLine => ({
  line: item.line,
  attempts: item.attempts + 1,
  ...ingested,
  warnings: article.warnings ?? [],
})

/**
 * Waits for work up to a time limit. Does not stop the work.
 * @throws DomainError `timeout`.
 */
async function withinMs<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DomainError('timeout', `The ingestion took longer than ${ms / 1000} seconds.`)),
      ms,
    )
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
