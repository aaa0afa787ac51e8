import autocannon from 'autocannon'

/** The requests that load one server. */
export interface Load {
  readonly origin: string
  /** Paths with query, requested in turn. Each connection begins at another path. */
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** The status that every response must have. */
  readonly status: number
}

/** The result of a load. Times are in milliseconds. */
export interface Measurement {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

export const CONNECTIONS = 32

/**
 * Loads a server from 32 connections for some seconds.
 * @throws Error if a response has another status, or does not come.
 */
export async function measure(
  { origin, paths, headers = {}, status }: Load,
  seconds: number,
): Promise<Measurement> {
  const times: number[] = []
  const unexpected = new Set<string>()
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
    if (Number(statusCode) !== status) unexpected.add(statusCode)
  })
  const start = performance.now()
  const { errors, timeouts } = await run
  const elapsed = performance.now() - start
  if (unexpected.size > 0 || errors + timeouts > 0 || times.length === 0)
    throw new Error(
      `${paths[0]}: ${errors} errors, ${timeouts} timeouts, status ${[...unexpected].join(', ')}`,
    )
  return { perSecond: (times.length * 1000) / elapsed, ...percentiles(times) }
}

/** Returns the median and the 99th percentile of some times. */
export function percentiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { p50: at(0.5), p99: at(0.99) }
}

export const median = (values: readonly number[]): number => percentiles(values).p50
