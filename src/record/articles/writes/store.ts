import { z } from 'zod'
import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { ArticleMetadata } from '../schema.ts'
import { FROM } from '../store.ts'

const Known = z.object({ id: z.string(), by_url: z.boolean(), sha256: z.string() })
type Known = z.infer<typeof Known>

/**
 * Holds what an article is recognised by until the transaction ends: whoever brings the same URL or the same text
 * meanwhile waits, and then finds it.
 */
export const lockIdentity = (tx: Tx, sha256: string, url: string | null): Promise<number> =>
  execute(
    tx,
    `SELECT pg_advisory_xact_lock(k) FROM (
       SELECT DISTINCT hashtextextended(v, 7240118) AS k FROM unnest($1::text[]) v ORDER BY k) keys`,
    [url === null ? [sha256] : [sha256, url]],
  )

/** The article at a URL, and the first one that ever had this text, each with the hash of its latest text. */
export async function findKnown(tx: Tx, sha256: string, url: string | null): Promise<Known[]> {
  const found = await rows(
    tx,
    `SELECT a.id, a.url IS NOT DISTINCT FROM $2 AND $2 IS NOT NULL AS by_url, n.sha256
     ${FROM}
     WHERE a.id IN (
       (SELECT id FROM articles WHERE url = $2)
       UNION ALL
       (SELECT article_id FROM snapshots WHERE sha256 = $1 ORDER BY retrieved_at, id LIMIT 1))`,
    [sha256, url],
  )
  return found.map((row) => Known.parse(row))
}

export interface NewSnapshot {
  readonly id: string
  readonly text: string
  readonly sha256: string
}

/** Keeps an article with its first snapshot. */
export const insertArticle = (
  tx: Tx,
  article: ArticleMetadata & { readonly id: string },
  snapshot: NewSnapshot,
  at: Date,
): Promise<number> =>
  execute(
    tx,
    `WITH article AS (
       INSERT INTO articles (id, url, title, publisher, byline, dateline, language,
         published_edtf, published_earliest, published_latest, published_basis, created_at, updated_at)
       VALUES ($1::uuid, $17, $2, $3, $4, $5, $6, $7, $8::date, $9::date, $10::published_basis, $11, $11))
     ${INSERT_SNAPSHOT}`,
    [...parametersOf(article, { ...snapshot, ordinal: 1 }, at), article.url],
  )

/** Keeps a later snapshot of an article, and what is known of the article since. */
export const insertSnapshot = (
  tx: Tx,
  article: ArticleMetadata & { readonly id: string },
  snapshot: NewSnapshot & { readonly ordinal: number },
  at: Date,
): Promise<number> =>
  execute(
    tx,
    `WITH article AS (
       UPDATE articles SET title = $2, publisher = $3, byline = $4, dateline = $5, language = $6,
         published_edtf = $7, published_earliest = $8::date, published_latest = $9::date,
         published_basis = $10::published_basis, version = version + 1, updated_at = $11
       WHERE id = $1::uuid)
     ${INSERT_SNAPSHOT}`,
    parametersOf(article, snapshot, at),
  )

const INSERT_SNAPSHOT = `INSERT INTO snapshots (id, article_id, ordinal, text, sha256, length, retrieved_at)
  VALUES ($12::uuid, $1::uuid, $13, $14, $15, $16, $11)`

/** `$1` to `$10` the article, `$11` when, `$12` to `$16` the snapshot. */
const parametersOf = (
  { published, ...article }: ArticleMetadata & { readonly id: string },
  snapshot: NewSnapshot & { readonly ordinal: number },
  at: Date,
): unknown[] => [
  article.id,
  article.title,
  article.publisher,
  article.byline,
  article.dateline,
  article.language,
  published?.edtf ?? null,
  published?.earliest ?? null,
  published?.latest ?? null,
  article.publishedBasis,
  at.toISOString(),
  snapshot.id,
  snapshot.ordinal,
  snapshot.text,
  snapshot.sha256,
  snapshot.text.length,
]
