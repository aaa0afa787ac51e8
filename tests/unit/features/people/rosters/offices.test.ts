import { describe, expect, it } from 'vitest'
import type { Bounds } from '../../../../../src/core/edtf.ts'
import {
  holderOf,
  type Office,
  readingsOf,
  type TitledPerson,
} from '../../../../../src/features/people/rosters/offices/holder.ts'

const on = (day: string): Bounds => ({ earliest: day, latest: day })
const office = (
  officialId: string,
  title: string,
  organization: string | null,
  from: string | null,
  to: string | null = null,
): Office => ({
  officialId,
  title,
  organizationNames: organization === null ? [] : [organization],
  from,
  to,
})
const MARLOWE = office('marlowe', 'Foreign Secretary', 'Foreign Office', '2021-09-15', '2023-11-12')
const PELHAM = office('pelham', 'Foreign Secretary', 'Foreign Office', '2023-11-13')
const MAYOR = office('okafor', 'Mayor', 'Lowmere Council', '2022')
const CHIEF = office('ferro', 'chief executive', 'Dunwich Rail', '2020')
const ALL = [MARLOWE, PELHAM, MAYOR, CHIEF]

/** Returns the person whom a phrase in a text means. */
const holder = (
  mention: string,
  {
    text = `${mention} spoke.`,
    at = on('2023-03-14') as Bounds | null,
    role = mention.replace(/^the /i, ''),
    organization = null as string | null,
    bearers = [] as TitledPerson[],
    offices = ALL,
  } = {},
) => holderOf(text, offices, { mention, role, organization }, at, bearers)

describe('the holder of an office', () => {
  it.each<[string, string | null, string | null]>([
    ['a time within the tenure', '2023-03-14', 'marlowe'],
    ['the last day', '2023-11-12', 'marlowe'],
    ['the first day of the next', '2023-11-13', 'pelham'],
    ['before the first', '2020-01-01', null],
    ['an unknown time', null, null],
  ])('%s', (_name, day, expected) => {
    expect(holder('The foreign secretary', { at: day === null ? null : on(day) })).toBe(expected)
  })

  it('is unknown if the dates leave two people', () => {
    const month = { earliest: '2023-11-01', latest: '2023-11-30' }
    expect(holder('the foreign secretary', { at: month })).toBeNull()
    const undated = office('dunn', 'Foreign Secretary', 'Foreign Office', null)
    expect(holder('the foreign secretary', { offices: [...ALL, undated] })).toBeNull()
    expect(holder('the foreign secretary', { offices: [undated] })).toBeNull()
  })

  it('is one person even if recorded twice', () => {
    const again = { ...MARLOWE, from: '2021' }
    expect(holder('the foreign secretary', { offices: [MARLOWE, again] })).toBe('marlowe')
  })
})

describe('the words', () => {
  it.each<[string, string | undefined, string | null]>([
    ['the foreign secretary', undefined, 'marlowe'],
    ['The Foreign Secretary, speaking in the rain', 'Foreign Secretary', 'marlowe'],
    ['the then foreign secretary', undefined, 'marlowe'],
    ['the foreign secretary of the Foreign Office', undefined, 'marlowe'],
    ['the foreign secretary of Borduria', undefined, null],
    ['a foreign secretary', 'foreign secretary', null],
    ['Britain’s foreign secretary', 'foreign secretary', null],
    ['the foreign secretary’s spokesman', 'spokesman', null],
    ['the deputy foreign secretary', undefined, null],
    ['the mayor', undefined, null],
    ['the mayor of Lowmere Council', undefined, 'okafor'],
    ['the Lowmere Council mayor', undefined, 'okafor'],
    ['the chief executive', undefined, null],
    ['', '', null],
  ])('%j', (mention, role, expected) => {
    expect(holder(mention, role === undefined ? {} : { role })).toBe(expected)
  })

  it('uses a common title if the article names its organization', () => {
    const text = 'Trains of Dunwich Rail are late, the chief executive said.'
    expect(holder('the chief executive', { text })).toBe('ferro')
    expect(
      holder('the chief executive', { text: 'At Dunwich Railings, the chief executive left.' }),
    ).toBeNull()
  })

  it('requires the organization of the office if one is printed', () => {
    expect(holder('the foreign secretary', { organization: 'Foreign Office' })).toBe('marlowe')
    expect(holder('the foreign secretary', { organization: 'Home Office' })).toBeNull()
  })
})

describe('the article may mean the office of another body', () => {
  it.each<[string, string | null]>([
    ['The French foreign secretary left. Then the foreign secretary spoke.', null],
    ['Borduria’s foreign secretary left. Then the foreign secretary spoke.', null],
    ['The foreign secretary of Borduria left. Then the foreign secretary spoke.', null],
    ['The Foreign Office foreign secretary left. Then the foreign secretary spoke.', 'marlowe'],
    ['A tired foreign secretary left. Then the foreign secretary spoke.', 'marlowe'],
    ['Former foreign secretary. The Foreign Secretary spoke.', 'marlowe'],
  ])('%s', (text, expected) => {
    expect(holder('the foreign secretary', { text })).toBe(expected)
  })

  it('finds no holder if the article gives the title to another person', () => {
    const bearers = (officialId: string | null, role: string) => [{ officialId, role }]
    expect(holder('the foreign secretary', { bearers: bearers(null, 'Foreign Secretary') })).toBeNull()
    expect(holder('the foreign secretary', { bearers: bearers('x', 'acting foreign secretary') })).toBeNull()
    expect(holder('the foreign secretary', { bearers: bearers('marlowe', 'foreign secretary') })).toBe(
      'marlowe',
    )
    expect(holder('the foreign secretary', { bearers: bearers('x', 'home secretary') })).toBe('marlowe')
  })
})

it('reads a role as a title, alone or with an organization', () => {
  expect(readingsOf('Permanent Secretary at the Foreign Office')).toContainEqual({
    title: 'permanent secretary',
    organization: 'foreign office',
  })
  expect(readingsOf('then mayor')).toEqual([{ title: 'mayor', organization: null }])
})
