import { z } from 'zod'
import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { IdPair } from './candidates.sql.ts'

// SQL, because Prisma inserts many rows at a fraction of the speed, returns no deleted rows, and finds pairs by either
// of two columns with two queries.

/** Two statements that are alike: of one utterance, or known to be of two. */
export interface StoredPair {
  /** The lesser id. */
  readonly one: string
  readonly other: string
  readonly is_same: boolean
  readonly strength: number
}

const StoredPair = z.object({
  one: z.string(),
  other: z.string(),
  is_same: z.boolean(),
  strength: z.number(),
})
const Ids = z.array(z.object({ id: z.string() })).transform((found) => found.map(({ id }) => id))

/** Inserts pairs. A pair on record gets the new values. */
export async function insertPairs(tx: Tx, pairs: readonly StoredPair[]): Promise<void> {
  if (pairs.length === 0) return
  await execute(
    tx,
    `INSERT INTO sighting_pairs (one, other, is_same, strength)
     SELECT one, other, is_same, strength FROM jsonb_populate_recordset(NULL::sighting_pairs, $1::jsonb)
     ON CONFLICT (one, other) DO UPDATE SET is_same = excluded.is_same, strength = excluded.strength`,
    [JSON.stringify(pairs)],
  )
}

/** Deletes the pairs of statements. Returns the ids of both sides. */
export async function deletePairs(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const found = await rows(
    tx,
    `WITH gone AS (
       DELETE FROM sighting_pairs WHERE one = ANY($1::uuid[]) OR other = ANY($1::uuid[]) RETURNING one, other)
     SELECT one AS id FROM gone UNION SELECT other FROM gone`,
    [ids],
  )
  return Ids.parse(found)
}

/** Finds the pairs in which at least one of these statements is. */
export async function findPairsOf(tx: Tx, ids: readonly string[]): Promise<IdPair[]> {
  const found = await rows(
    tx,
    `SELECT one, other FROM sighting_pairs WHERE one = ANY($1::uuid[])
     UNION SELECT one, other FROM sighting_pairs WHERE other = ANY($1::uuid[])`,
    [ids],
  )
  return (found as StoredPair[]).map(({ one, other }) => [one, other])
}

/** Finds the pairs among statements. */
export async function findPairsAmong(tx: Tx, ids: readonly string[]): Promise<StoredPair[]> {
  const found = await rows(
    tx,
    `SELECT one, other, is_same, strength FROM sighting_pairs
     WHERE one = ANY($1::uuid[]) AND other = ANY($1::uuid[])`,
    [ids],
  )
  return found.map((row) => StoredPair.parse(row))
}

/** Finds the statements of articles that are alike to others, or about which a reviewer decided. */
export async function findAlikeOfArticles(tx: Tx, articles: readonly string[]): Promise<string[]> {
  if (articles.length === 0) return []
  const found = await rows(
    tx,
    `SELECT s.id FROM statements s WHERE s.article_id = ANY($1::uuid[]) AND (
       EXISTS (SELECT FROM sighting_pairs p WHERE p.one = s.id)
       OR EXISTS (SELECT FROM sighting_pairs p WHERE p.other = s.id)
       OR EXISTS (SELECT FROM sighting_decisions d WHERE d.one = s.id)
       OR EXISTS (SELECT FROM sighting_decisions d WHERE d.other = s.id))`,
    [articles],
  )
  return Ids.parse(found)
}
