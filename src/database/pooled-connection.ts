import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Connection, type QueryResult, toDb } from './connection.ts'
import { PrismaClient } from './generated/client.ts'
import type { TransactionPool } from './pool.ts'
import { createStatementNames } from './prepared.ts'
import { valueTypes } from './values.ts'

/** How long a transaction may take, in milliseconds: past it, it is rolled back. */
const TRANSACTION_TIMEOUT_MS = 30_000

type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>

/** The connection behind the root `Db`: hand-written SQL and Prisma over one pool. */
export function createConnection(
  pool: TransactionPool,
  acquireTimeoutMs: number,
): Connection & { readonly prisma: PrismaClient } {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' })
  const nameOf = createStatementNames()
  return {
    prisma,
    query: (sql, parameters) => query(pool, sql, parameters, nameOf(sql)),
    transact: (work) =>
      pool.observe((slot) =>
        prisma.$transaction(
          async (tx) => {
            const connection = transactionConnection(tx, slot.client!, nameOf)
            try {
              return await work(toDb(connection))
            } finally {
              connection.end()
            }
          },
          { maxWait: acquireTimeoutMs, timeout: TRANSACTION_TIMEOUT_MS },
        ),
      ),
  }
}

function transactionConnection(
  tx: Connection['prisma'],
  client: pg.PoolClient,
  nameOf: (sql: string) => string | undefined,
): Connection & { end(): void } {
  let isOver = false
  const connection: Connection & { end(): void } = {
    prisma: tx,
    query(sql, parameters) {
      if (isOver) throw new Error('This transaction is over: its handle was used after its work ended.')
      return query(client, sql, parameters, nameOf(sql)).catch((error: Error) => {
        // Nothing more will come: without this, the rollback would wait as long again.
        if (error.message === 'Query read timeout') void (client as pg.PoolClient & pg.Client).end()
        throw error
      })
    },
    transact: (work) => work(toDb(connection)),
    end() {
      isOver = true
    },
  }
  return connection
}

async function query(
  target: Queryable,
  sql: string,
  parameters: readonly unknown[],
  name?: string,
): Promise<QueryResult> {
  const result = await target.query({ name, text: sql, values: [...parameters], types: valueTypes })
  return { rows: result.rows, count: result.rowCount ?? 0 }
}
