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
}

/** The most cached results. The oldest is dropped first. */
const ENTRIES_MAX = 1000

/**
 * Creates a cache of results that depend only on the data. Each write makes the entries of all processes invalid,
 * because it changes the version of the data.
 */
export function createReadCache(entriesMax = ENTRIES_MAX): ReadCache {
  const results = new Map<string, Promise<unknown>>()
  let current = -1n
  return {
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
      if (results.size > entriesMax) results.delete(results.keys().next().value as string)
      result.catch(() => {
        if (results.get(key) === result) results.delete(key)
      })
      return result
    },
  }
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
