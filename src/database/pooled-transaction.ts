import type pg from 'pg'

/** The longest duration of a transaction, in milliseconds. A later query fails, and the transaction is rolled back. */
const LIMIT_MS = 30_000

/** Sends one query on the connection of a transaction. */
export type SendQuery = (query: pg.QueryConfig) => Promise<pg.QueryResult>

/** An error with PostgreSQL's code for `transaction_timeout`. Servers before version 17 have no such timeout. */
class TransactionTimeout extends Error {
  readonly code = '25P04'
}

/**
 * Runs `work` between BEGIN and COMMIT on `connection`, then releases the connection. If `work` throws, rolls back and
 * throws the same error. `send` fails after the end of `work`.
 */
export async function runTransaction<T>(
  connection: pg.PoolClient,
  work: (send: SendQuery) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + LIMIT_MS
  let isOver = false
  let isReusable = false
  const ask = inTurn(connection)
  const send: SendQuery = async (query) => {
    if (isOver) throw new Error('This transaction is over: its handle was used after its work ended.')
    if (performance.now() > deadline) throw new TransactionTimeout('This transaction took too long.')
    return ask(query)
  }
  try {
    await ask({ text: 'BEGIN' })
    const result = await work(send)
    isOver = true
    await commit(ask)
    isReusable = true
    return result
  } catch (error) {
    isOver = true
    isReusable = await rollBack(ask)
    throw error
  } finally {
    connection.release(!isReusable)
  }
}

async function commit(ask: SendQuery): Promise<void> {
  const { command } = await ask({ text: 'COMMIT' })
  // If the work ignored the error of a query, PostgreSQL answers COMMIT with ROLLBACK and gives no error.
  if (command === 'ROLLBACK')
    throw new Error('This transaction was rolled back: one of its queries had failed.')
}

/** Rolls back. Returns true if the connection can be used again. */
const rollBack = (ask: SendQuery): Promise<boolean> =>
  ask({ text: 'ROLLBACK' }).then(
    () => true,
    () => false,
  )

/**
 * Returns a function that sends each query after the answer to the previous query, because Prisma sends queries for
 * relations at once.
 */
export function inTurn(connection: pg.PoolClient): SendQuery {
  let last: Promise<unknown> = Promise.resolve()
  return (query) => {
    const answer = last.then(() => send(connection, query))
    last = answer.catch(() => undefined)
    return answer
  }
}

/**
 * Sends a query. With a callback, because the promises of `pg` keep the rows of each query in memory until the next full
 * garbage collection, so that an export would take more than 100 MB.
 */
const send = (connection: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    connection.query(query, (error, result) => (error ? reject(error) : resolve(result)))
  })
