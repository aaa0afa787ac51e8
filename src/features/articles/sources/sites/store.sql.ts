// SQL, because Prisma cannot update a row only if it has not been scheduled earlier, cannot skip locked rows, and takes
// no locks.

import { z } from 'zod'
import type { Db, Tx } from '../../../../database/db.ts'
import { execute, rows } from '../../../../database/sql.ts'

const VisitRow = z.object({ origin: z.string(), turn: z.int(), visit_at: z.string() })

/** A visit to queue. */
export type DueVisit = z.infer<typeof VisitRow>

/**
 * Sets the time of the next visit to a site, if no earlier visit is queued and no worker holds the site.
 * @returns the visit to queue; undefined if there is none.
 */
export async function insertVisit(
  tx: Tx,
  origin: string,
  at: Date,
  now: Date,
): Promise<DueVisit | undefined> {
  const [row] = await rows(
    tx,
    `INSERT INTO source_sites AS s (origin, turn, visit_at, rest_until) VALUES ($1, 1, $2::timestamptz, $2)
     ON CONFLICT (origin) DO UPDATE SET turn = s.turn + 1, visit_at = GREATEST(EXCLUDED.visit_at, s.rest_until)
       WHERE (s.held_until IS NULL OR s.held_until <= $3::timestamptz)
         AND (s.visit_at IS NULL OR s.visit_at > GREATEST(EXCLUDED.visit_at, s.rest_until))
     RETURNING origin, turn, visit_at`,
    [origin, at.toISOString(), now.toISOString()],
  )
  return row === undefined ? undefined : VisitRow.parse(row)
}

/**
 * Takes visits that were due before a given time and that no worker has begun, and sets their time to `now`.
 * @returns the visits to queue again.
 */
export async function takeLostVisits(tx: Tx, before: Date, now: Date): Promise<DueVisit[]> {
  const found = await rows(
    tx,
    `UPDATE source_sites SET visit_at = $2 WHERE origin IN (
       SELECT origin FROM source_sites
       WHERE visit_at < $1::timestamptz AND (held_until IS NULL OR held_until <= $2::timestamptz)
       ORDER BY origin FOR UPDATE SKIP LOCKED)
     RETURNING origin, turn, visit_at`,
    [before.toISOString(), now.toISOString()],
  )
  return z.array(VisitRow).parse(found)
}

/** Locks a site until the transaction ends. */
export const lockSite = (tx: Tx, origin: string): Promise<number> =>
  execute(tx, 'SELECT FROM source_sites WHERE origin = $1 FOR UPDATE', [origin])

/** The columns of a held site. */
const HeldRow = z.object({ robots: z.string().nullable(), robots_at: z.string().nullable() })

/**
 * Holds a site for a visit.
 * @returns undefined if the visit is void: another visit was queued, or another worker holds the site.
 */
export async function holdSite(
  db: Db,
  { origin, turn }: { readonly origin: string; readonly turn: number },
  now: Date,
  until: Date,
): Promise<z.infer<typeof HeldRow> | undefined> {
  const [row] = await rows(
    db,
    `UPDATE source_sites SET held_until = $4
     WHERE origin = $1 AND turn = $2 AND (held_until IS NULL OR held_until <= $3::timestamptz)
     RETURNING robots, robots_at`,
    [origin, turn, now.toISOString(), until.toISOString()],
  )
  return row === undefined ? undefined : HeldRow.parse(row)
}
