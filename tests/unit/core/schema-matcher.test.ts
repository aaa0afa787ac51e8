import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compileMatcher } from '../../../src/core/schema-matcher.ts'
import { pageOf, sparse } from '../../../src/http/paging.ts'
import { runs } from '../../support/runs.ts'

const Person = z.object({ name: z.string(), alias: z.string().nullable() })
const Thing = z.object({
  id: z.uuid(),
  kind: z.enum(['one', 'other']),
  size: z.int().min(0),
  share: z.number(),
  isOpen: z.boolean(),
  note: z.string().optional(),
  owner: z.union([Person, z.null()]),
  parts: z.array(Person),
  span: z.tuple([z.string(), z.int()]),
})
const person = { name: 'Ada', alias: null }
const thing = {
  id: '018cc257-7240-700f-8000-00000000004a',
  kind: 'one',
  size: 3,
  share: 0.5,
  isOpen: true,
  owner: person,
  parts: [person, { name: 'Nils', alias: 'N.' }],
  span: ['cue', 4],
}

describe('a value that matches its schema', () => {
  const matches = compileMatcher(Thing)

  it('passes, with or without optional parts', () => {
    expect(matches(thing)).toBe(true)
    expect(matches({ ...thing, note: 'seen', owner: null, parts: [] })).toBe(true)
  })

  it('passes in a read-only list', () => {
    const isList = compileMatcher(z.array(Person).readonly().optional())
    expect([isList([person]), isList(undefined), isList([thing])]).toEqual([true, true, false])
  })

  it('passes in a page of whole or sparse items', () => {
    const page = { limit: 20, count: null, self: '/x', first: '/x', prev: null, next: '/x?cursor=c' }
    const isPage = compileMatcher(pageOf(sparse(Thing)))
    expect(isPage({ items: [thing, { id: thing.id }], page })).toBe(true)
    expect(isPage({ items: [thing, { id: thing.id, secret: 1 }], page })).toBe(false)
  })
})

describe('a value that does not match its schema', () => {
  const matches = compileMatcher(Thing)

  it.each([
    ['an extra key', { ...thing, secret: 'x' }],
    ['an extra nested key', { ...thing, parts: [{ ...person, secret: 'x' }] }],
    ['a missing key', { ...thing, kind: undefined }],
    ['another type', { ...thing, size: '3' }],
    ['a number JSON cannot write', { ...thing, share: Number.NaN }],
    ['a fraction for an integer', { ...thing, size: 1.5 }],
    ['an unknown enum value', { ...thing, kind: 'third' }],
    ['a Date for a string', { ...thing, note: new Date(0) }],
    ['an array for an object', { ...thing, owner: [] }],
    ['a tuple that is too long', { ...thing, span: ['cue', 4, 5] }],
    ['a tuple in the wrong order', { ...thing, span: [4, 'cue'] }],
    ['null', null],
  ])('fails: %s', (_name, value) => {
    expect(matches(value)).toBe(false)
  })

  it('fails if it is a Date or an array and the schema is an object of optional parts', () => {
    const isPartial = compileMatcher(Thing.partial())
    expect([isPartial({}), isPartial(new Date(0)), isPartial([])]).toEqual([true, false, false])
  })

  it.each([
    ['a default', z.object({ size: z.number().default(1) }), {}],
    ['a loose object', z.looseObject({}), { secret: 1 }],
    ['a transformation', z.string().transform(Number), '1'],
    ['a record', z.record(z.string(), z.string()), { any: 'key' }],
    ['unknown', z.unknown(), 1],
    ['a trimmed string', z.object({ name: z.string().trim() }), { name: ' Ada' }],
    ['a tuple with a rest', z.tuple([z.string()]).rest(z.int()), ['a']],
  ])('fails for a schema that can change values: %s', (_name, schema, value) => {
    expect(compileMatcher(schema)(value)).toBe(false)
  })
})

it('never passes a value that the schema would reject or change', () => {
  const Shape = z.object({
    a: z.string(),
    b: z.array(z.object({ c: z.number().nullable() })).optional(),
    d: z.union([z.boolean(), z.object({ e: z.literal(['x', 1]) }).partial()]),
  })
  const matches = compileMatcher(Shape)
  const leaf = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.double(), fc.constantFrom('x', 1))
  const part = fc.oneof(leaf, fc.dictionary(fc.constantFrom('c', 'e', 'z'), leaf), fc.constant([]))
  const candidate = fc.record(
    {
      a: fc.oneof(fc.string(), part),
      b: fc.oneof(part, fc.array(fc.record({ c: leaf }), { maxLength: 2 })),
      d: fc.oneof(fc.boolean(), fc.record({ e: leaf }), part),
      z: leaf,
    },
    { requiredKeys: ['a', 'd'], noNullPrototype: true },
  )
  let passed = 0
  fc.assert(
    fc.property(candidate, (value) => {
      if (!matches(value)) return
      passed++
      expect(Shape.parse(value)).toEqual(value)
    }),
    runs(2000),
  )
  expect(passed).toBeGreaterThan(20)
})
