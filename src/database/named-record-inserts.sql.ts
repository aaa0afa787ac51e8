import { slugOf } from '../core/names.ts'
import { lockNames } from './advisory-locks.sql.ts'
import type { Tx } from './db.ts'
import type { NamedTable } from './named-records.sql.ts'
import { execute, rows } from './sql.ts'

/** The factor by which the number of tried slugs grows if all are taken. */
const GROWTH = 16

/**
 * Finds a free slug for each requested slug: the slug itself, or the slug with the first free number, "john-smith-2".
 * @returns the slugs, in the order of the requested slugs.
 */
async function freeSlugs(tx: Tx, table: NamedTable, wanted: readonly string[]): Promise<string[]> {
  for (let numbers = 1; ; numbers *= GROWTH) {
    const candidates = [...new Set(wanted)].flatMap((slug) =>
      Array.from({ length: numbers }, (_, index) => numbered(slug, index + 1)),
    )
    const found = await rows(tx, `SELECT slug FROM ${table} WHERE slug = ANY($1::text[])`, [candidates])
    const free = new Set(candidates)
    for (const row of found) free.delete((row as { slug: string }).slug)
    const slugs = wanted.flatMap((slug) => takeFirst(free, slug, numbers) ?? [])
    if (slugs.length === wanted.length) return slugs
  }
}

function takeFirst(free: Set<string>, slug: string, numbers: number): string | undefined {
  for (let number = 1; number <= numbers; number++) {
    const candidate = numbered(slug, number)
    if (free.delete(candidate)) return candidate
  }
  return undefined
}

const numbered = (slug: string, number: number): string => (number === 1 ? slug : `${slug}-${number}`)

export interface NewName {
  readonly name: string
  /** The name, normalized for matching. */
  readonly nameKey: string
}

export interface NewNamedRecord extends NewName {
  readonly id: string
}

/**
 * Lets one transaction at a time insert records with these names, or under the slugs of these names. Look the names up
 * again after this lock. It has the same rules as `lockNames`.
 */
export const lockNewNames = (tx: Tx, table: NamedTable, names: readonly NewName[]): Promise<void> =>
  lockNames(
    tx,
    table,
    // "John Smith 2" and the second John Smith need the same slug.
    names.flatMap(({ name, nameKey }) => [nameKey, slugOf(name).replace(/(?:-\d+)+$/, '')]),
  )

/**
 * Inserts people or organizations, each under the first free slug of its name. Lock the names before. SQL,
 * because one query inserts all records of an article or a roster.
 * @returns their slugs, in the same order.
 */
export async function insertNamedRecords(
  tx: Tx,
  table: NamedTable,
  added: readonly NewNamedRecord[],
  at: Date,
): Promise<string[]> {
  if (added.length === 0) return []
  const slugs = await freeSlugs(
    tx,
    table,
    added.map(({ name }) => slugOf(name)),
  )
  const values = added.map(({ id, name, nameKey }, index) => ({
    id,
    slug: slugs[index],
    name,
    name_key: nameKey,
  }))
  await execute(
    tx,
    `INSERT INTO ${table} (id, slug, name, name_key, created_at, updated_at)
     SELECT r.id, r.slug, r.name, r.name_key, $2::timestamptz, $2::timestamptz
     FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) r`,
    [JSON.stringify(values), at.toISOString()],
  )
  return slugs
}
