import { DomainError } from '../../../core/errors.ts'
import { findUnstorable } from '../../../core/unstorable.ts'
import { lockIdentitiesShared } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { idMaker } from '../../../database/uuid.ts'
import { sha256Of } from '../../../record/articles/domain.ts'
import { UNKNOWN_SOURCE } from '../../../record/articles/schema.ts'
import { lockNewArticles, recognizeArticle } from '../../../record/articles/writes/domain.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import { type Arrival, addChanged, addMetadata, addNew, type Ingested, type Kept } from './arrivals.ts'
import type { NewArticle } from './load-article.ts'
import { type ReadText, readLater } from './read-ahead.ts'
import { isBeginning } from './warnings.ts'
import { withdrawAtUrl } from './withdrawn-items.ts'
import { hasWords, rejectWordless } from './words.ts'

/** The caller and the time of a submission. */
export interface Sending {
  /** The name of the caller's key, or `machine`. */
  readonly actor: string
  /** The time of recording, by the caller's clock. */
  readonly now: Date
  /** True if a text or a URL that was erased is accepted as new. Default: false. */
  readonly afterErasure?: boolean
  /** Reads the text. Default: in this thread, when it is needed. */
  readonly read?: ReadText
}

export type { Ingested, Kept } from './arrivals.ts'
export { type ArticleReader, articleReaderHere } from './article-reader.ts'
export { EmbargoedError } from './embargo.ts'
export { decodeText } from './encoding.ts'
export { publishedInFeed } from './feed-dates.ts'
export { parseBoundedHtml } from './html/bounded-parser.ts'
export {
  type Details,
  FETCHED_TYPES,
  type Fetched,
  loadArticle,
  type NewArticle,
  type Submission,
} from './load-article.ts'
export type { PublisherZones } from './printed-dates/publisher-zones.ts'
export { lookAhead, type ReadText, readAhead, readExpected } from './read-ahead.ts'

/**
 * Ingests an article in one transaction: extracts its statements and inserts everything. If the same text is on record,
 * adds only unknown metadata. Another text at the same URL becomes a new snapshot, and the statements on record are
 * updated to it.
 * @param now the time of recording, by the caller's clock.
 * @param actor the name of the caller's key, or `machine`.
 * @param afterErasure true if a text or a URL that was erased is accepted as new.
 * @param read reads the text; see `readAhead`. Default: in this thread, when it is needed.
 * @throws DomainError `unreadable_article` for a text without words; `invalid_body` for a text that cannot be stored
 * unchanged; `gone` for an article that was withdrawn or erased; `article_behind_wall` for the beginning of an article
 * whose longer text is on record.
 */
export const ingestArticle = (
  db: Db,
  article: NewArticle,
  now: Date,
  actor = 'machine',
  afterErasure = false,
  read: ReadText = readLater(article.text),
): Promise<Ingested> =>
  inTransaction(db, async (tx) => {
    const { ingested, revisions } = await ingestWithin(tx, article, { now, actor, afterErasure, read })
    await appendChanges(tx, revisions, now)
    return ingested
  })

/**
 * Ingests an article like `ingestArticle`, within the caller's transaction. The caller must append the revisions as the
 * last step, because other writers wait from then on.
 * @throws DomainError of `ingestArticle`.
 */
export async function ingestWithin(
  tx: Tx,
  article: NewArticle,
  { now, actor, afterErasure = false, read = readLater(article.text) }: Sending,
): Promise<Kept> {
  const { withdrawal } = article
  if (withdrawal) return await withdrawAtUrl(tx, article.url, withdrawal, { actor, now })
  rejectUnstorable(article.text)
  rejectWordless(article.text)
  const arrival = toArrival(article, read)
  const recording = { actor, now, makeId: idMaker(now) }
  await lockIdentitiesShared(tx)
  const recognized = await recognizeArticle(tx, arrival.sha256, article.url, afterErasure)
  if (recognized.kind === 'new') {
    const { ingested, revisions } = await addNew(tx, [arrival], recording)
    return { ingested: ingested[0]!, revisions }
  }
  const { kind, articleId } = recognized
  return kind === 'changed'
    ? addChanged(tx, arrival, articleId, recording)
    : addMetadata(tx, arrival, articleId, recording)
}

/** An article with the function that reads its text; see `readAhead`. */
export interface ArticleToRead {
  readonly article: NewArticle
  readonly read: ReadText
}

/** The result of an ingestion of several articles. */
export interface NewKept<Item> {
  readonly ingested: readonly { readonly item: Item; readonly result: Ingested }[]
  /** The articles that `ingestWithin` must ingest one after another: nothing was done for them. */
  readonly others: readonly Item[]
  readonly revisions: readonly Revision[]
}

/**
 * Ingests those of the articles that are new, with a fraction of the queries that `ingestWithin` needs for each. An
 * article is left to `ingestWithin` if it is on record, is a repetition, or cannot be stored. The people whom one of the
 * articles introduces are not known to the engine when it reads the others, as in articles that arrive at once. The
 * caller must append the revisions as the last step.
 */
export async function ingestNewWithin<Item extends ArticleToRead>(
  tx: Tx,
  items: readonly Item[],
  { now, actor }: { readonly now: Date; readonly actor: string },
): Promise<NewKept<Item>> {
  const arrivals = items
    .filter(({ article }) => isStorable(article))
    .map((item) => ({ item, ...toArrival(item.article, item.read) }))
  await lockIdentitiesShared(tx)
  const found = await lockNewArticles(
    tx,
    arrivals.map((arrival) => ({ ...arrival, url: arrival.metadata.url })),
  )
  if (found.length === 0) return { ingested: [], others: items, revisions: [] }
  const { ingested, revisions } = await addNew(tx, found, { actor, now, makeId: idMaker(now) })
  const added = new Set(found.map(({ item }) => item))
  return {
    ingested: found.map(({ item }, index) => ({ item, result: ingested[index]! })),
    others: items.filter((item) => !added.has(item)),
    revisions,
  }
}

const isStorable = ({ text, withdrawal }: NewArticle): boolean =>
  !withdrawal && findUnstorable(text) === null && hasWords(text)

function toArrival(article: NewArticle, read: ReadText): Arrival {
  const {
    text,
    warnings = [],
    evidence: _evidence,
    withdrawal: _withdrawal,
    source = UNKNOWN_SOURCE,
    ...metadata
  } = article
  return { text, sha256: sha256Of(text), metadata, source, read, isBeginning: isBeginning(warnings) }
}

function rejectUnstorable(text: string): void {
  const fault = findUnstorable(text)
  if (!fault) return
  const { what, offset } = fault
  throw new DomainError(
    'invalid_body',
    `The text contains ${what} at offset ${offset}. Remove it and send the article again.`,
    [{ pointer: '/text', code: 'not_storable', message: `${what} at offset ${offset}` }],
  )
}
