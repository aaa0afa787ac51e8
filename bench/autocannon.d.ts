/** The part of autocannon that the benchmarks use. The package has no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  interface Request {
    readonly method: 'GET'
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
  }

  interface Client {
    setRequests(requests: readonly Request[]): void
  }

  interface Options {
    readonly url: string
    readonly connections: number
    /** In seconds. */
    readonly duration: number
    readonly setupClient: (client: Client) => void
  }

  interface Result {
    readonly errors: number
    readonly timeouts: number
  }

  interface Run extends EventEmitter, PromiseLike<Result> {
    on(event: 'response', listener: Response): this
  }

  type Response = (client: Client, statusCode: string, bytes: number, milliseconds: number) => void

  export default function autocannon(options: Options): Run
}
