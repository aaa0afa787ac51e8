import type { Socket } from 'node:net'
import pg from 'pg'

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
    return (super.query as (...query: unknown[]) => never)(...query)
  }

  /** Closes the connection at once, also if its server does not answer. */
  cut(): void {
    this.socket().destroy()
  }

  private socket(): Socket {
    return (this as unknown as Internals).connection.stream
  }
}
