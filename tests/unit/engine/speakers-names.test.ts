import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/engine/extract.ts'

/** Who speaks in each statement of a text. */
const speakersOf = (text: string) =>
  extract(text, { published: null, roster: [] }).statements.map(({ speaker }) => speaker)

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
  ])('knows a person by %s', (_case, text, names) => {
    expect(namesOf(text)).toEqual(names)
  })

  it.each([
    ['an article opens it', 'The Boston Marathon said the course was open.'],
    ['its head is an organization’s', 'Sydney Opera House said the roof leaked.'],
    ['it leads to an acronym', 'Ohio GOP said the vote was over. GOP won.'],
    ['nothing shows a person', 'Houston Aero said the flight was late.'],
  ])('takes nobody for a person where %s', (_case, text) => {
    expect(speakersOf(text).map(({ kind }) => kind)).toEqual(['organization'])
  })
})
