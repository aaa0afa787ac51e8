import { expect, test } from 'vitest'
import { createStatementNames } from '../../../src/database/statement-names.ts'

const often = <T>(times: number, work: () => T): T[] => Array.from({ length: times }, work)

test('a statement that is sent often gets a name and keeps it', () => {
  const nameOf = createStatementNames()
  const names = often(6, () => nameOf('SELECT 1'))
  expect(names[0]).toBeUndefined()
  expect(names.at(-1)).toBeTypeOf('string')
  expect(new Set(names.filter(Boolean)).size).toBe(1)
})

test('two statements never share a name', () => {
  const nameOf = createStatementNames()
  const names = ['SELECT 1', 'SELECT 2', 'SELECT 3'].map((sql) => often(5, () => nameOf(sql)).at(-1))
  expect(new Set(names).size).toBe(3)
})

test('statements that are sent once get no name, however many there are', () => {
  const nameOf = createStatementNames()
  const names = Array.from({ length: 5000 }, (_, index) => nameOf(`SELECT ${index}`))
  expect(names.filter(Boolean)).toEqual([])
})

test('the number of names is limited: the first statements keep theirs, later ones get none', () => {
  const nameOf = createStatementNames()
  const first = often(5, () => nameOf('SELECT 0')).at(-1)
  for (let index = 1; index < 500; index++) often(5, () => nameOf(`SELECT ${index}`))
  const named = Array.from({ length: 500 }, (_, index) => nameOf(`SELECT ${index}`)).filter(Boolean)
  expect(named.length).toBeGreaterThan(10)
  expect(named.length).toBeLessThan(200)
  expect(nameOf('SELECT 0')).toBe(first)
})
