import pg from 'pg'
import { WatchedClient } from './watched-client.ts'

/**
 * Is called when a statement is sent, with its SQL, in which `$1` stands for the first value. Returns the function that
 * is called when the statement has ended.
 */
export type ObserveStatement = (sql: string) => (error?: unknown) => void

type Query = (...parameters: unknown[]) => unknown

/**
 * Makes the classes of a pool and of its connections that report each statement. The pool reports its own queries,
 * because a query that waits for a connection is sent by the caller who releases one: the connection would report it as
 * a statement of that caller. The connection reports the statements of transactions.
 */
export function observedBy(observe: ObserveStatement): {
  Pool: typeof pg.Pool
  Client: typeof WatchedClient
} {
  const report = (query: Query, parameters: unknown[]): unknown => {
    const sql = sqlOf(parameters[0])
    if (sql === null) return query(...parameters)
    const end = observe(sql)
    const [config, callback] = parameters
    if (typeof callback === 'function')
      return query(config, (error: unknown, result: unknown) => {
        end(error ?? undefined)
        callback(error, result)
      })
    const answer = query(...parameters) as Promise<unknown>
    answer.then(() => end(), end)
    return answer
  }
  class ObservedPool extends pg.Pool {
    override query(...parameters: never[]): never {
      return report(super.query.bind(this) as Query, parameters) as never
    }
  }
  class ObservedClient extends WatchedClient {
    override query(...parameters: never[]): never {
      const query = super.query.bind(this) as Query
      // The pool gives a callback after the values; a transaction gives it after the query.
      const isOfPool = typeof parameters[2] === 'function'
      return (isOfPool ? query(...parameters) : report(query, parameters)) as never
    }
  }
  return { Pool: ObservedPool, Client: ObservedClient }
}

/** Returns the SQL of a query; null for a stream of rows, which has no promise. */
function sqlOf(query: unknown): string | null {
  if (typeof query === 'string') return query
  const { text, submit } = query as { text?: unknown; submit?: unknown }
  return typeof text === 'string' && submit === undefined ? text : null
}
