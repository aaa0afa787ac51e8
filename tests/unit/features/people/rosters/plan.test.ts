import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromCsv } from '../../../../../src/features/people/rosters/formats/csv.ts'
import { identifierText } from '../../../../../src/features/people/rosters/formats/identifiers.ts'
import type { Roster } from '../../../../../src/features/people/rosters/formats/schema.ts'
import { type Plan, planRoster } from '../../../../../src/features/people/rosters/import/plan.ts'
import {
  isUntouched,
  type PlannedEntity,
} from '../../../../../src/features/people/rosters/import/plan-entities.ts'
import { isUnchanged } from '../../../../../src/features/people/rosters/import/plan-memberships.ts'
import type {
  KnownEntity,
  KnownRecords,
  Owner,
} from '../../../../../src/features/people/rosters/import/schema.ts'
import type { Position } from '../../../../../src/record/officials/schema.ts'
import { runs } from '../../../../support/runs.ts'

const NOTHING: KnownRecords = {
  persons: new Map(),
  organizations: new Map(),
  mergedInto: new Map(),
  owners: new Map(),
}

let made = 0
const makeId = (): string => `new-${++made}`

const plan = (roster: Roster, known: KnownRecords = NOTHING) => planRoster(roster, known, () => true, makeId)

/** Returns the record after a plan is written. */
function writePlan(known: KnownRecords, { organizations, persons }: Plan): KnownRecords {
  const references = new Map(organizations.map(({ id, name }) => [id, { id, slug: id, name }]))
  const owners = new Map<string, Owner>(known.owners)
  const entity = (kind: Owner['kind'], one: PlannedEntity, positions: Position[]): KnownEntity => {
    const { id, before, name } = one
    for (const identifier of one.identifiers) owners.set(identifierText(identifier), { kind, id })
    return {
      id,
      slug: before?.slug ?? id,
      version: (before?.version ?? 0) + 1,
      name,
      aliases: [...(before?.aliases ?? []), ...one.aliases],
      identifiers: [...(before?.identifiers ?? []), ...one.identifiers],
      positions,
    }
  }
  const people = persons.map((one): [string, KnownEntity] => {
    const told = one.memberships.map(({ after: { organizationId, ...position } }) => ({
      ...position,
      organization: references.get(organizationId ?? '') ?? null,
    }))
    const ids = new Set(told.map(({ id }) => id))
    const kept = (one.before?.positions ?? []).filter(({ id }) => !ids.has(id))
    return [one.id, entity('person', one, [...kept, ...told])]
  })
  const bodies = organizations.map((one): [string, KnownEntity] => [one.id, entity('organization', one, [])])
  return {
    persons: new Map([...known.persons, ...people]),
    organizations: new Map([...known.organizations, ...bodies]),
    mergedInto: known.mergedInto,
    owners,
  }
}

const NAMES = ['Ann Lee', 'Bo Day', 'Cy Fo', 'Ann Marie Lee', 'Dr. Bo Day']
const year = fc.integer({ min: 2000, max: 2020 })
const line = fc
  .record({
    name: fc.constantFrom(...NAMES),
    other: fc.option(fc.constantFrom('Annie Lee', 'B. Day', 'Lee'), { nil: '' }),
    organization: fc.option(fc.constantFrom('Port', 'The Port', 'Council'), { nil: '' }),
    title: fc.constantFrom('Mayor', 'Clerk', 'mayor'),
    from: fc.option(year, { nil: null }),
    length: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    identifier: fc.option(fc.constantFrom('wikidata:Q1', 'wikidata:Q2', 'parliament:1'), { nil: '' }),
  })
  .map(({ name, other, organization, title, from, length, identifier }) =>
    [
      name,
      other,
      organization,
      title,
      from ?? '',
      from === null || length === null ? '' : from + length,
      identifier,
    ].join(','),
  )
const roster = fc
  .array(line, { minLength: 1, maxLength: 12 })
  .map((lines) => fromCsv(`name,other_names,organization,title,from,to,identifiers\n${lines.join('\n')}\n`))

describe('any roster', () => {
  it('is completely on record after its import, and importing it again changes nothing', () => {
    fc.assert(
      fc.property(roster, (given) => {
        const first = plan(given)
        fc.pre(first.faults.length === 0)
        const known = writePlan(NOTHING, first.plan)
        const again = plan(given, known)
        expect(again.faults).toEqual([])
        expect(
          [...again.plan.organizations, ...again.plan.persons].filter((one) => !isUntouched(one)),
        ).toEqual([])
        expect(
          again.plan.persons.flatMap(({ memberships }) => memberships.filter((one) => !isUnchanged(one))),
        ).toEqual([])
      }),
      runs(200),
    )
  })

  it('removes nothing that another roster added', () => {
    fc.assert(
      fc.property(roster, roster, (one, other) => {
        const first = plan(one)
        fc.pre(first.faults.length === 0)
        const known = writePlan(NOTHING, first.plan)
        const second = plan(other, known)
        fc.pre(second.faults.length === 0)
        const later = writePlan(known, second.plan)
        for (const [id, person] of known.persons) {
          const now = later.persons.get(id)
          expect(now?.name).toBe(person.name)
          expect(now?.aliases).toEqual(expect.arrayContaining([...person.aliases]))
          expect(now?.identifiers).toEqual(expect.arrayContaining([...person.identifiers]))
          expect(now?.positions.map((position) => position.id)).toEqual(
            expect.arrayContaining(person.positions.map((position) => position.id)),
          )
        }
      }),
      runs(200),
    )
  })

  it('gives no identifier to two records', () => {
    fc.assert(
      fc.property(roster, (given) => {
        const { plan: planned, faults } = plan(given)
        fc.pre(faults.length === 0)
        const given_ = planned.persons.flatMap(({ identifiers }) => identifiers.map(identifierText))
        expect(new Set(given_).size).toBe(given_.length)
      }),
    )
  })
})
