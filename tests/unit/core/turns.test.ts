import { expect, it } from 'vitest'
import { mapInTurns } from '../../../src/core/turns.ts'

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
