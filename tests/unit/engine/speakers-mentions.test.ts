import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/engine/extract.ts'

const speakersOf = (text: string) =>
  extract(text, { published: null, knownPeople: [] }).statements.map(({ speaker }) => speaker)

const namesOf = (text: string) => speakersOf(text).map(({ name }) => name)

/** Returns the speaker of the last statement. */
function lastSpeaker(text: string) {
  const speaker = speakersOf(text).at(-1)
  if (!speaker) throw new Error('The text has no statement.')
  return speaker
}

describe('the words around a name', () => {
  it.each([
    ['a police rank in capitals', 'PC Adil Brandt said the lane was shut.', 'Adil Brandt', 'PC'],
    ['a rank before a family name', 'DCI Brandt said the lane was shut.', 'Brandt', 'DCI'],
    [
      'titles without a period',
      'Inspector Ada Brandt came. Det Supt Brandt said it was shut.',
      'Ada Brandt',
      'Det Supt',
    ],
    [
      'honors and degrees after it',
      'David Marsh KC, a barrister, said it was late.',
      'David Marsh',
      'barrister',
    ],
    [
      'an occupation before a courtesy',
      'Lead author Dr. Ada Brandt said it held.',
      'Ada Brandt',
      'Lead author',
    ],
    [
      'a role with its complement before it',
      'The head of the bakers’ union, Ada Brandt, said it was late.',
      'Ada Brandt',
      'head of the bakers’ union',
    ],
  ])('reads %s', (_case, text, name, role) => {
    const speaker = lastSpeaker(text)
    expect(speaker.name).toBe(name)
    expect(speaker.role?.text).toBe(role)
  })

  it.each([
    ['an office that is addressed', 'The Lord Chancellor said the court was full.'],
    ['an inhabitant', 'The New Zealander said the court was full.'],
    ['a player for a country', 'The Ghana international said the court was full.'],
    ['a family', 'Ada Brandt left. The Brandts said the court was full.'],
    ['a couple', 'Mr. and Mrs. Brandt said the court was full.'],
    ['a headline’s link', 'A Note To Nobody In Particular Today: “It is full,” the clerk said.'],
  ])('finds no person in %s', (_case, text) => {
    expect(lastSpeaker(text)).toMatchObject({ name: null, organization: null, attribution: 'none' })
  })

  it('gives a relative no role, but a gender', () => {
    const text = 'Judge J. Orr adjourned. Brandt’s mother, Shirelda, wept. “He is ill,” she said.'
    expect(lastSpeaker(text)).toMatchObject({ name: 'Shirelda', role: null })
  })

  it('begins with the name, even if a nickname splits it', () => {
    const text = 'Coach Mike “Tank” Dorn said it was over.'
    const { mention } = lastSpeaker(text)
    expect(mention && text.slice(mention.start, mention.end)).toBe('Coach Mike “Tank” Dorn')
  })
})

describe('the parts of a name', () => {
  it.each([
    ['the first of two family names', 'María José Ortal Villard came. Ortal said it was late.'],
    ['a family name that stands first', 'Park Ji-won came. Park said it was late.'],
    ['both family names', 'María José Ortal Villard came. Ortal Villard said it was late.'],
  ])('is recognized by %s', (_case, text) => {
    expect(lastSpeaker(text).name).toMatch(/^(?:María José Ortal Villard|Park Ji-won)$/)
  })

  it.each([
    ['a show', 'Ada Brandt', 'The Ada Brandt Show ended. Brandt said it was time.'],
    ['an office of a county', 'Ada Brandt', 'Orange County Recorder Ada Brandt said it was time.'],
    ['a headline', 'Ada Brandt', 'A Warning To Ada Brandt. “It was time,” Brandt said.'],
  ])('is not read from %s', (_case, name, text) => {
    expect(lastSpeaker(text).name).toBe(name)
  })
})

describe('epithets', () => {
  it.each([
    ['a people', 'Coach Karl Osten lost. “It was late,” the Dutchman said.', 'Karl Osten'],
    [
      'an age that is not printed',
      'Karl Osten, a keeper, lost. “It was late,” the 27-year-old said.',
      'Karl Osten',
    ],
    [
      'party and state',
      'Sen. Ruth Cole (D-Ore.) met Sen. Karl Osten (R-Ala.). “It was late,” the Oregon Democrat said.',
      'Ruth Cole',
    ],
    ['an office and a state', 'Sen. Ruth Cole lost. “It was late,” the Vermont senator said.', 'Ruth Cole'],
    ['initials', 'Chief Financial Officer Ruth Cole came. “It was late,” the CFO said.', 'Ruth Cole'],
    [
      'an office of two words',
      'Attorney General Ruth Cole came. “It was late,” the attorney general said.',
      'Ruth Cole',
    ],
  ])('mean a person by %s', (_case, text, name) => {
    expect(lastSpeaker(text)).toMatchObject({ name, attribution: 'named' })
  })

  it.each([
    ['another state', 'Sen. Ruth Cole (D-Ore.) lost. “It was late,” the Ohio Democrat said.'],
    ['another party', 'Sen. Ruth Cole (D-Ore.) lost. “It was late,” the Republican said.'],
    ['another age', 'Karl Osten, 68, lost. “It was late,” the 27-year-old said.'],
    ['another gender', 'Ruth Cole lost. “It was late,” the Dutchman said.'],
  ])('mean no person of %s', (_case, text) => {
    expect(lastSpeaker(text)).toMatchObject({ name: null, attribution: 'none' })
  })
})

describe('labels of a conversation', () => {
  it('name a person by capitals alone, or tell an office', () => {
    const text =
      'BRANDT: It is late.\n\nInterviewer: How late?\n\nBRANDT: Very late.\n\nInterviewer: I see it.'
    expect(namesOf(text)).toEqual(['BRANDT', null, 'BRANDT', null])
  })
})

describe('the reference of a pronoun', () => {
  it.each([
    [
      'beside a person in the sentence before',
      'Ruth Cole opened the fair. A woman in the crowd shouted. “Shame,” she said.',
    ],
    [
      'beside an office without a named holder',
      'Dana Cole said the president was well. The president said it was fine. “I ran,” he said.',
    ],
    ['beside a person’s lawyer', 'Ruth Cole left. His lawyer said it was fine. “I saw it,” she said.'],
  ])('is the person named %s', (_case, text) => {
    expect(lastSpeaker(text)).toMatchObject({ name: null, attribution: 'none' })
  })

  it('is open after an open speaker', () => {
    const text = 'Owen Marsh and Karl Marsh came. Marsh said it was late. “Very late,” he added.'
    expect(lastSpeaker(text)).toMatchObject({ name: null, candidates: ['Owen Marsh', 'Karl Marsh'] })
  })

  it('is not the person who asked', () => {
    const text =
      'Ruth Cole said it was late. Clerk Ada Brandt asked her about the train. “I missed it,” she said.'
    expect(lastSpeaker(text).name).toBe('Ruth Cole')
  })

  it('is not the addressee', () => {
    const text = 'Judge Karl Osten jailed Emil Petrik. “You lied,” he told Petrik.'
    expect(lastSpeaker(text).name).toBe('Karl Osten')
  })

  it('is open between two women if one first name tells no gender', () => {
    const text = 'Ruth Cole said it was late. Zdislava Brandt said it was early. She left at six, she said.'
    expect(lastSpeaker(text).attribution).toBe('ambiguous')
  })
})

describe('organizations by possessor and name', () => {
  it.each([
    ['the country', 'Ukraine’s foreign ministry said it was late.', 'Ukraine’s foreign ministry'],
    ['the name beside the noun', 'The firm, Norpetro, said it was late.', 'Norpetro'],
    ['a ministry of something', 'A Ministry of Works spokesman said it was late.', 'Ministry of Works'],
    ['an owner in the name', 'The Women’s Institute said it was late.', 'Women’s Institute'],
    [
      'the full name of a short one',
      'The Harbour Commission met. Commission spokesman Arno Vis said it was late.',
      'Harbour Commission',
    ],
  ])('are recognized by %s', (_case, text, organization) => {
    expect(lastSpeaker(text).organization).toBe(organization)
  })
})

describe('uncertain names', () => {
  it.each([
    ['it does something', 'Zandoo said it expects more.', 'organization'],
    ['it owns something', 'Zandoo said its mill was shut.', 'organization'],
    ['an appositive calls it a company', 'Zandoo, a maker of pumps, said no one was hurt.', 'organization'],
    ['its legal form is printed', 'Zandoo Corp. left. Zandoo said no one was hurt.', 'organization'],
    ['nothing tells', 'Zandoo said it was late.', 'person'],
    ['he does something', 'Zandoo said it expects more. Zandoo said he would go.', 'person'],
  ])('are read by this sign: %s', (_case, text, kind) => {
    expect(lastSpeaker(text).kind).toBe(kind)
  })

  it('leave a pronoun open if they act between it and its other candidate', () => {
    const text = 'Karl Osten was there. Wengo Kwanda sold the mill to a baker. He said that it was old.'
    expect(lastSpeaker(text).name).toBeNull()
  })
})

describe('another person of the same name', () => {
  it('is not read as a king', () => {
    const text = 'Emil Hassan left. King Hassan said it was late.'
    expect(lastSpeaker(text).name).toBe('Hassan')
  })

  it('is one of a couple', () => {
    const text = 'Alan and Betty Quist left. Mr Quist said it was late.'
    expect(lastSpeaker(text).name).toBe('Alan Quist')
  })

  it('can have a trade as the family name', () => {
    const text = 'Dave Carpenter left. Carpenter said it was late.'
    expect(lastSpeaker(text).name).toBe('Dave Carpenter')
  })

  it('is the mayor of the named town', () => {
    const text =
      'The mayor of Tarn, Ada Lorne, met the mayor of Holm, Karl Ostby. “It is late,” the mayor of Tarn said.'
    expect(lastSpeaker(text).name).toBe('Ada Lorne')
  })
})

describe('the subject of a report', () => {
  it.each([
    ['A man arrested in the raid said he was asleep.', 'A man arrested in the raid'],
    ['“It was loud,” sources close to the club said.', 'sources close to the club'],
    ['A study published in Nature said: “It works.”', 'A study published in Nature'],
    ['Ada Lorne herself, who was not there, said it was late.', 'Ada Lorne herself, who was not there'],
  ])('includes the verb that describes it: %s', (text, by) => {
    const { mention } = lastSpeaker(text)
    expect(mention && text.slice(mention.start, mention.end)).toBe(by)
  })
})
