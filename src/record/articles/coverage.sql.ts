import type { Db } from '../../database/db.ts'
import { rows } from '../../database/sql.ts'
import { Coverage } from './schema.ts'

// SQL, because Prisma has no query that jumps from publisher to publisher in an index.

/** Counts the articles that were not withdrawn, with their publishers and their period. */
export async function readCoverage(db: Db): Promise<Coverage> {
  const next = (beyond: string): string => `
    SELECT publisher_key(a.publisher) AS key FROM articles a
    WHERE a.publisher IS NOT NULL AND NOT a.withdrawn ${beyond} ORDER BY publisher_key(a.publisher) LIMIT 1`
  const [row] = await rows(
    db,
    `WITH RECURSIVE publishers AS (
       (${next('')})
       UNION ALL
       SELECT following.key FROM publishers, LATERAL (${next('AND publisher_key(a.publisher) > publishers.key')}) following
     )
     SELECT count(*) AS articles, (SELECT count(*) FROM publishers) AS publishers,
            min(a.published_earliest) AS first_published, max(a.published_latest) AS last_published
     FROM articles a WHERE NOT a.withdrawn`,
  )
  return Coverage.parse(row)
}
