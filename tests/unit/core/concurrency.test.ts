import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSerializer, mapInOrder } from '../../../src/core/concurrency.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function turns(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed++) await turn()
}

async function* from<Thing>(things: readonly Thing[]): AsyncGenerator<Thing> {
  for (const thing of things) {
    await turn()
    yield thing
  }
}

async function gathered<Thing>(things: AsyncIterable<Thing>): Promise<Thing[]> {
  const all: Thing[] = []
  for await (const thing of things) all.push(thing)
  return all
}

describe('mapInOrder', () => {
  it('yields results in the order of the items, and runs at most `concurrency` at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (lengths, atOnce) => {
          let running = 0
          let most = 0
          const results = mapInOrder(from([...lengths.entries()]), atOnce, async ([index, length]) => {
            most = Math.max(most, ++running)
            await turns(length)
            running--
            return index
          })
          expect(await gathered(results)).toEqual([...lengths.keys()])
          expect(most).toBeLessThanOrEqual(atOnce)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('yields a result before the next item arrives', async () => {
    let release = (): void => undefined
    async function* slow() {
      yield 1
      await new Promise<void>((resolve) => {
        release = resolve
      })
      yield 2
    }
    const results = mapInOrder(slow(), 4, async (number) => number)
    expect((await results.next()).value).toBe(1)
    release()
    expect((await results.next()).value).toBe(2)
    expect((await results.next()).done).toBe(true)
  })

  it('requests no more items while the consumer takes no results', async () => {
    let asked = 0
    async function* counted() {
      for (;;) yield ++asked
    }
    const results = mapInOrder(counted(), 3, async (number) => number)
    await results.next()
    await turns(20)
    expect(asked).toBeLessThanOrEqual(5)
    await results.return(undefined)
    const then = asked
    await turns(20)
    expect(asked).toBeLessThanOrEqual(then + 1)
  })

  it('throws an error of the source after the earlier results, and an error of the work in its place', async () => {
    async function* broken() {
      yield 1
      yield 2
      throw new Error('cut off')
    }
    const seen: number[] = []
    const take = async (results: AsyncIterable<number>): Promise<void> => {
      for await (const result of results) seen.push(result)
    }
    await expect(take(mapInOrder(broken(), 4, async (number) => number))).rejects.toThrow('cut off')
    expect(seen).toEqual([1, 2])
    const failing = mapInOrder(from([1, 2, 3]), 4, async (number) => {
      if (number === 2) throw new Error('no two')
      return number
    })
    await expect(take(failing)).rejects.toThrow('no two')
    expect(seen).toEqual([1, 2, 1])
  })
})

it('createSerializer runs work with one key in sequence, also after a failure, and other work at once', async () => {
  const inLane = createSerializer()
  const log: string[] = []
  const work = (name: string, length: number) => async (): Promise<void> => {
    log.push(`${name} begins`)
    await turns(length)
    log.push(`${name} ends`)
    if (name === 'a1') throw new Error('failed')
  }
  const first = inLane('a', work('a1', 5))
  await Promise.allSettled([
    first,
    inLane('a', work('a2', 1)),
    inLane('b', work('b', 1)),
    inLane(null, work('none', 1)),
  ])
  await expect(first).rejects.toThrow('failed')
  expect(log.slice(0, 3).sort()).toEqual(['a1 begins', 'b begins', 'none begins'])
  expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'))
})
