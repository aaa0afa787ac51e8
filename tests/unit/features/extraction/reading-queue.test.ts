import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createReadingQueue } from '../../../../src/features/extraction/reading-queue.ts'

const reader = (hasKey: boolean, gone = new AbortController().signal, who = 'desk') => ({ who, hasKey, gone })
const caller = (who: string) => reader(true, undefined, who)

/** Work that ends when it is told to, and notes when it begins. */
function createWork(log: string[], name: string) {
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  const work = async (): Promise<string> => {
    log.push(name)
    await done
    return name
  }
  return { work, finish: () => finish() }
}

describe('a reading queue', () => {
  it('does one reading at a time: requests with a key first, each kind in order', async () => {
    const queue = createReadingQueue(1)
    const log: string[] = []
    const names = ['first', 'without 1', 'without 2', 'with 1', 'with 2']
    const works = names.map((name) => createWork(log, name))
    const results = works.map(({ work }, index) =>
      queue.read(reader(names[index]!.startsWith('with ')), work),
    )
    const order = [0, 3, 4, 1, 2]
    for (let done = 0; done < order.length; done++) {
      await nextTurn()
      expect(log).toEqual(order.slice(0, done + 1).map((index) => names[index]))
      works[order[done]!]!.finish()
    }
    expect(await Promise.all(results)).toEqual(names)
  })

  it('does as many readings at a time as it may', async () => {
    const queue = createReadingQueue(2)
    const log: string[] = []
    const works = ['first', 'second', 'third', 'fourth'].map((name) => createWork(log, name))
    const results = works.map(({ work }) => queue.read(reader(true), work))
    await nextTurn()
    expect(log).toEqual(['first', 'second'])
    works[1]!.finish()
    await nextTurn()
    expect(log).toEqual(['first', 'second', 'third'])
    for (const { finish } of works) finish()
    expect(await Promise.all(results)).toHaveLength(4)
    expect(await queue.read(reader(true), async () => 'again')).toBe('again')
  })

  it('continues after work that failed', async () => {
    const queue = createReadingQueue(1)
    const failed = queue.read(reader(true), async () => {
      throw new Error('no')
    })
    const next = queue.read(reader(true), async () => 'next')
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('next')
  })

  it('drops a request that leaves before its turn, and does not begin its work', async () => {
    const queue = createReadingQueue(1)
    const log: string[] = []
    const first = createWork(log, 'first')
    const reading = queue.read(reader(true), first.work)
    const leaving = new AbortController()
    const left = queue.read(reader(true, leaving.signal), createWork(log, 'left').work)
    const last = queue.read(reader(false), async () => 'last')
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    first.finish()
    expect(await Promise.all([reading, last])).toEqual(['first', 'last'])
    expect(log).toEqual(['first'])
    await expect(queue.read(reader(true, AbortSignal.abort(new Error('gone'))), first.work)).rejects.toThrow()
    expect(await queue.read(reader(true), async () => 'again')).toBe('again')
  })

  it('has separate places for requests with and without a key, and says if they are taken', () => {
    const queue = createReadingQueue(1)
    const leave = Array.from({ length: 8 }, () => queue.admit(reader(false)))
    expect(() => queue.admit(reader(false))).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('with a key') }),
    )
    for (let place = 0; place < 16; place++) queue.admit(reader(true))
    expect(() => queue.admit(reader(true))).toThrow(expect.objectContaining({ code: 'unavailable' }))
    leave[0]!()
    expect(() => queue.admit(reader(false))).not.toThrow()
  })

  it('lets callers take turns, each in the order of its requests', async () => {
    const queue = createReadingQueue(1)
    const log: string[] = []
    const callers = ['one', 'one', 'one', 'two', 'one', 'two', 'three']
    const readings = callers.map((who, index) =>
      queue.read(caller(who), async () => {
        log.push(`${who} ${index}`)
        await nextTurn()
      }),
    )
    await Promise.all(readings)
    expect(log).toEqual(['one 0', 'two 3', 'three 6', 'one 1', 'two 5', 'one 2', 'one 4'])
  })

  it('gives a caller at most half of the places while another caller has some', () => {
    const queue = createReadingQueue(1)
    const leave = queue.admit(caller('other'))
    for (let place = 0; place < 8; place++) queue.admit(caller('greedy'))
    expect(() => queue.admit(caller('greedy'))).toThrow(expect.objectContaining({ code: 'unavailable' }))
    expect(() => queue.admit(caller('third'))).not.toThrow()
    leave()
    expect(() => queue.admit(caller('other'))).not.toThrow()
  })
})
