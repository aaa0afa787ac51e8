import type pg from 'pg'

/** How long a transaction may take, in milliseconds. A later query fails, and the transaction is rolled back. */
const LIMIT_MS = 30_000

/** Sends one query on the connection of a transaction. */
export type SendQuery = (query: pg.QueryConfig) => Promise<pg.QueryResult>

/** Carries PostgreSQL's own code for `transaction_timeout`, which servers before version 17 lack. */
class TransactionTimeout extends Error {
  readonly code = '25P04'
}

/**
 * Runs `work` between BEGIN and COMMIT on `connection`, then releases the connection. Rolls back if `work` throws, and
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
  // PostgreSQL answers ROLLBACK, without an error, if the work caught the error of a query and continued.
  if (command === 'ROLLBACK')
    throw new Error('This transaction was rolled back: one of its queries had failed.')
}

/** Returns whether the connection can be used again. */
const rollBack = (ask: SendQuery): Promise<boolean> =>
  ask({ text: 'ROLLBACK' }).then(
    () => true,
    () => false,
  )

/** Returns a function that sends each query after the answer to the one before: Prisma reads relations at once. */
function inTurn(connection: pg.PoolClient): SendQuery {
  let last: Promise<unknown> = Promise.resolve()
  return (query) => {
    const answer = last.then(() => answerOrEnd(connection, query))
    last = answer.catch(() => undefined)
    return answer
  }
}

/** Closes a connection that does not answer: the next query on it would wait until the timeout too. */
async function answerOrEnd(connection: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
  try {
    return await connection.query(query)
  } catch (error) {
    if ((error as Error).message === 'Query read timeout')
      void (connection as pg.PoolClient & pg.Client).end()
    throw error
  }
}
