import { z } from 'zod'
import { isUuid } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/db.ts'
import type { NamedTable } from '../../database/named-records.sql.ts'
import { rows } from '../../database/sql.ts'

// SQL, because Prisma neither follows a chain of merges nor calls a function of the database in a condition.

/**
 * Returns the SQL of the subquery `chain`: the records with a slug in `$1` or an id in `$2`, and the records they were
 * merged into.
 */
const chainOf = (table: NamedTable): string => `
  WITH RECURSIVE chain (given, id, merged_into_id) AS (
    (SELECT slug, id, merged_into_id FROM ${table} WHERE slug = ANY($1::text[])
     UNION ALL SELECT id::text, id, merged_into_id FROM ${table} WHERE id = ANY($2::uuid[]))
    UNION ALL
    SELECT c.given, n.id, n.merged_into_id FROM chain c JOIN ${table} n ON n.id = c.merged_into_id
  )`

const byIdOrSlug = (given: readonly string[]): readonly string[][] => [
  given.filter((text) => !isUuid(text)),
  given.filter(isUuid),
]

const Standing = z.object({ given: z.string(), id: z.string(), slug: z.string(), name: z.string() })
export type Standing = z.infer<typeof Standing>

/**
 * Finds people or organizations by ids and slugs.
 * @param given ids in lower case, or slugs.
 * @returns the records by id or slug as given. A merged record is replaced by the record at the end of its chain of
 * merges.
 */
export async function findStanding(
  db: Db,
  table: NamedTable,
  given: readonly string[],
): Promise<Map<string, Standing>> {
  const found = await rows(
    db,
    `${chainOf(table)}
     SELECT c.given, n.id, n.slug, n.name FROM chain c JOIN ${table} n ON n.id = c.id WHERE c.merged_into_id IS NULL`,
    byIdOrSlug(given),
  )
  return new Map(found.map((row) => Standing.parse(row)).map((record) => [record.given, record]))
}

/**
 * Finds people or organizations by ids and slugs, with all records of their chains of merges.
 * @param given ids in lower case, or slugs.
 * @returns by id or slug as given: the ids of the record, of the record it was merged into, and so on.
 */
export async function findChains(
  db: Db,
  table: NamedTable,
  given: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const found = await rows(
    db,
    `${chainOf(table)} SELECT given, array_agg(id) AS ids FROM chain GROUP BY given`,
    byIdOrSlug(given),
  )
  return new Map((found as { given: string; ids: string[] }[]).map(({ given: name, ids }) => [name, ids]))
}

/** Finds the ids that belong to articles that were not withdrawn. */
export async function findArticleIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await rows(db, 'SELECT id FROM articles WHERE id = ANY($1::uuid[]) AND NOT withdrawn', [ids])
  return new Set(found.map((row) => (row as { id: string }).id))
}

/**
 * Finds publishers by name. Case, accents and the order of words do not matter.
 * @returns the publisher's key for each name that a publisher has.
 */
export async function findPublisherKeys(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    db,
    `SELECT asked.name, asked.key FROM (SELECT name, publisher_key(name) AS key FROM unnest($1::text[]) AS name) asked
     WHERE EXISTS (SELECT FROM articles a WHERE publisher_key(a.publisher) = asked.key AND NOT a.withdrawn)`,
    [names],
  )
  return new Map((found as { name: string; key: string }[]).map(({ name, key }) => [name, key]))
}
