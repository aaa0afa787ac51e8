import { createHash } from 'node:crypto'
import { DomainError } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import type { Article, ArticleTombstone, Snapshot } from './schema.ts'
import { findArticle } from './store.sql.ts'
import * as store from './store.ts'

export { readCoverage } from './coverage.sql.ts'
export { addMatches, listArticles } from './search.ts'
export { articleExpansion, countArticles } from './store.sql.ts'
export { findHashes, findIdByUrl, findTexts, findTombstone } from './store.ts'
export { countArticlesByTime } from './times.sql.ts'

/**
 * Returns an article.
 * @throws DomainError `not_found`; `gone` with a tombstone if it was withdrawn or erased.
 */
export async function getArticle(db: Db, id: string): Promise<Article> {
  const article = await findArticle(db, id)
  if (!article) throw await absence(db, id)
  return article
}

/** Returns the error for an article that cannot be read: `gone` if it was withdrawn or erased, else `not_found`. */
export async function absence(db: Db, id: string): Promise<DomainError> {
  const tombstone = await store.findTombstone(db, id)
  return tombstone ? gone(tombstone, `The article /v1/articles/${id} was`) : notFound(id)
}

/**
 * Returns the `gone` error for an article that was withdrawn or erased.
 * @param subject the beginning of the sentence: "The article … was".
 * @param remedy a sentence that says what to do.
 */
export function gone(tombstone: ArticleTombstone, subject: string, remedy = ''): DomainError {
  const { id, state, at, by, reason } = tombstone
  const why = reason === null ? 'no reason was given.' : sentenceOf(reason)
  const detail = `${subject} ${state} on ${at.slice(0, 10)} by ${by}: ${why} ${remedy}`.trim()
  const fault = { code: `article_${state}`, message: `/v1/articles/${id}` }
  return new DomainError('gone', detail, [fault], undefined, { at, by, reason })
}

const sentenceOf = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/**
 * Returns the latest text of an article, or the text of the given snapshot: exactly the characters that were hashed.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn or erased; Error if the text and its hash
 * differ.
 */
export async function getText(db: Db, id: string, snapshotId: string | null = null) {
  const found = await store.findText(db, id, snapshotId)
  if (!found) {
    if (snapshotId !== null) await getArticle(db, id)
    throw snapshotId === null ? await absence(db, id) : snapshotNotFound(id, snapshotId)
  }
  if (sha256Of(found.text) !== found.sha256)
    throw new Error(`snapshot ${found.snapshot_id}: text and hash differ`)
  return found
}

/**
 * Returns the snapshots of an article: all its texts.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn or erased.
 */
export async function listSnapshots(
  db: Db,
  articleId: string,
  request: PageRequest,
): Promise<Keyed<Snapshot>[]> {
  const found = await store.listSnapshots(db, articleId, request)
  // Every article has a snapshot, so an empty first page means that there is no article.
  if (found.length === 0 && request.position === null) throw await absence(db, articleId)
  return found
}

/** Returns the SHA-256 of the UTF-8 text, in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Returns those of the texts that are on record. */
export async function textsOnRecord(db: Db, texts: readonly string[]): Promise<Set<string>> {
  const hashes = texts.map(sha256Of)
  const found = await store.findKnownHashes(db, hashes)
  return new Set(texts.filter((_, index) => found.has(hashes[index]!)))
}

const notFound = (id: string): DomainError =>
  new DomainError('not_found', `No article has the id ${id}. GET /v1/articles lists all articles.`)

const snapshotNotFound = (id: string, snapshotId: string): DomainError =>
  new DomainError('not_found', `The article ${id} has no snapshot ${snapshotId}.`)
