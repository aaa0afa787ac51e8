import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

export interface PoolOptions {
  readonly url: string
  readonly poolMax: number
  /** How long to wait for a free connection, or for a new one to open. */
  readonly acquireTimeoutMs: number
  readonly statementTimeoutMs: number
}

interface Slot {
  client: pg.PoolClient | null
}

type OnConnection = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/** A pool that tells which connection a transaction was given, so that Prisma and hand-written SQL share it. */
export class TransactionPool extends pg.Pool {
  readonly #slots = new AsyncLocalStorage<Slot>()
  #observed = 0

  /** Runs `work`; `slot.client` is the connection checked out within it, from then on. */
  async observe<T>(work: (slot: Readonly<Slot>) => Promise<T>): Promise<T> {
    const slot: Slot = { client: null }
    this.#observed++
    try {
      return await this.#slots.run(slot, () => work(slot))
    } finally {
      // While a storage is in use, every promise of the process costs more, those of reads too.
      if (--this.#observed === 0) this.#slots.disable()
    }
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: OnConnection): void
  override connect(callback?: OnConnection): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback)
      return undefined
    }
    const slot = this.#slots.getStore()
    return super.connect().then((client) => {
      if (slot) slot.client ??= client
      const release = client.release
      client.release = (error) => release(error ?? isWaiting(client))
      return client
    })
  }
}

/** True where a query was given up but never answered: whoever got this connection next would wait behind it. */
const isWaiting = (client: pg.PoolClient): boolean =>
  (client as unknown as { readonly readyForQuery: boolean }).readyForQuery === false

/** The one pool of a process. `url` is a `postgresql://` URL. */
export const createPool = ({
  url,
  poolMax,
  acquireTimeoutMs,
  statementTimeoutMs,
}: PoolOptions): TransactionPool =>
  new TransactionPool({
    connectionString: inUtc(url),
    application_name: 'onrecord',
    max: poolMax,
    connectionTimeoutMillis: acquireTimeoutMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    // The server's own limit answers first; this one is for a network that swallows everything.
    query_timeout: statementTimeoutMs + 2000,
  })

/** The same URL for sessions in UTC: Prisma writes and reads instants without their offset and relies on it. */
export function inUtc(url: string): string {
  const target = new URL(url)
  const own = target.searchParams.get('options')
  target.searchParams.set('options', [own, '-c TimeZone=UTC'].filter(Boolean).join(' '))
  return target.href
}
