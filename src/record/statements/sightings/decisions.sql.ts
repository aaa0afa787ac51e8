import { z } from 'zod'
import type { DecidedPair } from '../../../compare/index.ts'
import { SIGHTING_DECISIONS, type SightingDecision } from '../../../core/vocabulary.ts'
import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'

// SQL, because the latest decision about each pair counts, which Prisma cannot select, and one query inserts a decision
// about many pairs.

/** The decision about two statements. */
export interface PairDecision {
  /** The lesser id. */
  readonly one: string
  readonly other: string
  readonly kind: SightingDecision
}

/** A change of a statement by which a reviewer decided. */
export interface DecisionOf {
  readonly statementId: string
  /** The version of the statement that the decision created. */
  readonly version: number
}

const PairDecision = z.object({ one: z.string(), other: z.string(), kind: z.enum(SIGHTING_DECISIONS) })

/** Inserts what a reviewer decided about pairs of statements. */
export const insertDecision = (
  tx: Tx,
  { statementId, version }: DecisionOf,
  pairs: readonly PairDecision[],
): Promise<number> =>
  execute(
    tx,
    `INSERT INTO sighting_decisions (statement_id, version, one, other, kind)
     SELECT $1::uuid, $2::int, one, other, kind
     FROM jsonb_populate_recordset(NULL::sighting_decisions, $3::jsonb)`,
    [statementId, version, JSON.stringify(pairs)],
  )

/** Deletes the latest decision that a reviewer made on a statement. Returns its pairs; none if there is no decision. */
export async function deleteLatestDecision(tx: Tx, statementId: string): Promise<PairDecision[]> {
  const found = await rows(
    tx,
    `DELETE FROM sighting_decisions WHERE statement_id = $1::uuid
       AND version = (SELECT max(version) FROM sighting_decisions WHERE statement_id = $1::uuid)
     RETURNING one, other, kind::text`,
    [statementId],
  )
  return found.map((row) => PairDecision.parse(row))
}

/** Finds the decisions that count among statements, the first decided first. */
export async function findDecisionsAmong(tx: Tx, ids: readonly string[]): Promise<DecidedPair[]> {
  const found = await rows(
    tx,
    `SELECT one, other, kind::text FROM (
       SELECT DISTINCT ON (one, other) * FROM sighting_decisions
       WHERE one = ANY($1::uuid[]) AND other = ANY($1::uuid[])
       ORDER BY one, other, number DESC) latest
     ORDER BY number`,
    [ids],
  )
  return found
    .map((row) => PairDecision.parse(row))
    .flatMap(({ one, other, kind }) => (kind === 'lift' ? [] : [{ one, other, kind }]))
}
