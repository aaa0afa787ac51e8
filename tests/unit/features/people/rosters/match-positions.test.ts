import { describe, expect, it } from 'vitest'
import { isBackwards, overlap } from '../../../../../src/core/tenure.ts'
import { isDate } from '../../../../../src/features/people/rosters/formats/dates.ts'
import {
  distinct,
  matchPositions,
  type RosterPosition,
  updated,
} from '../../../../../src/features/people/rosters/import/match-positions.ts'
import type { Position } from '../../../../../src/record/officials/schema.ts'

const OFFICE = { id: 'office', slug: 'office', name: 'Office' }
const told = (
  from: string | null,
  to: string | null,
  more: Partial<RosterPosition> = {},
): RosterPosition => ({
  id: null,
  title: 'Minister',
  organizationId: OFFICE.id,
  from,
  to,
  ...more,
})
const held = (from: string | null, to: string | null, more: Partial<Position> = {}): Position => ({
  id: `${from}-${to}`,
  title: 'minister',
  organization: OFFICE,
  from,
  to,
  basis: 'roster',
  ...more,
})

describe('overlap', () => {
  it.each<[string | null, string | null, string | null, string | null, boolean]>([
    ['2015-05-08', '2017-05-03', '2017-06-09', null, false],
    ['2015', '2017', '2017', '2019', false],
    ['2015-01-01', '2020-01-01', '2020-01-01', null, false],
    ['2022-09-06', null, '2022-09-08', null, true],
    ['2015', '2017', '2016', null, true],
    [null, null, '2016', '2017', true],
    [null, '2016', '2017', null, false],
    ['2020', null, null, '2018', false],
  ])('%s to %s and %s to %s: %s', (a, b, c, d, expected) => {
    expect(overlap({ from: a, to: b }, { from: c, to: d })).toBe(expected)
    expect(overlap({ from: c, to: d }, { from: a, to: b })).toBe(expected)
  })
})

describe('the position that a roster means', () => {
  const match = (one: RosterPosition, positions: Position[]): string | null =>
    matchPositions([one], positions)[0]?.id ?? null

  it.each<[string, RosterPosition, Position[], string | null]>([
    ['the same', told('2020', '2021'), [held('2020', '2021')], '2020-2021'],
    ['one without an end', told('2020', '2021'), [held('2020', null)], '2020-null'],
    ['one without dates', told('2020', '2021'), [held(null, null)], 'null-null'],
    [
      'the one with equal dates first',
      told('2020', null),
      [held('2019', null), held('2020', null)],
      '2020-null',
    ],
    ['another term', told('2020', null), [held('2015', '2018')], null],
    ['another title', told('2020', null, { title: 'Whip' }), [held('2020', null)], null],
    ['another organization', told('2020', null, { organizationId: null }), [held('2020', null)], null],
    ['a printed position', told('2020', null), [held('2020', null, { basis: 'printed' })], null],
    [
      'by its id, with a new title',
      told('2020', null, { id: 'x', title: 'Whip' }),
      [held('1999', null, { id: 'x' })],
      'x',
    ],
  ])('%s', (_name, one, positions, expected) => {
    expect(match(one, positions)).toBe(expected)
  })

  it('matches each position once', () => {
    const positions = [held('2020', null)]
    expect(
      matchPositions([told('2021', null), told('2020', null)], positions).map((one) => one?.id ?? null),
    ).toEqual([null, '2020-null'])
  })
})

describe('the additions of a roster', () => {
  it('replace an earlier roster, and only fill in what a person left open', () => {
    expect(updated(held('2020', null), told('2020-05', '2021'))).toMatchObject({
      from: '2020-05',
      to: '2021',
    })
    const entered = held('2020', null, { basis: 'person' })
    expect(updated(entered, told('2020-05', '2021'))).toMatchObject({ from: '2020', to: '2021' })
  })

  it('remove nothing', () => {
    const position = held('2020', '2021')
    expect(updated(position, told(null, null))).toBe(position)
  })
})

it('removes repeated positions and keeps those of another time', () => {
  expect(
    distinct([told('2020', null), told('2020', null, { title: 'MINISTER' }), told('2021', null)]),
  ).toHaveLength(2)
})

it.each([
  ['2022-09-06', true],
  ['2022', true],
  ['202X', true],
  ['2022-09?', true],
  ['2022-02-30', false],
  ['2022/2023', false],
  ['', false],
  ['soon', false],
])('%j is a date: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected)
})

it('finds the intervals that end before they begin', () => {
  expect(isBackwards('2020', '2019')).toBe(true)
  expect(isBackwards('2020-06', '2020')).toBe(false)
  expect(isBackwards(null, '2020')).toBe(false)
})
