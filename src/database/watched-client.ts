import type { Socket } from 'node:net'
import pg from 'pg'
import { DescribedQuery } from './described-query.ts'

/** The part of a client that the types of `pg` leave out. */
interface Internals {
  readonly connection: { readonly stream: Socket }
}

/**
 * A client that closes its connection if no byte of an answer to a query arrives for some time, as on a network that
 * loses every packet. The query fails with `Query read timeout`.
 *
 * `query_timeout` of `pg` would do the same. But its callbacks keep the rows of each query in memory until the next full
 * garbage collection, so that an export would take more than 100 MB.
 */
export class WatchedClient extends pg.Client {
  /** The longest time without a byte of an answer, in milliseconds; 0 for no limit. */
  answerTimeoutMs = 0

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('drain', () => this.socket().setTimeout(0))
  }

  override query(...query: unknown[]): never {
    const socket = this.socket()
    if (socket.listenerCount('timeout') === 0)
      socket.on('timeout', () => socket.destroy(new Error('Query read timeout')))
    socket.setTimeout(this.answerTimeoutMs)
    return (super.query as (...query: unknown[]) => never)(...described(query))
  }

  /** Closes the connection at once, also if its server does not answer. */
  cut(): void {
    this.socket().destroy()
  }

  private socket(): Socket {
    return (this as unknown as Internals).connection.stream
  }
}

/** Makes a query of a prepared statement that skips the description of its rows if it is known. */
function described(query: unknown[]): unknown[] {
  const [config, second, third] = query
  const { name, submit } = Object(config) as { name?: unknown; submit?: unknown }
  // With a query of its own, \`pg\` returns no promise.
  const hasCallback = typeof second === 'function' || typeof third === 'function'
  if (name === undefined || submit !== undefined || !hasCallback) return query
  return [new DescribedQuery(config as pg.QueryConfig, second, third)]
}
