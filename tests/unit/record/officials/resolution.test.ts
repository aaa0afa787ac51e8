import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from '../../../../src/core/names.ts'
import type { HeldOffice, PrintedOffice } from '../../../../src/record/officials/resolution/offices.ts'
import { compareOffices } from '../../../../src/record/officials/resolution/offices.ts'
import {
  type PersonOnRecord,
  type Resolution,
  resolvePerson,
} from '../../../../src/record/officials/resolution/resolve-person.ts'

const MARCH_2026 = { earliest: '2026-03-01', latest: '2026-03-31' }

/** Parses `former mayor of Leeds` or `spokesman @state`: the organization's id follows the @. */
function printed(text: string): PrintedOffice {
  const [title = '', organization = null] = text.replace(/^former /, '').split(' @')
  return { title, organization, former: text.startsWith('former ') }
}

/** `mayor of Leeds 2019..2021`. */
function held(text: string): HeldOffice {
  const [, office = '', from, to] = /^(.*?)(?: (\d{4})?\.\.(\d{4})?)?$/.exec(text) ?? []
  const { title, organization } = printed(office)
  return { title, organization, from: from ? `${from}-01-01` : null, to: to ? `${to}-12-31` : null }
}

const known = (
  id: string,
  offices: readonly string[],
  name = 'John Smith',
  aliases: string[] = [],
): PersonOnRecord => ({
  id,
  name,
  keys: [name, ...aliases].map(nameKey),
  offices: offices.map(held),
})

const resolve = (
  offices: readonly string[],
  people: readonly PersonOnRecord[],
  name = 'John Smith',
  official: string | null = null,
): Resolution =>
  resolvePerson({ name, official, offices: offices.map(printed), published: MARCH_2026 }, people)

const inShort = (resolution: Resolution): string => {
  if (resolution.kind === 'same') return `${resolution.id} by ${resolution.basis}`
  return resolution.kind === 'uncertain'
    ? `${resolution.reason}: ${resolution.candidates.join(' ')}`
    : resolution.kind
}

describe('two offices', () => {
  it.each([
    ['mayor of Leeds', 'mayor of Leeds', 'agrees'],
    ['Leeds Mayor', 'mayor of Leeds', 'agrees'],
    ['mayor', 'mayor of Leeds', 'agrees'],
    ['principal deputy spokesperson', 'State Department spokesman @state', 'agrees'],
    ['assistant secretary @state', 'lawyer @state', 'agrees'],
    ['senior White House official', 'White House National Security Communications Advisor', 'agrees'],
    ['former striker', 'Chelsea striker', 'agrees'],
    ['defence secretary', 'foreign minister', 'compatible'],
    ['governor of Kent', 'mayor of Leeds', 'compatible'],
    ['an election official', 'a health official', 'compatible'],
    ['mayor of York', 'mayor of Leeds', 'doubtful'],
    ['mayor of York', 'mayor of Leeds ..2025', 'compatible'],
    ['Chelsea midfielder', 'mayor of Leeds', 'contradicts'],
    ['Chelsea midfielder @chelsea', 'mayor @leeds', 'contradicts'],
    ['Chelsea midfielder', 'mayor of Leeds ..2025', 'silent'],
    ['Chelsea midfielder', 'mayor of Leeds 2027..', 'silent'],
    ['Chelsea midfielder', 'mayor of Leeds 2019..2027', 'contradicts'],
    ['former Chelsea midfielder', 'mayor of Leeds', 'silent'],
    ['plumber', 'mayor of Leeds', 'doubtful'],
    ['professor at Durham', 'mayor of Leeds', 'doubtful'],
    ['author of The Long Canal', 'mayor of Leeds', 'doubtful'],
    ['Pentagon spokesman @pentagon', 'White House adviser @house', 'silent'],
    ['witness', 'mayor of Leeds', 'silent'],
  ] as const)('%s, and on record %s: %s', (here, there, relation) => {
    expect(compareOffices(printed(here), held(there), MARCH_2026)).toBe(relation)
  })

  it('without a date of publication can be held at one time', () => {
    expect(compareOffices(printed('Chelsea midfielder'), held('mayor of Leeds ..2025'), null)).toBe(
      'contradicts',
    )
  })
})

describe('a person', () => {
  const mayor = known('mayor', ['mayor of Leeds'])
  const player = known('player', ['Chelsea midfielder'])
  const blank = known('blank', [])

  it.each([
    ['no one is on record', [], [], 'new'],
    ['one on record, no printed position', [], [mayor], 'mayor by name'],
    ['one on record without positions', ['mayor of Leeds'], [blank], 'blank by name'],
    ['the position agrees', ['Leeds Mayor'], [mayor], 'mayor by office'],
    ['the position agrees with one of two', ['Leeds Mayor'], [mayor, player], 'mayor by office'],
    [
      'the position agrees with one, and the other has none',
      ['Leeds Mayor'],
      [mayor, blank],
      'mayor by office',
    ],
    ['another office in one career', ['defence secretary'], [mayor], 'mayor by office'],
    [
      'a career fits one, and the other is ruled out',
      ['governor of Kent'],
      [mayor, player],
      'mayor by office',
    ],
    ['the position contradicts the only one', ['Chelsea midfielder'], [mayor], 'new'],
    ['only a different occupation', ['plumber'], [mayor], 'doubt: mayor'],
    ['two on record, no printed position', [], [mayor, player], 'several: mayor player'],
    ['two fit', ['mayor'], [mayor, known('york', ['mayor of York'])], 'several: mayor york'],
    [
      'one is ruled out, and the other has no positions',
      ['Chelsea midfielder'],
      [mayor, blank],
      'several: blank',
    ],
    [
      'all are ruled out',
      ['Chelsea midfielder'],
      [mayor, known('general', ['general of the Third Army'])],
      'new',
    ],
    ['both offices are printed', ['Chelsea midfielder', 'mayor of Leeds'], [mayor], 'mayor by office'],
  ] as const)('%s: %j', (_, offices, people, expected) => {
    expect(inShort(resolve(offices, people))).toBe(expected)
  })

  it.each([
    ['J. Smith', 'mayor', ['mayor'], 'mayor by office'],
    ['J. Smith', 'mayor', ['Chelsea midfielder'], 'new'],
    ['Jack Smith', null, ['mayor'], 'new'],
    ['Smith', 'mayor', ['mayor'], 'mayor by office'],
    ['Smith', 'mayor', ['Chelsea midfielder'], 'conflict: mayor'],
    ['Smith', null, ['mayor'], 'none'],
  ] as const)('printed as %s, recognised as %s, %j: %s', (name, recognised, offices, expected) => {
    expect(inShort(resolve(offices, [mayor], name, recognised))).toBe(expected)
  })

  it('is known by an alias too', () => {
    const alias = known('captain', ['Chelsea captain'], 'Bo Lindqvist', ['John Smith'])
    expect(inShort(resolve([], [alias]))).toBe('captain by name')
    expect(inShort(resolve([], [alias, mayor]))).toBe('several: captain mayor')
  })

  it('has an explanation that names the contradiction', () => {
    const doubted = resolve(['plumber'], [mayor])
    expect(doubted).toMatchObject({
      explanation: expect.stringMatching(/John Smith, mayor of Leeds .* “plumber”/),
    })
    expect(resolve([], [mayor, player])).toMatchObject({ explanation: expect.stringContaining('2 people') })
  })

  it('is resolved independently of order, and never to a person with another name', () => {
    const office = fc.constantFrom(
      'mayor of Leeds',
      'Chelsea midfielder',
      'plumber',
      'professor',
      'spokesman @state',
      '',
    )
    const person = fc.record({
      offices: fc.array(office, { maxLength: 3 }),
      name: fc.constantFrom('John Smith', 'Ada Brandt'),
    })
    fc.assert(
      fc.property(
        fc.array(office, { maxLength: 3 }),
        fc.array(person, { maxLength: 4 }),
        (offices, people) => {
          const records = people.map(({ name, offices }, index) => known(`${index}`, offices, name))
          const here = resolve(offices, records)
          const there = resolve(offices.toReversed(), records.toReversed())
          const sorted = (one: Resolution) =>
            one.kind === 'uncertain' ? [one.kind, one.reason, one.candidates.toSorted()] : one
          expect(sorted(there)).toEqual(sorted(here))
          const ids = here.kind === 'same' ? [here.id] : here.kind === 'uncertain' ? here.candidates : []
          for (const id of ids) expect(records[Number(id)]!.name).toBe('John Smith')
        },
      ),
    )
  })
})
