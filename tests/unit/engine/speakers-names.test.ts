import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/engine/extract.ts'

/** Returns the speaker of each statement. */
const speakersOf = (text: string) =>
  extract(text, { published: null, knownPeople: [] }).statements.map(({ speaker }) => speaker)

const namesOf = (text: string) => speakersOf(text).map(({ name, organization }) => name ?? organization)

describe('first names that are places as well', () => {
  it.each([
    ['a role before the name', 'Mayor London Marsh said the dam was safe.', ['London Marsh']],
    ['an occupation before the name', '“It froze,” beekeeper Milan Petrik said.', ['Milan Petrik']],
    ['a role after the name', '“It froze,” said Houston Holm, a baker.', ['Houston Holm']],
    ['an age after the name', '“It froze,” said Houston Holm, 45, on Monday.', ['Houston Holm']],
    ['a common first name beside a verb', '“It froze,” Sydney Holm said.', ['Sydney Holm']],
    [
      'a surname that acts alone elsewhere',
      'Houston Holm won. “It froze,” Holm said.\n\n“It thawed,” Houston Holm said.',
      ['Houston Holm', 'Houston Holm'],
    ],
  ])('recognizes a person by %s', (_case, text, names) => {
    expect(namesOf(text)).toEqual(names)
  })

  it.each([
    ['an article opens it', 'The Boston Marathon said the course was open.'],
    ['its head is an organization’s', 'Sydney Opera House said the roof leaked.'],
    ['it leads to an acronym', 'Ohio GOP said the vote was over. GOP won.'],
    ['no word shows a person', 'Houston Aero said the flight was late.'],
  ])('finds no person if %s', (_case, text) => {
    expect(speakersOf(text).map(({ kind }) => kind)).toEqual(['organization'])
  })
})

describe('first names that are words as well', () => {
  it('are names beside a role, or if the family name acts alone', () => {
    expect(namesOf('“It froze,” said Rush Holm, a baker.')).toEqual(['Rush Holm'])
    expect(namesOf('Rush Holm won. “It froze,” Holm said.')).toEqual(['Rush Holm'])
  })

  it('make no person of a headline about a person with that family name', () => {
    const text = 'Top Holm aide quits.\n\nAda Holm left. “It froze,” Holm said.'
    expect(namesOf(text).at(-1)).toBe('Ada Holm')
  })
})

describe('titles', () => {
  it.each([
    [
      'a family name that is a demonym as well',
      'Mr. English said it froze. Karl English left.',
      'Karl English',
    ],
    ['an office in lower case', 'Then secretary of state Ada Holm said it froze.', 'Ada Holm'],
    [
      'a bracket after the office',
      'The head of the HWA (Harbour Works Authority), Karl Osten, said it was safe.',
      'Karl Osten',
    ],
  ])('lead to %s', (_case, text, name) => {
    expect(namesOf(text)).toEqual([name])
  })
})

describe('organizations', () => {
  it.each([
    [
      'an acronym by what it stands for',
      'The Harbour Works Authority (HWA) was late. The HWA said the dam was safe.',
      'Harbour Works Authority',
    ],
    [
      'an acronym that spells another word',
      'The World Harbour Office (WHO) was late. WHO said the dam was safe.',
      'World Harbour Office',
    ],
    [
      'a noun by the one name it shortens',
      'The Tarnholm Harbour Commission was late. The commission said the dam was safe.',
      'Tarnholm Harbour Commission',
    ],
    ['a body of which a place has one', 'Police said the dam was safe.', 'Police'],
    [
      'a name whose last word can name many',
      'The Associated Press said the dam was safe.',
      'Associated Press',
    ],
    ['a country in the plural', 'The United States said the dam was safe.', 'United States'],
    [
      'capitals without what describes them',
      'The nonpartisan Budget Office said it was safe.',
      'Budget Office',
    ],
    [
      'officials by the organization',
      'Harbour Authority officials said the dam was safe.',
      'Harbour Authority',
    ],
    ['a spokesman by the organization', 'A State Department spokesman said it was safe.', 'State Department'],
  ])('names %s', (_case, text, organization) => {
    expect(speakersOf(text)).toMatchObject([{ organization, attribution: 'organization' }])
  })

  it.each([
    ['a noun that could name any body', 'The company said the dam was safe.'],
    [
      'a noun that two names end with',
      'The Harbour Commission met the Forest Commission. The commission said the dam was safe.',
    ],
    ['a people', 'The Saudis said the dam was safe.'],
    ['its members', 'Harbour Authority workers said the dam was safe.'],
    ['the spokesman of a person', 'A spokesman for Ada Holm said the dam was safe.'],
  ])('does not name %s', (_case, text) => {
    expect(speakersOf(text)).toMatchObject([{ attribution: 'none' }])
  })

  it('is none for the spokesman of a person', () => {
    expect(
      speakersOf('Ada Holm left. A spokesman for Ada Holm said it was safe.').at(-1)?.organization,
    ).toBeNull()
  })
})

describe('names that are not printed as the full name', () => {
  it('are a misprint of the only name with the same consonants', () => {
    const text = 'Ada Petersen left. “It is safe,” Ms. Peterson said.'
    expect(namesOf(text)).toEqual(['Ada Petersen'])
  })

  it('are a new person if two could be meant, or if the name is too short', () => {
    const two = 'Ada Petersen and Karl Patersan left. “It is safe,” Peterson said.'
    expect(namesOf(two)).toEqual(['Peterson'])
    expect(namesOf('Ada Molan left. “It is safe,” Mulin said.')).toEqual(['Mulin'])
  })

  it('belong to the name before “himself”', () => {
    const text = 'Emil Petrik left.\n\nKarl Osten himself said the dam was safe.'
    expect(namesOf(text)).toEqual(['Karl Osten'])
  })
})

describe('officials of a company', () => {
  it('speak for it; officials of a person do not', () => {
    expect(speakersOf('By then Skyways officials said it was safe.')).toMatchObject([
      { organization: 'Skyways', attribution: 'organization' },
    ])
    expect(speakersOf('Ada Holm left. Then Holm officials said it was safe.')).toMatchObject([
      { organization: null, attribution: 'none' },
    ])
  })
})

describe('the antecedent of “who”', () => {
  it.each([
    ['where the person is from', 'It was Ada Holm of Tarnholm, who said the dam was safe.', 'Ada Holm'],
    ['what the person is', 'Ada Holm, the head of the Dam Board, who said it was safe, left.', 'Ada Holm'],
    ['what the person is, without a comma', 'But Ada Holm, a baker who said it was safe, left.', 'Ada Holm'],
  ])('is found before %s', (_case, text, name) => {
    expect(namesOf(text)).toContain(name)
  })

  it('is not the person in “Ruiz supporters”', () => {
    expect(namesOf('Fans of Ada Holm of Tarnholm, who said the dam was safe, left.')).toEqual([null])
  })
})
