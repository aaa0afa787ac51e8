import { expect, it } from 'vitest'
import { mapInTurns, sendInPieces } from '../../../src/core/turns.ts'

it('maps items in order, and lets other work run between turns', async () => {
  const done: unknown[] = []
  let turns = 0
  const other = (): void => {
    done.push(`other work ${++turns}`)
    if (turns < 3) setImmediate(other)
  }
  setImmediate(other)
  const results = await mapInTurns(['a', 'b', 'c', 'd', 'e'], 2, (item) => {
    done.push(item)
    return item.toUpperCase()
  })
  expect(results).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(done.slice(0, 7)).toEqual(['a', 'b', 'other work 1', 'c', 'd', 'other work 2', 'e'])
})

it('waits for no turn if the items of one turn are all', async () => {
  let isOver = false
  setImmediate(() => {
    isOver = true
  })
  expect(await mapInTurns([1, 2], 2, (item) => item + 1)).toEqual([2, 3])
  expect(isOver).toBe(false)
})

it('makes each piece while the one before is in progress, and sends it after that has ended', async () => {
  const done: string[] = []
  const results = await sendInPieces(
    [1, 2, 3, 4, 5],
    2,
    (piece) => {
      done.push(`make ${piece}`)
      return piece.join('+')
    },
    async (made) => {
      // As a query: it is sent at the end of a turn, and answered later.
      await null
      done.push(`send ${made}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      done.push(`end ${made}`)
      return made.length
    },
  )
  expect(results).toEqual([3, 3, 1])
  expect(done).toEqual([
    'make 1,2',
    'send 1+2',
    'make 3,4',
    'end 1+2',
    'send 3+4',
    'make 5',
    'end 3+4',
    'send 5',
    'end 5',
  ])
})

it('sends nothing after a failure', async () => {
  const sent: number[] = []
  const sending = sendInPieces(
    [1, 2, 3],
    1,
    ([item]) => item!,
    async (item) => {
      sent.push(item)
      if (item === 2) throw new Error('refused')
    },
  )
  await expect(sending).rejects.toThrow('refused')
  expect(sent).toEqual([1, 2])
})

it('sends nothing if there is nothing', async () => {
  const refuse = (): never => {
    throw new Error('There is nothing to send.')
  }
  expect(await sendInPieces([], 2, refuse, refuse)).toEqual([])
})
