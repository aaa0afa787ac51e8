import { z } from 'zod'
import type { Tx } from '../../database/db.ts'
import { execute, rows } from '../../database/sql.ts'

// SQL, because Prisma takes no advisory locks, and because one query looks for the URL and for the text.

const Known = z.object({
  id: z.string(),
  /** The hash of the article's latest text. */
  sha256: z.string(),
  /** True if the article has the requested URL. */
  isAtUrl: z.boolean(),
  withdrawn: z.boolean(),
})

/** What identifies an article: the hash of a text, and its URL if it has one. */
export interface ArticleIdentity {
  readonly sha256: string
  readonly url: string | null
}

/**
 * Locks the URLs and the texts of articles until the transaction ends. Another transaction with the same URL or
 * the same text waits, and then finds the article. Lock all articles of a transaction at once. Otherwise two
 * transactions can wait for each other.
 */
export const lockIdentity = (tx: Tx, articles: readonly ArticleIdentity[]): Promise<number> =>
  execute(
    tx,
    `SELECT pg_advisory_xact_lock(k) FROM (
       SELECT DISTINCT hashtextextended(v, 7240118) AS k FROM unnest($1::text[]) v ORDER BY k) keys`,
    [articles.flatMap(({ sha256, url }) => (url === null ? [sha256] : [sha256, url]))],
  )

/** Finds which texts and URLs are on record, or were erased. */
export async function findTaken(
  tx: Tx,
  articles: readonly ArticleIdentity[],
  sha256OfUrl: (url: string) => string,
): Promise<ReadonlySet<string>> {
  const urls = articles.flatMap(({ url }) => url ?? [])
  const found = await rows(
    tx,
    `SELECT sha256 AS value FROM snapshots WHERE sha256 = ANY($1::text[])
     UNION SELECT url FROM articles WHERE url = ANY($2::text[])
     UNION SELECT asked.url FROM unnest($2::text[], $3::text[]) asked (url, sha256)
       JOIN articles a ON a.erased_url_sha256 = asked.sha256`,
    [articles.map(({ sha256 }) => sha256), urls, urls.map(sha256OfUrl)],
  )
  return new Set((found as { value: string }[]).map(({ value }) => value))
}

/**
 * Finds the article at a URL, and the first article that ever had this text. Prefers an article in the lists to a
 * withdrawn article.
 */
export async function findKnown(
  tx: Tx,
  sha256: string,
  url: string | null,
): Promise<z.infer<typeof Known>[]> {
  const found = await rows(
    tx,
    `SELECT a.id, a.url IS NOT DISTINCT FROM $2 AND $2 IS NOT NULL AS "isAtUrl", n.sha256, a.withdrawn
     FROM articles a
     JOIN LATERAL (SELECT sha256 FROM snapshots WHERE article_id = a.id ORDER BY ordinal DESC LIMIT 1) n ON true
     WHERE a.id IN (
       (SELECT id FROM articles WHERE url = $2)
       UNION ALL
       (SELECT t.article_id FROM snapshots t JOIN articles b ON b.id = t.article_id AND b.erased_at IS NULL
        WHERE t.sha256 = $1 ORDER BY b.withdrawn, t.retrieved_at, t.id LIMIT 1))`,
    [sha256, url],
  )
  return found.map((row) => Known.parse(row))
}

/** Finds the id of an erased article that had this text, else of an erased article at the URL with this hash. */
export async function findErased(
  tx: Tx,
  sha256: string | null,
  urlSha256: string | null,
): Promise<string | undefined> {
  const [row] = await rows(
    tx,
    `SELECT id FROM (
       (SELECT a.id, 1 AS rank FROM snapshots t JOIN articles a ON a.id = t.article_id AND a.erased_at IS NOT NULL
        WHERE t.sha256 = $1 ORDER BY a.erased_at DESC LIMIT 1)
       UNION ALL
       (SELECT id, 2 FROM articles WHERE erased_url_sha256 = $2 ORDER BY erased_at DESC LIMIT 1)) erased
     ORDER BY rank LIMIT 1`,
    [sha256, urlSha256],
  )
  return (row as { id: string } | undefined)?.id
}
