import { createHash } from 'node:crypto'
import { parseEdtf } from '../../core/edtf.ts'
import { DomainError } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/handle.ts'
import type { Revision } from '../../database/ledger.ts'
import * as keep from './keep/store.ts'
import type { Article, ArticleMetadata, Snapshot } from './schema.ts'
import * as store from './store.ts'

export { articleExpansion, countArticles, listArticles } from './store.ts'

/** @throws DomainError `not_found`. */
export async function getArticle(db: Db, id: string): Promise<Article> {
  const article = await store.findArticle(db, id)
  if (!article) throw notFound(id)
  return article
}

/**
 * The latest text of an article, or that of the snapshot named: exactly the characters that were hashed.
 * @throws DomainError `not_found`.
 */
export async function getText(db: Db, id: string, snapshotId: string | null = null) {
  const found = await store.findText(db, id, snapshotId)
  if (!found) throw snapshotId === null ? notFound(id) : snapshotNotFound(id, snapshotId)
  if (sha256Of(found.text) !== found.sha256)
    throw new Error(`snapshot ${found.snapshot_id}: text and hash differ`)
  return found
}

/**
 * The snapshots of an article: every text of it that was read.
 * @throws DomainError `not_found`.
 */
export async function listSnapshots(
  db: Db,
  articleId: string,
  request: PageRequest,
): Promise<Keyed<Snapshot>[]> {
  const found = await store.listSnapshots(db, articleId, request)
  // Every article has a snapshot: an empty first page tells that there is no article.
  if (found.length === 0 && request.position === null) throw notFound(articleId)
  return found
}

/** What is on record of an article that arrives: nothing, this very text, or another text at the same URL. */
export type Recognised =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly articleId: string }
  | {
      readonly kind: 'changed'
      readonly articleId: string
      readonly snapshot: { readonly id: string; readonly ordinal: number }
    }

/**
 * Recognises an article by its URL, else by its text, and holds both until the transaction ends: of several that bring
 * the same at once, one is new.
 */
export async function recognise(tx: Db, sha256: string, url: string | null): Promise<Recognised> {
  await keep.lockIdentity(tx, sha256, url)
  const found = await keep.findKnown(tx, sha256, url)
  const atUrl = found.find(({ by_url }) => by_url)
  if (atUrl && atUrl.sha256 !== sha256) {
    const { id: articleId, snapshot_id: id, ordinal } = atUrl
    return { kind: 'changed', articleId, snapshot: { id, ordinal } }
  }
  const known = atUrl ?? found[0]
  return known ? { kind: 'known', articleId: known.id } : { kind: 'new' }
}

/** Keeps an article and its first snapshot, and returns its first revision. */
export async function addArticle(
  tx: Db,
  article: ArticleMetadata & { readonly id: string },
  snapshot: keep.NewSnapshot,
  actor: string,
  at: Date,
): Promise<Revision> {
  await keep.insertArticle(tx, article, snapshot, at)
  return {
    subject: 'article',
    subjectId: article.id,
    version: 1,
    action: 'created',
    actor,
    reason: null,
    before: null,
    after: recordOf(article, snapshot.id),
  }
}

/** Keeps a later snapshot of an article, with what is known of the article since, and returns the revision. */
export async function addSnapshot(
  tx: Db,
  before: Article,
  metadata: ArticleMetadata,
  snapshot: keep.NewSnapshot,
  actor: string,
  at: Date,
): Promise<Revision> {
  const ordinal = before.snapshot.ordinal + 1
  await keep.insertSnapshot(tx, { ...metadata, id: before.id }, { ...snapshot, ordinal }, at)
  return {
    subject: 'article',
    subjectId: before.id,
    version: before.version + 1,
    action: 'changed',
    actor,
    reason: null,
    before: recordOf(metadataOf(before), before.snapshot.id),
    after: recordOf({ ...metadata, url: before.url }, snapshot.id),
  }
}

/** What is on record about an article, in the form it arrives in. */
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

/** SHA-256 of the UTF-8 text, in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const notFound = (id: string): DomainError =>
  new DomainError('not_found', `No article has the id ${id}. GET /v1/articles lists those there are.`)

const snapshotNotFound = (id: string, snapshotId: string): DomainError =>
  new DomainError('not_found', `The article ${id} has no snapshot ${snapshotId}.`)
