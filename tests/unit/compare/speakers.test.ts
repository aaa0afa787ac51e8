import { describe, expect, it } from 'vitest'
import { type RecordedSpeaker, speakerAgrees } from '../../../src/compare/index.ts'
import { person } from './statements.ts'

const BRANDT = person('Ada Brandt', {
  ...{ aliases: ['Ada Keller'], roles: ['Mayor of Northport'], organizations: ['Northport City Council'] },
  mention: 'Brandt',
})
const ZELENSKY = person('Volodymyr Zelenskyy', { aliases: ['Владимир Зеленский'], roles: ['President'] })
const COUNCIL: RecordedSpeaker = {
  ...person(null, { organizations: ['Northport City Council', 'NCC'], mention: 'the council' }),
  kind: 'organization',
}
const LIBRARY: RecordedSpeaker = {
  ...person(null, { organizations: ['Northport City Library'] }),
  kind: 'organization',
}
const SHE = person(null, { mention: 'she', candidates: ['Ada Brandt', 'Rosa Imhof'] })

describe('the claimed speaker', () => {
  it.each([
    ['Ada Brandt', BRANDT, 'same-name'],
    ['Brandt', BRANDT, 'same-name'],
    ['Mayor Brandt', BRANDT, 'same-name'],
    ['Mayor Ada Brandt of Northport', BRANDT, 'same-name'],
    ['Ms. Brandt', BRANDT, 'same-name'],
    ['A. Brandt', BRANDT, 'same-name'],
    ['Brandt, Ada', BRANDT, 'same-name'],
    ['ADA BRANDT', BRANDT, 'same-name'],
    ['ada brandt', BRANDT, 'same-name'],
    ['Ada Brandt’s', BRANDT, 'same-name'],
    ['Ada Keller', BRANDT, 'same-name'],
    ['the mayor of Northport', BRANDT, 'same-words'],
    ['Владимир Зеленский', ZELENSKY, 'same-name'],
    ['Pedro Sanchez', person('Pedro Sánchez Castejón'), 'same-name'],
    ['Sánchez', person('Pedro Sánchez Castejón'), 'same-name'],
    ['van der Berg', person('Jan van der Berg'), 'same-name'],
    ['Kim Jong-un', person('Kim Jong Un'), 'same-name'],
    ['the Northport City Council', COUNCIL, 'same-words'],
    ['the council', COUNCIL, 'same-words'],
    ['NCC', COUNCIL, 'same-words'],
    ['Brandt', person(null, { mention: 'Brandt' }), 'same-words'],
    ['S. al-Masri', person('Selma al-Masri'), 'same-name'],
    ['Ms. al-Masri', person('Selma al-Masri'), 'same-name'],
    ['Beekeeper Ada Brandt', person('Ada Rosa Brandt', { roles: ['beekeeper'] }), 'same-name'],
    ['Beekeeper Brandt', person('Ada Rosa Brandt', { roles: ['beekeeper'] }), 'same-name'],
  ] as const)('“%s” agrees', (claimed, recorded, reason) => {
    expect(speakerAgrees(claimed, recorded)).toEqual({ agrees: 'yes', reason })
  })

  it.each([
    ['Rosa Imhof', BRANDT, 'other-name'],
    ['Imhof', BRANDT, 'other-name'],
    ['Mayor Imhof', BRANDT, 'other-name'],
    ['Emil Brandt', BRANDT, 'other-name'],
    ['E. Brandt', BRANDT, 'other-name'],
    ['E. al-Masri', person('Selma al-Masri'), 'other-name'],
    ['Ms. al-Masri', BRANDT, 'other-name'],
    ['Beekeeper Emil Brandt', person('Ada Rosa Brandt', { roles: ['beekeeper'] }), 'other-name'],
    ['he', person('Ada Brandt', { mention: 'she' }), 'other-gender'],
    ['the Harbor Department', LIBRARY, 'other-organization'],
  ] as const)('“%s” does not agree', (claimed, recorded, reason) => {
    expect(speakerAgrees(claimed, recorded)).toEqual({ agrees: 'no', reason })
  })

  it.each([
    [null, BRANDT, 'nothing-claimed'],
    ['', BRANDT, 'nothing-claimed'],
    ['  “ ”', BRANDT, 'nothing-claimed'],
    ['she', BRANDT, 'pronoun'],
    ['they', BRANDT, 'pronoun'],
    ['Ada', BRANDT, 'given-name-only'],
    ['Zelensky', ZELENSKY, 'similar-name'],
    ['Ada Brant', BRANDT, 'similar-name'],
    ['Beekeeper Ada Brandt', person('Ada Rosa Brandt'), 'similar-name'],
    ['أدا برانت', BRANDT, 'other-script'],
    ['the spokesman', BRANDT, 'not-comparable'],
    ['Ada Brandt', SHE, 'one-of-several'],
    ['Emil Petrik', SHE, 'speaker-unknown'],
  ] as const)('“%s” is neither confirmed nor doubted', (claimed, recorded, reason) => {
    expect(speakerAgrees(claimed, recorded)).toEqual({ agrees: 'unknown', reason })
  })
})
