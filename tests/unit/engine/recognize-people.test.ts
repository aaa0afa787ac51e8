import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import { extract, type KnownPerson, recognizePeople } from '../../../src/engine/index.ts'
import { readCases } from '../../golden/golden-case.ts'

const cases = readCases()
  .filter((_, index) => index % 4 === 0)
  .map(({ text, published }) => ({ text, published: published === null ? null : parseEdtf(published) }))

/** Returns people whom the record may know by the names and the roles that a text prints, one way for each `turn`. */
function knownBy(text: string, turn: number): KnownPerson[] {
  return extract(text).people.flatMap(({ name, roles }, index): KnownPerson[] => {
    const surname = name.split(' ').at(-1) ?? name
    const person = { id: `person-${index}`, name, aliases: [], roles: roles.map((role) => role.text) }
    const namesake = { ...person, id: `namesake-${index}`, name: `Xenia ${surname}` }
    switch ((turn + index) % 5) {
      case 0:
        return [person]
      case 1:
        return [namesake]
      case 2:
        return [{ ...namesake, aliases: [surname] }]
      case 3:
        return [person, { ...person, id: `double-${index}` }]
      default:
        return []
    }
  })
}

describe('recognizePeople', () => {
  it('gives what a reading with the same known people gives', () => {
    let recognized = 0
    for (const { text, published } of cases) {
      const read = extract(text, { published })
      for (let turn = 0; turn < 5; turn++) {
        const knownPeople = knownBy(text, turn)
        const expected = extract(text, { published, knownPeople })
        expect(recognizePeople(read, knownPeople)).toEqual(expected)
        recognized += expected.people.filter(({ knownId }) => knownId !== null).length
      }
    }
    expect(recognized).toBeGreaterThan(50)
  })

  it('takes ids away with the known people', () => {
    const text = '“The ferry runs,” harbour master Ada Brandt said.'
    const known = [{ id: 'a', name: 'Ada Brandt', aliases: [], roles: [] }]
    const read = extract(text, { knownPeople: known })
    expect(read.people[0]?.knownId).toBe('a')
    expect(recognizePeople(read, [])).toEqual(extract(text))
  })
})
