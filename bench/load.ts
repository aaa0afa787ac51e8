import autocannon from 'autocannon'

/** A kind of request that one server is loaded with. */
export interface Load {
  readonly origin: string
  /** Paths with query, asked for in turn; each connection begins at another one. */
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** The status that every answer must have. */
  readonly status: number
}

/** What one server did under load. Times in milliseconds. */
export interface Measurement {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

export const CONNECTIONS = 32

/**
 * Loads a server from 32 connections for some seconds.
 * @throws Error where an answer has another status, or none comes.
 */
export async function measure(
  { origin, paths, headers = {}, status }: Load,
  seconds: number,
): Promise<Measurement> {
  const times: number[] = []
  const strangers = new Set<string>()
  let connection = 0
  const run = autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      const first = Math.floor((connection++ * paths.length) / CONNECTIONS)
      const turn = [...paths.slice(first), ...paths.slice(0, first)]
      client.setRequests(turn.map((path) => ({ method: 'GET', path, headers })))
    },
  })
  run.on('response', (_client, statusCode, _bytes, milliseconds) => {
    times.push(milliseconds)
    if (Number(statusCode) !== status) strangers.add(statusCode)
  })
  const start = performance.now()
  const { errors, timeouts } = await run
  const elapsed = performance.now() - start
  if (strangers.size > 0 || errors + timeouts > 0 || times.length === 0)
    throw new Error(
      `${paths[0]}: ${errors} errors, ${timeouts} timeouts, status ${[...strangers].join(', ')}`,
    )
  return { perSecond: (times.length * 1000) / elapsed, ...percentiles(times) }
}

/** The middle and the hundredth slowest of some times. */
export function percentiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { p50: at(0.5), p99: at(0.99) }
}

export const median = (values: readonly number[]): number => percentiles(values).p50
