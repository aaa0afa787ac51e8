import type pg from 'pg'
import type { Snapshot } from './executor.ts'
import { answerWithin } from './pool.ts'
import { inTurn, type SendQuery } from './pooled-transaction.ts'

/**
 * The longest duration of one query, and the longest time between two queries, in milliseconds. A reader that is slower
 * than this loses its snapshot, because an open snapshot keeps deleted rows on disk.
 */
const QUERY_MS = 60_000
const IDLE_MS = 60_000

/**
 * Begins a read-only transaction with one snapshot on a connection.
 * @param rowsOf runs a query with the value types of the service.
 */
export async function snapshotOn(
  connection: pg.PoolClient,
  rowsOf: (send: SendQuery, sql: string, parameters: readonly unknown[]) => Promise<readonly unknown[]>,
): Promise<Snapshot> {
  answerWithin(connection, QUERY_MS)
  const ask = inTurn(connection)
  const end = async (): Promise<void> => {
    const isReusable = await ask({ text: 'ROLLBACK' }).then(
      () => true,
      () => false,
    )
    connection.release(!isReusable)
  }
  try {
    await ask({ text: BEGIN })
  } catch (error) {
    await end()
    throw error
  }
  return { rows: (sql, parameters = []) => rowsOf(ask, sql, parameters), close: end }
}

const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = ${QUERY_MS}; SET LOCAL idle_in_transaction_session_timeout = ${IDLE_MS};
  SET LOCAL cursor_tuple_fraction = 1`
