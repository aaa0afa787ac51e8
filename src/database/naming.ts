import { execute, rows } from './client.ts'
import type { Db } from './handle.ts'

/** Any number will do as long as every writer of names takes the same. */
const NAMING_LOCK = 7_240_117

/**
 * Lets one transaction at a time add officials and organizations, until it ends: two articles that bring the same
 * new name at once make one record. Look again after taking it.
 */
export const lockNaming = (tx: Db): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock($1)', [NAMING_LOCK])

/** Another number, for the same reason. */
const IDENTITY_LOCK = 7_240_118

/**
 * Lets many transactions at once tie statements to people, but none while people are merged or split. Take it before
 * any row: whoever has a statement in hand must not wait for a merger that waits for the statement.
 */
export const shareIdentities = (tx: Db): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock_shared($1)', [IDENTITY_LOCK])

/** Waits until nobody ties statements to people, and keeps others from it until the transaction ends. */
export const lockIdentities = (tx: Db): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock($1)', [IDENTITY_LOCK])

/** The slug itself, or with the first number that is free: "john-smith-2". Take the naming lock before. */
export async function freeSlug(tx: Db, table: 'officials' | 'organizations', slug: string): Promise<string> {
  const taken = await rows(tx, `SELECT slug FROM ${table} WHERE slug = $1 OR slug LIKE $1 || '-%'`, [slug])
  const slugs = new Set(taken.map((row) => (row as { slug: string }).slug))
  let candidate = slug
  for (let number = 2; slugs.has(candidate); number++) candidate = `${slug}-${number}`
  return candidate
}
