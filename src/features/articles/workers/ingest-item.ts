import { unspanned } from '../../../core/spanned.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import { problemOf } from '../../lines/domain.ts'
import { type Ingested, ingestNewWithin, ingestWithin } from '../ingestion/domain.ts'
import { type Attempt, attempting, type IngestItemOptions } from './attempts.ts'
import { type ReadItem, readArticle } from './read-items.ts'
import { lockItem, lockItems, type ReadLine, settleRead } from './store.sql.ts'
import type { WaitingItem } from './store.ts'

/** The time for which a line waits for an earlier line with the same URL, in seconds. */
const EARLIER_LINE_SECONDS = 2

/**
 * Ingests one line of a job. The same transaction stores the new state of the line, so that another attempt does not
 * ingest the article again.
 * @throws the error that makes the database unavailable. The state of the line is then unknown.
 */
export const ingestItem = (job: string, item: WaitingItem, options: IngestItemOptions): Promise<Attempt> =>
  (options.spanned ?? unspanned)('ingest an article', () =>
    attempting(job, item, options, async () => storeAlone(job, await readArticle(item, options), options)),
  )

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
  { db, now, onSplit }: IngestItemOptions,
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
    onSplit(error)
    return read
  }
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
