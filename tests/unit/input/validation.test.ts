import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { validationError } from '../../../src/input/validation.ts'

const Book = z.strictObject({ title: z.string(), pages: z.int().optional() })
const UNKNOWN = 600_000

/** A list that counts how many of its items are looked at. */
function watched<Item>(items: readonly Item[]): { readonly list: Item[]; reads: () => number } {
  let reads = 0
  const list = new Proxy([...items], {
    get(target, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads++
      return Reflect.get(target, name)
    },
  })
  return { list, reads: () => reads }
}

describe('validationError', () => {
  it.each(['body', 'querystring'])(
    'suggests the right name for at most fifty unknown names of a %s',
    (part) => {
      const keys = watched(Array.from({ length: UNKNOWN }, (_, index) => `titel${index}`))
      const issue = { code: 'unrecognized_keys' as const, keys: keys.list, path: [], message: 'Unknown.' }
      const { faults, message } = validationError([issue], part, Book, {})
      expect(faults).toHaveLength(50)
      expect(message).toContain('"titel0"')
      expect(faults[0]!.message).toContain('Did you mean "title"?')
      expect(keys.reads()).toBe(50)
    },
  )

  it('returns messages for at most fifty faults', () => {
    const issues = watched(
      Array.from({ length: UNKNOWN }, (_, index) => ({
        code: 'custom' as const,
        path: ['list', index],
        message: 'No.',
        params: {},
      })),
    )
    expect(validationError(issues.list, 'body', Book, { list: [] }).faults).toHaveLength(50)
    expect(issues.reads()).toBe(50)
  })

  it('shows the beginning of an unknown name that is very long, and points to the object that holds it', () => {
    const key = 'a'.repeat(1_000_000)
    const { data, error } = z.strictObject({ book: Book }).safeParse({ book: { title: 'x', [key]: 1 } })
    expect(data).toBeUndefined()
    const { faults, message } = validationError(error!.issues, 'body', z.strictObject({ book: Book }), {})
    expect(faults[0]).toMatchObject({ pointer: '/book', code: 'unknown_field' })
    expect(JSON.stringify([faults, message]).length).toBeLessThan(2000)
  })
})
