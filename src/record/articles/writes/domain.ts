import { parseEdtf } from '../../../core/edtf.ts'
import type { Tx } from '../../../database/db.ts'
import { firstRevision, nextRevision, type Revision } from '../../../database/ledger.sql.ts'
import type { Article, ArticleMetadata } from '../schema.ts'
import { findKnown, lockIdentity } from '../store.sql.ts'
import { insertArticle } from './store.sql.ts'
import * as store from './store.ts'

/** What is on record of a submitted article: nothing, the same text, or another text at the same URL. */
export type RecognizedArticle =
  | { readonly kind: 'new' }
  | { readonly kind: 'known' | 'changed'; readonly articleId: string }

/**
 * Finds an article by its URL, or else by its text, and locks both until the transaction ends. If several requests
 * bring the same article at once, one of them creates it.
 */
export async function recognizeArticle(
  tx: Tx,
  sha256: string,
  url: string | null,
): Promise<RecognizedArticle> {
  await lockIdentity(tx, sha256, url)
  const found = await findKnown(tx, sha256, url)
  const atUrl = found.find(({ isAtUrl }) => isAtUrl)
  if (atUrl && atUrl.sha256 !== sha256) return { kind: 'changed', articleId: atUrl.id }
  const known = atUrl ?? found[0]
  return known ? { kind: 'known', articleId: known.id } : { kind: 'new' }
}

/** Inserts an article and its first snapshot, and returns its first revision. */
export async function addArticle(
  tx: Tx,
  article: ArticleMetadata & { readonly id: string },
  snapshot: store.NewSnapshot,
  actor: string,
  at: Date,
): Promise<Revision> {
  await insertArticle(tx, article, snapshot, at)
  const record = recordOf(article, snapshot.id)
  return firstRevision('article', article.id, record, { actor, reason: null })
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
  const { id, version } = before
  const held = { id, version, record: recordOf(metadataOf(before), before.snapshot.id) }
  const after = recordOf({ ...metadata, url: before.url }, snapshot.id)
  return nextRevision('article', held, 'changed', after, { actor, reason: null })
}

/** Returns the metadata on record, in the form in which metadata arrives. */
export function metadataOf({ published, ...article }: Article): ArticleMetadata {
  const { title, publisher, byline, dateline, url, language } = article
  const edtf = published.edtf === null ? null : parseEdtf(published.edtf)
  return {
    title,
    publisher,
    byline,
    dateline,
    url,
    language,
    published: edtf,
    publishedBasis: published.basis,
  }
}

function recordOf(article: ArticleMetadata, snapshot: string) {
  const { title, publisher, byline, dateline, url, language, published, publishedBasis } = article
  return {
    title,
    publisher,
    byline,
    dateline,
    url,
    language,
    published: published?.edtf ?? null,
    publishedBasis,
    snapshot,
  }
}
