import type { Tx } from '../../../database/db.ts'
import {
  type Cause,
  firstRevision,
  type Locked,
  nextRevision,
  type Revision,
} from '../../../database/ledger.sql.ts'
import { absence, getArticle } from '../domain.ts'
import type { Article, ArticleInAnyState, ArticleMetadata } from '../schema.ts'
import { findInAnyState, lockRow } from '../store.sql.ts'
import { type ArticleRecord, metadataOf, recordOf } from './record.ts'
import { type ArticleToAdd, insertArticles } from './store.sql.ts'
import * as store from './store.ts'

export { eraseArticle } from './erase.ts'
export { lockNewArticles, recognizeArticle } from './recognize.ts'
export { ArticleRecord, metadataOf } from './record.ts'

/**
 * Locks an article until the transaction ends, and returns it.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn or erased.
 */
export async function lockArticle(tx: Tx, id: string): Promise<Article> {
  await lockRow(tx, id)
  return getArticle(tx, id)
}

/**
 * Locks an article until the transaction ends, withdrawn or not, and returns it.
 * @throws DomainError `not_found`; `gone` if the article was erased.
 */
export async function lockInAnyState(tx: Tx, id: string): Promise<ArticleInAnyState> {
  await lockRow(tx, id)
  const found = await findInAnyState(tx, id)
  if (!found || found.erased) throw await absence(tx, id)
  return found
}

/** Returns an article in the form that `nextRevision` takes. */
const lockedRecordOf = (article: Article, withdrawn = false): Locked<ArticleRecord> => ({
  id: article.id,
  version: article.version,
  record: recordOf(metadataOf(article), article.snapshot.id, withdrawn),
})

/** Inserts articles and their first snapshots, and returns the first revision of each. */
export async function addArticles(
  tx: Tx,
  articles: readonly ArticleToAdd[],
  actor: string,
  at: Date,
): Promise<Revision[]> {
  await insertArticles(tx, articles, at)
  return articles.map(({ id, metadata, snapshot }) =>
    firstRevision('article', id, recordOf(metadata, snapshot.id), { actor, reason: null }),
  )
}

/** Inserts a later snapshot of an article, updates its metadata, and returns the revision. */
export async function addSnapshot(
  tx: Tx,
  before: Article,
  metadata: ArticleMetadata,
  snapshot: store.NewSnapshot,
  actor: string,
  at: Date,
): Promise<Revision> {
  await store.updateArticle(tx, before.id, metadata, at)
  await store.insertSnapshot(tx, before.id, before.snapshot.ordinal + 1, snapshot, at)
  const after = recordOf(metadata, snapshot.id)
  return nextRevision('article', lockedRecordOf(before), 'changed', after, { actor, reason: null })
}

/** A change of the metadata of an article. */
export interface MetadataChange extends Cause {
  /** corrected: by a person; completed: by metadata that came with the same text; undone: a reviewer undid a change. */
  readonly action: 'corrected' | 'completed' | 'undone'
  /** The version whose change is undone. */
  readonly undoes?: number
}

/** Updates the metadata of a locked article, and returns the revision. */
export async function changeMetadata(
  tx: Tx,
  before: Article,
  metadata: ArticleMetadata,
  { action, undoes, ...cause }: MetadataChange,
  at: Date,
): Promise<Revision> {
  await store.updateArticle(tx, before.id, metadata, at)
  const record = recordOf(metadata, before.snapshot.id)
  const after = undoes === undefined ? record : { ...record, undoes }
  return nextRevision('article', lockedRecordOf(before), action, after, cause)
}

/** Withdraws a locked article with its statements, or restores it, and returns the revision. */
export async function setWithdrawn(
  tx: Tx,
  { article }: ArticleInAnyState,
  withdrawn: boolean,
  cause: Cause,
  at: Date,
): Promise<Revision> {
  await store.setWithdrawn(tx, article.id, withdrawn, at)
  const before = lockedRecordOf(article, !withdrawn)
  return nextRevision(
    'article',
    before,
    withdrawn ? 'withdrawn' : 'restored',
    { ...before.record, withdrawn },
    cause,
  )
}
