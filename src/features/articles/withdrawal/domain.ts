import { DomainError } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { appendRevisions, type Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { absence, findHashes, getArticle } from '../../../record/articles/domain.ts'
import type { Article, ArticleInAnyState } from '../../../record/articles/schema.ts'
import { eraseArticle, lockInAnyState, setWithdrawn } from '../../../record/articles/writes/domain.ts'
import { lockRowsOfArticle } from '../../../record/statements/writes/domain.ts'
import { forgetResponses } from '../../access/idempotency/domain.ts'
import type { Review } from '../../access/idempotency/schema.ts'
import { forgetLines } from '../jobs/domain.ts'
import type { RemovedArticle } from './schema.ts'

/**
 * Withdraws an article: it and its statements leave every list. Nothing of them changes, so a restoration returns all.
 * @throws DomainError `not_found`; `gone` if it was withdrawn already; what `demand` throws.
 */
export const withdrawArticle = (db: Db, id: string, review: Review): Promise<RemovedArticle> =>
  inTransaction(db, async (tx) => {
    const held = await lockForRemoval(tx, id, review)
    if (held.withdrawn) throw await absence(tx, id)
    const revision = await setWithdrawn(tx, held, true, review, review.at)
    const removed = await describeRemoved(tx, 'withdrawn', revision, review)
    await appendRevisions(tx, [revision], review.at)
    return removed
  })

/**
 * Restores a withdrawn article with its statements, as they were.
 * @throws DomainError `not_found`; `gone` if it was erased; `conflict` if it is not withdrawn; what `demand` throws.
 */
export const restoreArticle = (db: Db, id: string, review: Review): Promise<Article> =>
  inTransaction(db, async (tx) => {
    const held = await lockForRemoval(tx, id, review)
    if (!held.withdrawn) {
      throw new DomainError('conflict', 'The article is not withdrawn, so there is nothing to restore.')
    }
    const revision = await setWithdrawn(tx, held, false, review, review.at)
    const article = await getArticle(tx, id)
    await appendRevisions(tx, [revision], review.at)
    return article
  })

/**
 * Erases an article for good: its texts, the words of its metadata and of its statements, the content of their
 * revisions, and what responses and jobs kept of it. Ids, hashes, times and the reason stay.
 * @throws DomainError `not_found`; `gone` if it was erased already; what `demand` throws.
 */
export const eraseArticleForGood = (db: Db, id: string, review: Review): Promise<RemovedArticle> =>
  inTransaction(db, async (tx) => {
    const held = await lockForRemoval(tx, id, review)
    const hashes = (await findHashes(tx, id)).map(({ sha256 }) => sha256)
    await forgetLines(tx, id, hashes, held.article.url)
    await forgetResponses(tx, id)
    const revision = await eraseArticle(tx, held, review, review.at)
    const removed = await describeRemoved(tx, 'erased', revision, review)
    await appendRevisions(tx, [revision], review.at)
    return removed
  })

/** Locks an article and its statements, so that no review of a statement comes between. */
async function lockForRemoval(tx: Tx, id: string, { demand }: Review): Promise<ArticleInAnyState> {
  const held = await lockInAnyState(tx, id)
  demand(held.article.version)
  await lockRowsOfArticle(tx, id)
  return held
}

async function describeRemoved(
  tx: Tx,
  state: RemovedArticle['state'],
  { subjectId: id, version }: Revision,
  { actor, reason, at }: Review,
): Promise<RemovedArticle> {
  const snapshots = await findHashes(tx, id)
  const url = `/v1/articles/${id}`
  return { id, url, state, at: at.toISOString(), by: actor, reason, snapshots, version }
}
