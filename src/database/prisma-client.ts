import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import type { SendQuery } from './pooled-transaction.ts'
import type { NameStatement } from './statement-names.ts'

/** Makes the Prisma client that queries the connections of `pool`. */
export const createPrismaClient = (pool: pg.Pool, nameOf: NameStatement): PrismaClient =>
  new PrismaClient({ adapter: new PoolAdapter(pool, nameOf), errorFormat: 'minimal' })

/** Prisma's adapter for PostgreSQL. It uses the connections and the transactions of this service. */
class PoolAdapter extends PrismaPg {
  constructor(pool: pg.Pool, nameOf: NameStatement) {
    super(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) as string })
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.startTransaction = () =>
      Promise.reject(
        new Error('Prisma opens no transaction here: call inTransaction, and write one table at a time.'),
      )
    return adapter
  }
}

/**
 * A Prisma client that one transaction after another uses, each on its own connection. Making a client takes some 20
 * ms, and a client compiles each query once. So the executor reuses its clients.
 */
export class TransactionClient {
  readonly #connection = new LentConnection()
  readonly #prisma: PrismaClient

  constructor(nameOf: NameStatement) {
    this.#prisma = createPrismaClient(this.#connection, nameOf)
  }

  /** Returns the client, whose queries go to `send` from now on. */
  lend(send: SendQuery): PrismaClient {
    this.#connection.send = send
    return this.#prisma
  }

  close(): Promise<void> {
    return this.#prisma.$disconnect()
  }
}

/**
 * A pool that sends each query to the connection of the current transaction, because the adapter accepts only pools.
 */
class LentConnection extends pg.Pool {
  send: SendQuery = () => Promise.reject(new Error('This Prisma client is in no transaction.'))

  override query(query: never): never {
    return this.send(query) as never
  }
}
