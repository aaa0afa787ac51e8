import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../../../src/core/edtf.ts'
import { lastUndoable } from '../../../../../src/features/changes/history/last-undoable.ts'
import type { PastChange } from '../../../../../src/features/changes/history/schema.ts'
import { editOfficial } from '../../../../../src/features/people/officials/identity/correct.ts'
import {
  mergeOfficials,
  withPositionsMoved,
} from '../../../../../src/features/people/officials/identity/merged-records.ts'
import { revert } from '../../../../../src/features/people/officials/identity/revert.ts'
import type { OfficialEdit } from '../../../../../src/features/people/officials/identity/schema.ts'
import type { OfficialRecord, Position } from '../../../../../src/record/officials/schema.ts'

const council = { id: 'c', slug: 'council', name: 'Council' }
const position = (id: string, title: string, more: Partial<Position> = {}): Position => ({
  id,
  title,
  organization: null,
  from: null,
  to: null,
  basis: 'printed',
  ...more,
})
const record = (name: string, positions: Position[] = [], aliases: string[] = []): OfficialRecord => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  aliases,
  identifiers: [],
  positions,
  mergedInto: null,
})
const edit = (before: OfficialRecord, change: OfficialEdit): OfficialRecord =>
  editOfficial(before, change, new Map([['council', council]]), () => 'made')

describe('an edit', () => {
  const ada = record('Ada Brandt', [position('p1', 'mayor')], ['A. Brandt'])

  it('keeps the fields that it leaves out', () => {
    expect(edit(ada, {})).toEqual(ada)
  })

  it('keeps a replaced name as an alias, unless it is removed', () => {
    expect(edit(ada, { name: 'Ada Berg' }).aliases).toEqual(['A. Brandt', 'Ada Brandt'])
    expect(edit(ada, { name: 'Ada Berg', aliases: { remove: ['Ada Brandt'] } }).aliases).toEqual([
      'A. Brandt',
    ])
    expect(edit(ada, { name: 'A. Brandt' })).toMatchObject({ name: 'A. Brandt', aliases: ['Ada Brandt'] })
    expect(edit(ada, { aliases: { add: ['Ada Brandt', 'A. Brandt'] } })).toEqual(ada)
  })

  it('keeps the basis of a printed position with new dates, and sets it to person with a new title', () => {
    const [dated] = edit(ada, { positions: { change: [{ id: 'p1', from: parseEdtf('2019') }] } }).positions
    expect(dated).toEqual(position('p1', 'mayor', { from: '2019' }))
    const renamed = { id: 'p1', title: 'lord mayor', organization: 'council' }
    const [other] = edit(ada, { positions: { change: [renamed] } }).positions
    expect(other).toEqual(position('p1', 'lord mayor', { organization: council, basis: 'person' }))
  })

  it('adds and removes positions', () => {
    const added = { title: 'clerk', from: parseEdtf('2020'), to: null }
    expect(edit(ada, { positions: { add: [added], remove: ['p1'] } }).positions).toEqual([
      position('made', 'clerk', { from: '2020', basis: 'person' }),
    ])
  })
})

describe('the latest change that can be undone', () => {
  const change = (version: number, action: string, undoes: number | null = null): PastChange => ({
    version,
    action,
    undoes,
  })
  it.each([
    ['of nothing', [], null],
    ['of one', [change(1, 'created')], 1],
    ['of two', [change(1, 'created'), change(2, 'corrected')], 2],
    ['with one undone', [change(1, 'created'), change(2, 'corrected'), change(3, 'undone', 2)], 1],
    [
      'undone and changed again',
      [change(1, 'created'), change(2, 'corrected'), change(3, 'undone', 2), change(4, 'merged')],
      4,
    ],
    [
      'with two undone',
      [change(1, 'created'), change(2, 'a'), change(3, 'b'), change(4, 'undone', 3), change(5, 'undone', 2)],
      1,
    ],
  ] as const)('%s', (_, changes, version) => {
    expect(lastUndoable(changes)?.version ?? null).toBe(version)
    expect(lastUndoable(changes.toReversed())?.version ?? null).toBe(version)
  })
})

const anyPosition = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  title: fc.constantFrom('mayor', 'clerk'),
  organization: fc.constantFrom(null, council),
  from: fc.constantFrom(null, '2020'),
  to: fc.constant(null),
  basis: fc.constantFrom('printed' as const, 'person' as const),
})
const names = fc.uniqueArray(fc.constantFrom('A B', 'C D', 'E F'), { maxLength: 3 })
const anyRecord = (name: string) =>
  fc.record({
    slug: fc.constant('slug'),
    name: fc.constant(name),
    aliases: names.map((list) => list.toSorted()),
    identifiers: fc
      .uniqueArray(fc.constantFrom(...'12345'), { maxLength: 3 })
      .map((values) => values.toSorted().map((value) => ({ scheme: 'wikidata', value }))),
    positions: fc.uniqueArray(anyPosition, { selector: ({ id }) => id, maxLength: 4 }),
    mergedInto: fc.constant(null),
  })
const byId = ({ positions, ...rest }: OfficialRecord) => ({
  ...rest,
  identifiers: rest.identifiers.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  positions: positions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

describe('undoing a change', () => {
  it('restores the record before any change', () => {
    fc.assert(
      fc.property(anyRecord('X Y'), anyRecord('Z W'), (before, after) => {
        expect(byId(revert(after, before, after))).toEqual(byId(before))
      }),
    )
  })

  it('keeps later changes', () => {
    const before = record('Ada Brandt', [position('p1', 'mayor')], ['A. B.'])
    const after = record('Ada Berg', [position('p2', 'clerk')], ['Ada Brandt'])
    const now = record('Ada Berg', [position('p2', 'clerk'), position('p3', 'judge')], ['Ada Brandt', 'Addy'])
    expect(revert(now, before, after)).toMatchObject({
      name: 'Ada Brandt',
      aliases: ['A. B.', 'Addy'],
      positions: [position('p3', 'judge'), position('p1', 'mayor')],
    })
  })
})

describe('a merge', () => {
  const from = record(
    'A. Brandt',
    [position('p1', 'Mayor'), position('p2', 'clerk', { from: '2019' })],
    ['Addy'],
  )
  const into = record('Ada Brandt', [position('p3', 'mayor')], ['Addy'])

  it('moves names and positions, but no printed position twice', () => {
    const after = mergeOfficials({ from, into }, 'into')
    expect(after.into).toEqual({
      ...into,
      aliases: ['A. Brandt', 'Addy'],
      positions: [into.positions[0], from.positions[1]],
    })
    expect(after.from).toEqual({ ...from, positions: [from.positions[0]], mergedInto: 'into' })
    expect(revert(after.from, from, after.from)).toEqual(from)
    expect(revert(after.into, into, after.into)).toEqual(into)
  })

  it('of two people with one name adds no alias', () => {
    const same = record('Ada Brandt')
    expect(mergeOfficials({ from: same, into }, 'into').into.aliases).toEqual(['Addy'])
  })

  it('neither loses nor doubles a position', () => {
    fc.assert(
      fc.property(anyRecord('X Y'), anyRecord('Z W'), (a, b) => {
        const one = { ...a, positions: a.positions.map((each) => ({ ...each, id: `1${each.id}` })) }
        const after = mergeOfficials({ from: one, into: b }, 'into')
        const ids = [...after.from.positions, ...after.into.positions].map(({ id }) => id)
        expect(ids.toSorted()).toEqual([...one.positions, ...b.positions].map(({ id }) => id).toSorted())
        expect(after.into.aliases).not.toContain(b.name)
      }),
    )
  })
})

it('positions that articles print for both people are not doubled', () => {
  const from = record('John Smith', [
    position('p1', 'mayor'),
    position('p2', 'clerk'),
    position('p3', 'judge'),
  ])
  const into = record('John Smith', [position('p4', 'clerk')])
  expect(withPositionsMoved({ from, into }, ['p1', 'p2'])).toMatchObject({
    from: { positions: [{ id: 'p3' }] },
    into: { positions: [{ id: 'p4' }, { id: 'p1' }] },
  })
})
