import { describe, expect, it } from 'vitest'
import { createReadCache } from '../../src/http/read-cache.ts'

/** Makes a read with numbered results, so that equal results prove a single read. */
function numberedRead() {
  let reads = 0
  return async () => ++reads
}

describe('a cache of reads', () => {
  it('reads once for each key while the version of the data is the same', async () => {
    const cache = createReadCache()
    const read = numberedRead()
    expect(await cache.get('7', 'one', read)).toBe(1)
    expect(await cache.get('7', 'one', read)).toBe(1)
    expect(await cache.get('7', 'other', read)).toBe(2)
  })

  it('reads once for concurrent callers', async () => {
    const cache = createReadCache()
    const read = numberedRead()
    expect(await Promise.all([1, 2, 3].map(() => cache.get('7', 'one', read)))).toEqual([1, 1, 1])
  })

  it('reads again after a write', async () => {
    const cache = createReadCache()
    const read = numberedRead()
    await cache.get('9', 'one', read)
    expect(await cache.get('10', 'one', read)).toBe(2)
  })

  it('neither uses nor keeps results for a version before the newest', async () => {
    const cache = createReadCache()
    const read = numberedRead()
    await cache.get('10', 'one', read)
    expect(await cache.get('9', 'one', read)).toBe(2)
    expect(await cache.get('10', 'one', read)).toBe(1)
  })

  it('keeps nothing without a version', async () => {
    const cache = createReadCache()
    const read = numberedRead()
    expect(await cache.get(null, 'one', read)).toBe(1)
    expect(await cache.get(null, 'one', read)).toBe(2)
  })

  it('does not keep a failure', async () => {
    const cache = createReadCache()
    const failing = cache.get('7', 'one', () => Promise.reject(new Error('the database is away')))
    await expect(failing).rejects.toThrow('the database is away')
    expect(await cache.get('7', 'one', numberedRead())).toBe(1)
  })

  it('drops the oldest result beyond its limit', async () => {
    const cache = createReadCache(2)
    const read = numberedRead()
    for (const key of ['one', 'two', 'three']) await cache.get('7', key, read)
    expect(await cache.get('7', 'three', read)).toBe(3)
    expect(await cache.get('7', 'one', read)).toBe(4)
  })
})
