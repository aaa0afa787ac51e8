import { parseEdtf } from '../../../core/edtf.ts'
import { DomainError } from '../../../core/errors.ts'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import { lockIdentitiesShared } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { findIdByUrl, getArticle } from '../../../record/articles/domain.ts'
import type { Article, ArticleMetadata } from '../../../record/articles/schema.ts'
import {
  ArticleRecord,
  changeMetadata,
  lockArticle,
  type MetadataChange,
  metadataOf,
} from '../../../record/articles/writes/domain.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import { lockRowsOfArticle } from '../../../record/statements/writes/domain.ts'
import type { Review } from '../../access/idempotency/schema.ts'
import {
  changedFields,
  findChange,
  historyOf,
  lastUndoable,
  pastChanges,
} from '../../changes/history/domain.ts'
import type { HistoryEntry } from '../../changes/history/schema.ts'
import type { Reader } from '../../extraction/domain.ts'
import type { Details } from '../ingestion/domain.ts'
import { redateArticle } from '../redating/domain.ts'

/** A correction of metadata. An absent field keeps its value; null removes the value. */
export interface ArticleCorrection extends Details {
  readonly url?: string | null | undefined
}

/** The actions that change only metadata. An undo reverts them. */
const UNDOABLE: readonly string[] = ['corrected', 'completed', 'undone'] satisfies MetadataChange['action'][]

/**
 * Corrects the metadata of an article. If the date of publication changes, its statements are dated again. Writes
 * nothing if nothing changes.
 * @param reader reads the texts again. Default: in this thread.
 * @throws DomainError `not_found`; `gone` for a withdrawn article; `conflict` for the URL of another article; the
 * errors of `demand`.
 */
export const correctArticle = (
  db: Db,
  id: string,
  correction: ArticleCorrection,
  review: Review,
  reader?: Reader,
): Promise<Article> =>
  inTransaction(db, async (tx) => {
    const article = await lockForChange(tx, id, review)
    const known = metadataOf(article)
    const given = Object.entries(correction).filter(([, value]) => value !== undefined)
    const metadata: ArticleMetadata = { ...known, ...Object.fromEntries(given) }
    const isDated = correction.published !== undefined
    const publishedBasis = !isDated ? known.publishedBasis : metadata.published ? 'stated' : 'unknown'
    const { actor, reason } = review
    const change = { action: 'corrected', actor, reason } as const
    return settle(tx, article, { ...metadata, publishedBasis }, { change, at: review.at, reader })
  })

/**
 * Undoes the latest change of an article's metadata, as a new change.
 * @param reader reads the texts again. Default: in this thread.
 * @throws DomainError `not_found`; `gone` for a withdrawn article; `conflict` if no change can be undone, or if another
 * article has the former URL; the errors of `demand`.
 */
export const undoArticleChange = (db: Db, id: string, review: Review, reader?: Reader): Promise<Article> =>
  inTransaction(db, async (tx) => {
    const article = await lockForChange(tx, id, review)
    const past = await pastChanges(tx, 'article', id)
    const change = lastUndoable(past.filter(({ action }) => UNDOABLE.includes(action)))
    if (change === null) {
      throw new DomainError(
        'conflict',
        'There is nothing to undo: the metadata is as it arrived with the texts. To withdraw the article: POST …/withdraw.',
      )
    }
    const { before, after } = await findChange(tx, 'article', ArticleRecord, id, change.version)
    const metadata = revert(metadataOf(article), before ?? after, after)
    const { actor, reason } = review
    const undo = { action: 'undone', actor, reason, undoes: change.version } as const
    return settle(tx, article, metadata, { change: undo, at: review.at, reader })
  })

/** Returns the metadata without one change. Fields that this change did not touch keep their values. */
function revert(current: ArticleMetadata, before: ArticleRecord, after: ArticleRecord): ArticleMetadata {
  const restored = (['title', 'publisher', 'byline', 'dateline', 'url', 'language'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => [field, before[field]])
  const reverted = { ...current, ...Object.fromEntries(restored) }
  if (before.published === after.published && before.publishedBasis === after.publishedBasis) return reverted
  const published = before.published === null ? null : parseEdtf(before.published)
  return { ...reverted, published, publishedBasis: before.publishedBasis }
}

async function lockForChange(tx: Tx, id: string, { demand }: Review): Promise<Article> {
  await lockIdentitiesShared(tx)
  const article = await lockArticle(tx, id)
  demand(article.version)
  return article
}

interface Settling {
  readonly change: MetadataChange
  readonly at: Date
  readonly reader: Reader | undefined
}

async function settle(
  tx: Tx,
  article: Article,
  metadata: ArticleMetadata,
  { change, at, reader }: Settling,
): Promise<Article> {
  const known = metadataOf(article)
  if (changedFields(known, metadata).length === 0) return article
  if (metadata.url !== null && metadata.url !== known.url) await demandFree(tx, metadata.url)
  await lockRowsOfArticle(tx, article.id)
  const isRedated = metadata.published?.edtf !== known.published?.edtf
  const redated = isRedated ? await redateArticle(tx, article.id, metadata.published, at, reader) : []
  const changed = await changeMetadata(tx, article, metadata, change, at)
  const after = await getArticle(tx, article.id)
  await appendChanges(tx, [changed, ...redated], at)
  return after
}

/**
 * Demands that no article has this URL.
 * @throws DomainError `conflict` if an article has it, withdrawn or not.
 */
async function demandFree(tx: Tx, url: string): Promise<void> {
  const owner = await findIdByUrl(tx, url)
  if (owner === undefined) return
  throw new DomainError(
    'conflict',
    `The article /v1/articles/${owner} has this URL. Correct or withdraw that article first.`,
    [{ code: 'url_taken', message: `/v1/articles/${owner}` }],
  )
}

/**
 * Lists the changes of an article: who changed what, when and why. Only reviewers can read the history of a withdrawn
 * article.
 * @throws DomainError `not_found`; `gone` for a withdrawn article.
 */
export async function listArticleHistory(
  db: Db,
  id: string,
  request: PageRequest,
  mayReview: boolean,
): Promise<Keyed<HistoryEntry>[]> {
  await getArticle(db, id).catch((error: unknown) => {
    if (!mayReview || !(error instanceof DomainError) || error.code !== 'gone') throw error
  })
  return historyOf(db, 'article', id, request)
}
