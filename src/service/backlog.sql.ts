import { z } from 'zod'
import type { Db } from '../database/db.ts'
import { rows } from '../database/sql.ts'

/** The metrics of the record and of the work that waits, with their help. All processes on a database give the same. */
export const BACKLOG_METRICS = {
  ledger_position: 'Changes on record: the position of the ledger.',
  webhooks_behind_changes: 'Changes that the webhook furthest behind has still to receive or pass over.',
  webhooks_failing: 'Active webhooks whose last attempt failed.',
  webhooks_disabled: 'Webhooks that the service disabled, because their receivers failed for too long.',
  ingest_pieces_waiting: 'Pieces of jobs (at most 25 articles each) that no worker has taken.',
  ingest_oldest_wait_seconds: 'Time for which the oldest of these pieces has waited, in seconds.',
} as const

const Backlog = z.record(z.enum(Object.keys(BACKLOG_METRICS) as (keyof typeof BACKLOG_METRICS)[]), z.number())

/**
 * Reads how much is on record, and how much work waits. SQL, because one query counts in five tables, and because the
 * queue has no model.
 */
export async function readBacklog(db: Db): Promise<z.infer<typeof Backlog>> {
  const [row] = await rows(
    db,
    `SELECT position::float8 AS ledger_position, h.*, w.*
     FROM ledger,
       LATERAL (SELECT coalesce(max(ledger.position - position) FILTER (WHERE status = 'active'), 0)::float8
                  AS webhooks_behind_changes,
                (count(*) FILTER (WHERE status = 'active' AND failures > 0))::float8 AS webhooks_failing,
                (count(*) FILTER (WHERE status = 'disabled'))::float8 AS webhooks_disabled
                FROM webhooks) h,
       (SELECT count(*)::float8 AS ingest_pieces_waiting,
               coalesce(extract(epoch FROM now() - min(start_after)), 0)::float8 AS ingest_oldest_wait_seconds
        FROM pgboss.job
        WHERE name IN ('ingest', 'ingest-interrupted', 'ingest-again', 'ingest-dead') AND state < 'active'
          AND start_after <= now()) w
     WHERE ledger.id = 1`,
  )
  return Backlog.parse(row)
}
