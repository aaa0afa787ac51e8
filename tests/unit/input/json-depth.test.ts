import { expect, it } from 'vitest'
import { canonicalJson } from '../../../src/core/canonical-json.ts'
import { demandShallow } from '../../../src/input/json-depth.ts'

const lists = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
const objects = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)

it.each([
  ['lists', lists],
  ['objects', objects],
])('refuses %s nested more than 100 deep, and canonicalJson can process 100 levels', (_name, nested) => {
  expect(() => demandShallow(nested(100))).not.toThrow()
  expect(canonicalJson(nested(100))).toBe(JSON.stringify(nested(100)))
  for (const depth of [101, 5000, 200_000])
    expect(() => demandShallow([1, { deep: nested(depth) }])).toThrow(
      expect.objectContaining({ code: 'invalid_body' }),
    )
})

it('accepts JSON that is wide and not deep', () => {
  expect(() => demandShallow(Array.from({ length: 300_000 }, () => [{}]))).not.toThrow()
  for (const value of ['text', 1, null, undefined, true]) expect(() => demandShallow(value)).not.toThrow()
})
