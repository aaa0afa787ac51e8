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

describe('a cache of estimates', () => {
  const isEstimate = () => true

  /** Makes a cache whose clock a test sets, in seconds. */
  function cacheAt() {
    let seconds = 0
    const cache = createReadCache(undefined, () => seconds * 1000)
    return { cache, at: (time: number) => (seconds = time) }
  }

  it('returns the estimate of an earlier version at once, and reads it again for the next caller', async () => {
    const { cache, at } = cacheAt()
    const read = numberedRead()
    expect(await cache.getEstimate('1', 'one', read, isEstimate)).toBe(1)
    at(6)
    expect(await cache.getEstimate('2', 'one', read, isEstimate)).toBe(1)
    expect(await cache.getEstimate('2', 'one', read, isEstimate)).toBe(2)
  })

  it('reads nothing while the estimate is younger than five seconds', async () => {
    const { cache, at } = cacheAt()
    const read = numberedRead()
    await cache.getEstimate('1', 'one', read, isEstimate)
    at(5)
    for (const version of ['2', '3', '4'])
      expect(await cache.getEstimate(version, 'one', read, isEstimate)).toBe(1)
  })

  it('waits for a new estimate after five minutes', async () => {
    const { cache, at } = cacheAt()
    const read = numberedRead()
    await cache.getEstimate('1', 'one', read, isEstimate)
    at(301)
    expect(await cache.getEstimate('2', 'one', read, isEstimate)).toBe(2)
  })

  it('reads an exact count again after each write', async () => {
    const { cache } = cacheAt()
    const read = numberedRead()
    await cache.getEstimate('1', 'one', read, () => false)
    expect(await cache.getEstimate('2', 'one', read, () => false)).toBe(2)
  })

  it('keeps no estimate of a count that became exact', async () => {
    const { cache, at } = cacheAt()
    const read = numberedRead()
    const isFirst = (result: number): boolean => result === 1
    await cache.getEstimate('1', 'one', read, isFirst)
    at(301)
    await cache.getEstimate('2', 'one', read, isFirst)
    expect(await cache.getEstimate('3', 'one', read, isFirst)).toBe(3)
  })

  it('still has the estimate if reading it again fails', async () => {
    const { cache, at } = cacheAt()
    await cache.getEstimate('1', 'one', numberedRead(), isEstimate)
    at(6)
    const failing = () => Promise.reject(new Error('the database is away'))
    expect(await cache.getEstimate('2', 'one', failing, isEstimate)).toBe(1)
    expect(await cache.getEstimate('3', 'one', numberedRead(), isEstimate)).toBe(1)
  })

  it('keeps nothing without a version', async () => {
    const { cache } = cacheAt()
    const read = numberedRead()
    await cache.getEstimate('1', 'one', read, isEstimate)
    expect(await cache.getEstimate(null, 'one', read, isEstimate)).toBe(2)
  })

  it('drops the oldest estimate beyond its limit', async () => {
    const cache = createReadCache(2, () => 0)
    const read = numberedRead()
    for (const key of ['one', 'two', 'three']) await cache.getEstimate('1', key, read, isEstimate)
    expect(await cache.getEstimate('2', 'three', read, isEstimate)).toBe(3)
    expect(await cache.getEstimate('2', 'one', read, isEstimate)).toBe(4)
  })
})
