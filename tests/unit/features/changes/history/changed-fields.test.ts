import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedFields } from '../../../../../src/features/changes/history/changed-fields.ts'

it('returns the fields that differ, with dots for nested ones', () => {
  const before = {
    status: 'machine',
    speaker: { name: 'A', role: null },
    segments: [{ start: 1 }],
    cue: null,
  }
  const after = {
    status: 'verified',
    speaker: { name: 'B', role: null },
    segments: [{ start: 2 }],
    cue: { start: 1 },
  }
  expect(changedFields(before, after)).toEqual(['cue', 'segments', 'speaker.name', 'status'])
  expect(changedFields({ a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] })).toEqual([])
  expect(changedFields({ a: null }, {})).toEqual([])
})

it('returns nothing for a value and its copy from JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(changedFields(value, JSON.parse(JSON.stringify(value)))).toEqual([])
    }),
  )
})
