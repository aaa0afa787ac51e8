import type pg from 'pg'
import { type Executor, type QueryResult, type Snapshot, toTx } from './executor.ts'
import { runTransaction, type SendQuery } from './pooled-transaction.ts'
import { createPrismaClient, TransactionClient } from './prisma-client.ts'
import { snapshotOn } from './snapshot-connection.ts'
import { createStatementNames, type NameStatement } from './statement-names.ts'
import { valueTypes } from './value-types.ts'

export interface PoolExecutor extends Executor {
  /** Frees the Prisma clients. The pool stays open. */
  close(): Promise<void>
}

/**
 * Makes the executor of the root `Db`: hand-written SQL and Prisma share the connections of `pool`.
 * @param nameOf names prepared statements. Default: names of its own.
 * @param onMoved is called with the position of the ledger after the commit of each transaction that moved it.
 */
export function createPoolExecutor(
  pool: pg.Pool,
  nameOf = createStatementNames(),
  onMoved?: (position: bigint) => void,
): PoolExecutor {
  const prisma = createPrismaClient(pool, nameOf)
  const idleClients: TransactionClient[] = []
  return {
    prisma,
    query: (sql, parameters, isPrepared) =>
      query((config) => pool.query(config), isPrepared === false ? NO_NAME : nameOf, sql, parameters),
    async transact(work) {
      const connection = await pool.connect()
      let client: TransactionClient | undefined
      let isOver = false
      let moved: bigint | null = null
      try {
        const result = await runTransaction(connection, (send) => {
          // Many transactions never need a client, which takes some 8 MB.
          const lendClient = () => {
            if (isOver) throw new Error('This transaction is over: its handle was used after its work ended.')
            client ??= idleClients.pop() ?? new TransactionClient(nameOf)
            return client.lend(send)
          }
          const note = (position: bigint): void => {
            moved = position
          }
          return work(toTx(transactionExecutor(lendClient, nameOf, send, note)))
        })
        if (moved !== null) onMoved?.(moved)
        return result
      } finally {
        // Only after the end of the transaction. Otherwise a query that its work left running could reach the next
        // connection.
        isOver = true
        if (client) idleClients.push(client)
      }
    },
    noteLedger: () => {
      throw new Error('The ledger moves in a transaction.')
    },
    async openSnapshot(): Promise<Snapshot> {
      return snapshotOn(
        await pool.connect(),
        async (send, sql, parameters) => (await query(send, nameOf, sql, parameters)).rows,
      )
    },
    async close() {
      await Promise.all([prisma.$disconnect(), ...idleClients.map((client) => client.close())])
    },
  }
}

function transactionExecutor(
  lendClient: () => Executor['prisma'],
  nameOf: NameStatement,
  send: SendQuery,
  noteLedger: Executor['noteLedger'],
): Executor {
  const executor: Executor = {
    get prisma() {
      return lendClient()
    },
    query: (sql, parameters, isPrepared) =>
      query(send, isPrepared === false ? NO_NAME : nameOf, sql, parameters),
    transact: (work) => work(toTx(executor)),
    noteLedger,
    openSnapshot: () => Promise.reject(new Error('A transaction reads its own state, not a snapshot.')),
  }
  return executor
}

const NO_NAME: NameStatement = () => undefined

async function query(
  send: SendQuery,
  nameOf: NameStatement,
  sql: string,
  parameters: readonly unknown[],
): Promise<QueryResult> {
  const name = nameOf(sql)
  const result = await send({
    text: sql,
    values: [...parameters],
    types: valueTypes,
    ...(name !== undefined && { name }),
  })
  return { rows: result.rows, count: result.rowCount ?? 0 }
}
