import { DomainError } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { absence, findHashes, getArticle } from '../../../record/articles/domain.ts'
import type { Article, ArticleInAnyState } from '../../../record/articles/schema.ts'
import { eraseArticle, lockInAnyState, setWithdrawn } from '../../../record/articles/writes/domain.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import { lockRowsOfArticle } from '../../../record/statements/writes/domain.ts'
import { forgetResponses } from '../../access/idempotency/domain.ts'
import type { Review } from '../../access/idempotency/schema.ts'
import { forgetLines } from '../jobs/domain.ts'
import { forgetEntries } from '../sources/domain.ts'
import type { RemovedArticle } from './schema.ts'

/**
 * Withdraws an article. No list contains the article and its statements then. They stay unchanged, so a restoration
 * returns them all.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn before; the errors of `demand`.
 */
export const withdrawArticle = (db: Db, id: string, review: Review): Promise<RemovedArticle> =>
  inTransaction(db, async (tx) => {
    const held = await lockForRemoval(tx, id, review)
    if (held.withdrawn) throw await absence(tx, id)
    const revision = await setWithdrawn(tx, held, true, review, review.at)
    const removed = await describeRemoved(tx, 'withdrawn', revision, review)
    await appendChanges(tx, [revision], review.at)
    return removed
  })

/**
 * Restores a withdrawn article and its statements.
 * @throws DomainError `not_found`; `gone` if the article was erased; `conflict` if it is not withdrawn; the errors of
 * `demand`.
 */
export const restoreArticle = (db: Db, id: string, review: Review): Promise<Article> =>
  inTransaction(db, async (tx) => {
    const held = await lockForRemoval(tx, id, review)
    if (!held.withdrawn) {
      throw new DomainError('conflict', 'The article is not withdrawn, so there is nothing to restore.')
    }
    const revision = await setWithdrawn(tx, held, false, review, review.at)
    const article = await getArticle(tx, id)
    await appendChanges(tx, [revision], review.at)
    return article
  })

/**
 * Erases an article: its texts, the words of its metadata and of its statements, the content of their revisions, and
 * the copies in stored responses, jobs and sources. Ids, hashes, times and the reason stay.
 * @throws DomainError `not_found`; `gone` if the article was erased before; the errors of `demand`.
 */
export const eraseArticleForGood = (db: Db, id: string, review: Review): Promise<RemovedArticle> =>
  inTransaction(db, async (tx) => {
    const held = await lockForRemoval(tx, id, review)
    const hashes = (await findHashes(tx, id)).map(({ sha256 }) => sha256)
    await forgetLines(tx, id, hashes, held.article.url)
    await forgetEntries(tx, id, held.article.url)
    await forgetResponses(tx, id)
    const revision = await eraseArticle(tx, held, review, review.at)
    const removed = await describeRemoved(tx, 'erased', revision, review)
    await appendChanges(tx, [revision], review.at)
    return removed
  })

/** Locks an article and its statements, so that no statement is reviewed at the same time. */
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
