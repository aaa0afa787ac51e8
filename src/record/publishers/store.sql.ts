import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { listKeyed } from '../../database/keyset-list.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { rows } from '../../database/sql.ts'
import { isShown } from '../shown.ts'
import type { Publisher } from './schema.ts'

// SQL, because publishers are articles grouped by an expression of an index.

const PublisherRow = z.object({
  key: z.string(),
  name: z.string(),
  spellings: z.array(z.string()),
  articles: z.int(),
  statements: z.int(),
  is_estimated: z.boolean(),
})

/** Each key, with one step along the index for each. To group the articles by key takes a second at a million statements. */
const KEYS = `
  WITH RECURSIVE known (key) AS (
    SELECT min(publisher_key(publisher)) FROM articles WHERE publisher IS NOT NULL
    UNION ALL
    SELECT (SELECT min(publisher_key(publisher)) FROM articles
            WHERE publisher IS NOT NULL AND publisher_key(publisher) > known.key)
    FROM known WHERE known.key IS NOT NULL
  )
  SELECT key FROM known WHERE key IS NOT NULL`

const FROM = `
  FROM (
    SELECT known.key, spelt.name, spelt.spellings, spelt.articles
    FROM (${KEYS}) known, LATERAL (
      SELECT (array_agg(publisher ORDER BY articles DESC, publisher))[1] AS name,
             array_agg(publisher ORDER BY publisher) AS spellings, sum(articles)::bigint AS articles
      FROM (SELECT a.publisher, count(*) AS articles FROM articles a
            WHERE publisher_key(a.publisher) = known.key AND NOT a.withdrawn GROUP BY a.publisher) spelling
    ) spelt WHERE spelt.articles > 0
  ) p`

/** The number of statements of a publisher above which they are estimated. */
const COUNTED_MAX = 10_000

const COUNT = `
  (SELECT count(*) FROM statements s WHERE s.publisher_key = p.key AND ${isShown('s')})`

/** The numbers of statements of the most common publishers, from the statistics of the planner. */
const COMMON = `
  SELECT key, round(share * (SELECT reltuples FROM pg_class WHERE oid = 'statements'::regclass))::bigint AS statements
  FROM pg_stats, unnest(most_common_vals::text::text[], most_common_freqs) AS common (key, share)
  WHERE schemaname = current_schema() AND tablename = 'statements' AND attname = 'publisher_key'`

/**
 * Lists publishers. The publisher nearest to the position of the page comes first. The list has at most one publisher
 * more than the page.
 */
export async function listPublishers(db: Db, request: PageRequest): Promise<Keyed<Publisher>[]> {
  const list = {
    select: `WITH common AS MATERIALIZED (${COMMON})
      SELECT p.key, p.name, p.spellings, p.articles, common.statements IS NOT NULL AS is_estimated,
        coalesce(common.statements, ${COUNT}) AS statements
      ${FROM} LEFT JOIN common ON common.key = p.key AND common.statements > ${COUNTED_MAX}`,
    where: conditions(),
    by: { expression: 'p.name', type: 'text', id: 'p.key', idType: 'text' },
    read: (row: unknown) => PublisherRow.parse(row),
    keyOf: ({ name, key }: z.infer<typeof PublisherRow>) => ({ values: [name], id: key }),
  }
  return (await listKeyed(db, list, request)).map(({ key, item }) => ({ key, item: toPublisher(item) }))
}

function toPublisher({
  name,
  spellings,
  articles,
  statements,
  is_estimated,
}: z.infer<typeof PublisherRow>): Publisher {
  const query = `publisher=${encodeURIComponent(name)}`
  return {
    name,
    spellings,
    articles: { count: articles },
    statements: { count: statements, ...(is_estimated && { estimated: true }) },
    links: { articles: `/v1/articles?${query}`, statements: `/v1/statements?${query}` },
  }
}

/** The number of articles of a publisher whose spellings are compared. */
const SPELLINGS_COMPARED = 100

/** Finds the most frequent spelling of each publisher, by key. */
export async function findPublisherNames(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    db,
    `SELECT key, (SELECT mode() WITHIN GROUP (ORDER BY spelt.publisher) FROM (
       SELECT a.publisher FROM articles a WHERE publisher_key(a.publisher) = key AND NOT a.withdrawn
       LIMIT ${SPELLINGS_COMPARED}) spelt) AS name
     FROM unnest($1::text[]) AS key`,
    [keys],
  )
  return new Map(
    (found as { key: string; name: string | null }[]).flatMap(({ key, name }) =>
      name === null ? [] : [[key, name]],
    ),
  )
}

/** Counts the publishers, exactly or up to a limit. */
export const countPublishers = (db: Db, counting: Counting): Promise<number | null> =>
  countRows(db, counting, FROM, conditions())
