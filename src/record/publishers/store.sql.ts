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
})

const FROM = `
  FROM (
    SELECT publisher_key(a.publisher) AS key, mode() WITHIN GROUP (ORDER BY a.publisher) AS name,
           array_agg(DISTINCT a.publisher) AS spellings, count(*) AS articles
    FROM articles a WHERE a.publisher IS NOT NULL AND NOT a.withdrawn GROUP BY publisher_key(a.publisher)
  ) p`

const STATEMENTS = `
  (SELECT count(*) FROM articles a JOIN statements s ON s.article_id = a.id
   WHERE publisher_key(a.publisher) = p.key AND ${isShown('s')})`

/**
 * Lists publishers. The publisher nearest to the position of the page comes first. The list has at most one publisher
 * more than the page.
 */
export async function listPublishers(db: Db, request: PageRequest): Promise<Keyed<Publisher>[]> {
  const list = {
    select: `SELECT p.key, p.name, p.spellings, p.articles, ${STATEMENTS} AS statements ${FROM}`,
    where: conditions(),
    by: { expression: 'p.name', type: 'text', id: 'p.key', idType: 'text' },
    read: (row: unknown) => PublisherRow.parse(row),
    keyOf: ({ name, key }: z.infer<typeof PublisherRow>) => ({ values: [name], id: key }),
  }
  return (await listKeyed(db, list, request)).map(({ key, item }) => ({ key, item: toPublisher(item) }))
}

function toPublisher({ name, spellings, articles, statements }: z.infer<typeof PublisherRow>): Publisher {
  const query = `publisher=${encodeURIComponent(name)}`
  return {
    name,
    spellings,
    articles: { count: articles },
    statements: { count: statements },
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
