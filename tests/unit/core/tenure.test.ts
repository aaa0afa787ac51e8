import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bounds } from '../../../src/core/edtf.ts'
import { heldAt, positionAt, type Tenure, timeOf, titleAt } from '../../../src/core/tenure.ts'

const on = (day: string): Bounds => ({ earliest: day, latest: day })
const between = (earliest: string | null, latest: string | null): Bounds => ({ earliest, latest })

describe('heldAt', () => {
  it.each<[string, Tenure, Bounds, string]>([
    ['in the middle', { from: '2022-09-06', to: '2023-11-13' }, on('2023-01-01'), 'yes'],
    ['on the first day', { from: '2022-09-06', to: '2023-11-13' }, on('2022-09-06'), 'yes'],
    ['the day before', { from: '2022-09-06', to: '2023-11-13' }, on('2022-09-05'), 'no'],
    ['on the last day', { from: '2022-09-06', to: '2023-11-13' }, on('2023-11-13'), 'yes'],
    ['the day after', { from: '2022-09-06', to: '2023-11-13' }, on('2023-11-14'), 'no'],
    ['still held', { from: '2022-09-06', to: null }, on('2030-01-01'), 'yes'],
    ['begun in that month', { from: '2022-09', to: null }, on('2022-09-20'), 'unknown'],
    ['begun the month before', { from: '2022-09', to: null }, on('2022-10-01'), 'yes'],
    ['not begun before that month', { from: '2022-09', to: null }, on('2022-08-31'), 'no'],
    ['ended in that year', { from: '2020', to: '2023' }, on('2023-01-02'), 'unknown'],
    ['ended the year after', { from: '2020', to: '2023' }, on('2022-12-31'), 'yes'],
    ['ended the year before', { from: '2020', to: '2023' }, on('2024-01-01'), 'no'],
    [
      'a time that begins before',
      { from: '2022-09-06', to: null },
      between('2022-09-01', '2022-09-30'),
      'unknown',
    ],
    ['a time that lies within', { from: '2022-09-06', to: null }, between('2022-10-01', '2022-10-31'), 'yes'],
    [
      'a time with an open beginning',
      { from: '2022-09-06', to: null },
      between(null, '2023-01-01'),
      'unknown',
    ],
    ['a time that ended before', { from: '2022-09-06', to: null }, between(null, '2022-01-01'), 'no'],
    ['no dates', { from: null, to: null }, on('2023-01-01'), 'unknown'],
    ['an unknown beginning', { from: null, to: '2023-11-13' }, on('2023-01-01'), 'unknown'],
    ['an unknown beginning, ended before', { from: null, to: '2023-11-13' }, on('2024-01-01'), 'no'],
    ['an uncertain beginning', { from: '2020?', to: null }, on('2023-01-01'), 'unknown'],
    ['an approximate end', { from: '2019', to: '2023~' }, on('2020-01-01'), 'unknown'],
    ['an end with an open beginning', { from: '2019', to: '../2023' }, on('2020-01-01'), 'unknown'],
    ['an end with an open beginning, in the past', { from: '2019', to: '../2023' }, on('2024-01-01'), 'no'],
    ['a decade', { from: '199X', to: null }, on('2000-01-01'), 'yes'],
    ['a malformed date', { from: 'soon', to: null }, on('2000-01-01'), 'unknown'],
  ])('%s', (_name, tenure, at, expected) => {
    expect(heldAt(tenure, at)).toBe(expected)
  })

  it('gives the same answer for a time and for each of its days', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    const iso = (date: Date): string => date.toISOString().slice(0, 10)
    fc.assert(
      fc.property(day, day, day, day, day, (a, b, c, d, e) => {
        const [from, to] = [iso(a), iso(b)].sort() as [string, string]
        const [first, inside, last] = [iso(c), iso(d), iso(e)].sort() as [string, string, string]
        const whole = heldAt({ from, to }, between(first, last))
        if (whole === 'unknown') return
        expect(heldAt({ from, to }, on(inside))).toBe(whole)
      }),
    )
  })
})

describe('timeOf', () => {
  const published = on('2025-03-05')
  it.each<[string, Parameters<typeof timeOf>, Bounds | null]>([
    ['said on a day', [{ ...on('2025-03-04'), basis: 'stated' }, published], on('2025-03-04')],
    ['undated in the text', [{ ...between(null, '2025-03-05'), basis: 'publication' }, published], published],
    ['undated, publication unknown', [{ ...between(null, null), basis: 'publication' }, null], null],
    ['bounded on one side', [{ ...between(null, '2024-05-01'), basis: 'bounded' }, published], null],
    [
      'bounded on both',
      [{ ...between('2024-01-01', '2024-05-01'), basis: 'bounded' }, published],
      between('2024-01-01', '2024-05-01'),
    ],
  ])('%s', (_name, [said, when], expected) => {
    expect(timeOf(said, when)).toEqual(expected)
  })
})

describe('titleAt', () => {
  const mayor = { title: 'mayor', from: '2020', to: '2022-05' }
  it.each<[string, Bounds | null, string | null]>([
    ['while it is held', on('2021-06-01'), 'mayor'],
    ['later', on('2023-06-01'), 'former mayor'],
    ['before', on('2019-06-01'), null],
    ['in the month it ended', on('2022-05-20'), 'mayor'],
    ['at an unknown time', null, 'mayor'],
  ])('%s', (_name, at, expected) => {
    expect(titleAt(mayor, at)).toBe(expected)
  })
})

describe('positionAt', () => {
  const ministry = { id: 'ministry' }
  const parliament = { id: 'parliament' }
  const minister = { title: 'Harbour Minister', organization: ministry, from: '2022-09-06', to: '2023-11-13' }
  const member = { title: 'Member for Lowmere', organization: parliament, from: '2015-05-07', to: null }
  const earlier = { title: 'Transport Minister', organization: ministry, from: '2019', to: '2022-09-05' }
  const none = () => false

  it('returns the position that was held at the time', () => {
    expect(positionAt([earlier, minister], on('2023-01-01'), none)).toBe(minister)
    expect(positionAt([earlier, minister], on('2021-01-01'), none)).toBe(earlier)
    expect(positionAt([earlier, minister], on('2024-01-01'), none)).toBeNull()
    expect(positionAt([earlier, minister], null, none)).toBeNull()
  })

  it('returns the printed position of two positions held at the same time, or null', () => {
    expect(positionAt([minister, member], on('2023-01-01'), none)).toBeNull()
    expect(positionAt([minister, member], on('2023-01-01'), (title) => title === member.title)).toBe(member)
    expect(positionAt([minister, member], on('2024-01-01'), none)).toBe(member)
  })

  it('returns null on the day when a person left one position for another', () => {
    const next = { ...minister, title: 'Chancellor', from: '2023-11-13', to: null }
    expect(positionAt([minister, next], on('2023-11-13'), none)).toBeNull()
  })

  it('counts an office that is listed twice as one', () => {
    const again = { ...minister, title: 'harbour minister', from: '2022' }
    expect(positionAt([minister, again], on('2023-01-01'), none)).toBe(minister)
  })
})
