import { DomainError } from '../../../core/errors.ts'
import { findUnstorable } from '../../../core/unstorable.ts'
import { lockIdentitiesShared } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { idMaker } from '../../../database/uuid.ts'
import { sha256Of } from '../../../record/articles/domain.ts'
import { UNKNOWN_SOURCE } from '../../../record/articles/schema.ts'
import { recognizeArticle } from '../../../record/articles/writes/domain.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import { addChanged, addMetadata, addNew, type Ingested, type Kept } from './arrivals.ts'
import type { NewArticle } from './load-article.ts'
import { type ReadText, readLater } from './read-ahead.ts'
import { isBeginning } from './warnings.ts'
import { withdrawAtUrl } from './withdrawn-items.ts'
import { rejectWordless } from './words.ts'

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
export { decodeText } from './encoding.ts'
export { publishedInFeed } from './feed-dates.ts'
export { parseBoundedHtml } from './html/bounded-parser.ts'
export {
  type Details,
  EmbargoedError,
  FETCHED_TYPES,
  type Fetched,
  loadArticle,
  type NewArticle,
  type Submission,
} from './load-article.ts'
export type { PublisherZones } from './printed-dates/publisher-zones.ts'
export { readAhead } from './read-ahead.ts'

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
  const {
    text,
    warnings = [],
    evidence: _evidence,
    withdrawal,
    source = UNKNOWN_SOURCE,
    ...metadata
  } = article
  if (withdrawal) return await withdrawAtUrl(tx, metadata.url, withdrawal, { actor, now })
  rejectUnstorable(text)
  rejectWordless(text)
  const sha256 = sha256Of(text)
  await lockIdentitiesShared(tx)
  const recognized = await recognizeArticle(tx, sha256, metadata.url, afterErasure)
  const arrival = {
    text,
    sha256,
    metadata,
    source,
    actor,
    now,
    makeId: idMaker(now),
    read,
    isBeginning: isBeginning(warnings),
  }
  if (recognized.kind === 'new') return addNew(tx, arrival)
  const { kind, articleId } = recognized
  return kind === 'changed' ? addChanged(tx, arrival, articleId) : addMetadata(tx, arrival, articleId)
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
