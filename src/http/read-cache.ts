import type { App } from './instance.ts'
import { type ListRequest, scopeOf } from './paging.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readCache: ReadCache
  }
}

export interface ReadCache {
  /**
   * Returns the result of an earlier read with the same key and the same version of the data. Without such a result,
   * reads it. Concurrent calls with the same key share one read. A failed read is not cached.
   * @param version the version of the data, a number as text. With null, the version is unknown, and nothing is cached.
   */
  get<Result>(version: string | null, key: string, read: () => Promise<Result>): Promise<Result>
  /**
   * Like `get`, but an estimate may be of an earlier version, up to five minutes old. Then the caller gets it at once,
   * and it is read again for the next caller.
   */
  getEstimate<Result>(
    version: string | null,
    key: string,
    read: () => Promise<Result>,
    isEstimate: (result: Result) => boolean,
  ): Promise<Result>
}

/** The most cached results, and the most estimates of earlier versions. The oldest is dropped first. */
const ENTRIES_MAX = 1000
/** The age of an estimate from which a caller waits for a new one. */
const ESTIMATE_MAX_MS = 5 * 60_000
/** The age of an estimate from which it is read again, if the data have changed. */
const ESTIMATE_FRESH_MS = 5_000

/** An estimate, and when it was read. */
interface Estimate {
  readonly result: unknown
  readonly at: number
}

/**
 * Creates a cache of results that depend only on the data. Each write makes the entries of all processes invalid,
 * because it changes the version of the data.
 */
export function createReadCache(entriesMax = ENTRIES_MAX, now: () => number = Date.now): ReadCache {
  const results = new Map<string, Promise<unknown>>()
  const estimates = new Map<string, Estimate>()
  let current = -1n
  const cache: ReadCache = {
    get<Result>(version: string | null, key: string, read: () => Promise<Result>): Promise<Result> {
      const asked = version === null ? null : BigInt(version)
      // A request that began before the last write may still ask with the previous version.
      if (asked === null || asked < current) return read()
      if (asked > current) {
        results.clear()
        current = asked
      }
      const known = results.get(key)
      if (known !== undefined) return known as Promise<Result>
      const result = read()
      results.set(key, result)
      dropOldest(results, entriesMax)
      result.catch(() => {
        if (results.get(key) === result) results.delete(key)
      })
      return result
    },

    async getEstimate<Result>(
      version: string | null,
      key: string,
      read: () => Promise<Result>,
      isEstimate: (result: Result) => boolean,
    ): Promise<Result> {
      if (version === null) return read()
      const at = now()
      const readAgain = () =>
        cache.get(version, key, async () => {
          const result = await read()
          estimates.delete(key)
          if (isEstimate(result)) estimates.set(key, { result, at })
          dropOldest(estimates, entriesMax)
          return result
        })
      const known = estimates.get(key)
      if (known === undefined || at - known.at > ESTIMATE_MAX_MS) return readAgain()
      // A failure is not lost: the caller who must wait for the next read gets it.
      if (at - known.at > ESTIMATE_FRESH_MS) readAgain().catch(() => {})
      return known.result as Result
    },
  }
  return cache
}

function dropOldest(entries: Map<string, unknown>, most: number): void {
  if (entries.size > most) entries.delete(entries.keys().next().value as string)
}

export const installReadCache = (app: App): void => {
  app.decorate('readCache', createReadCache())
}

/**
 * Reads the other data of a list besides its rows, such as the records that its filters name. The result is cached
 * until the next write, for every page of the list. So it must depend only on the path and the filters of the request.
 * @param name distinguishes the results for one list.
 */
export const cachedRead = <Result>(
  request: ListRequest,
  name: string,
  read: () => Promise<Result>,
): Promise<Result> => request.server.readCache.get(request.dataVersion, `${name} ${scopeOf(request)}`, read)

/**
 * Reads the counts of a list, as `cachedRead`. If they are estimates, they may be of an earlier version of the record,
 * up to five minutes old.
 */
export const cachedCounts = <Result>(
  request: ListRequest,
  name: string,
  read: () => Promise<Result>,
  isEstimate: (result: Result) => boolean,
): Promise<Result> =>
  request.server.readCache.getEstimate(request.dataVersion, `${name} ${scopeOf(request)}`, read, isEstimate)
