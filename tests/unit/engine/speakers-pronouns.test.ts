import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/engine/extract.ts'

/** Returns the speaker of the last statement. */
function lastSpeaker(text: string) {
  const speaker = extract(text, { published: null, knownPeople: [] }).statements.at(-1)?.speaker
  if (!speaker) throw new Error('The text has no statement.')
  return speaker
}

describe('the reference of a pronoun', () => {
  it('is not a person named in its reported clause', () => {
    const text = 'The crowd cheered for Karl Osten.\n\nHe mocked Osten for the broken dam.'
    expect(lastSpeaker(text).name).toBeNull()
  })

  it('is not a person named in the quoted words, if there is another candidate', () => {
    const text = 'Karl Osten stood beside Emil Petrik on Monday.\n\n“Petrik built the dam,” he said.'
    expect(lastSpeaker(text)).toMatchObject({ name: 'Karl Osten', attribution: 'pronoun' })
  })

  it('is the subject of the sentence before, however long its appositives', () => {
    const text =
      'Ada Holm, 75, a baker in Tarnholm, Ohio, backed Mayor Karl Osten. “We need the dam,” she said.'
    expect(lastSpeaker(text)).toMatchObject({ name: 'Ada Holm', rule: 'speaker/pronoun/subject' })
  })

  it('is a subject with its place of origin', () => {
    const text =
      'Emil Petrik of Tarnholm, the party chairman, also worried. It was a day of Karl Osten.\n\nPetrik left. “We need the dam,” he said.'
    expect(lastSpeaker(text).name).toBe('Emil Petrik')
  })

  it('is open between two subjects', () => {
    const text = 'Karl Osten and Emil Petrik visited the dam. “It is sound,” he said.'
    expect(lastSpeaker(text)).toMatchObject({
      name: null,
      attribution: 'ambiguous',
      candidates: ['Emil Petrik', 'Karl Osten'],
    })
  })

  it('is unnamed after an unnamed speaker', () => {
    const text =
      'Karl Osten visited the dam.\n\nOne neighbor said the dam had leaked for years. “It is an old story,” he said.'
    expect(lastSpeaker(text)).toMatchObject({
      name: null,
      kind: 'person',
      attribution: 'none',
      rule: 'speaker/pronoun/unnamed',
    })
  })

  it('is the named person after that person speaks again', () => {
    const text =
      'One neighbor said the dam had leaked for years.\n\nKarl Osten said it was sound. “It will hold,” he said.'
    expect(lastSpeaker(text).name).toBe('Karl Osten')
  })

  it('is the recent speaker before quoted words, not a person who is only mentioned', () => {
    const text =
      '“The dam is old,” Karl Osten said.\n\nBut what if it breaks? Would it be worse than under Emil Petrik?\n\n“The valley should be cleared,” he said.'
    expect(lastSpeaker(text).name).not.toBe('Emil Petrik')
  })

  it('can be the person in “Ruiz supporters”', () => {
    const text = 'Karl Osten spoke on Monday.\n\nHe said that Osten supporters would not be moved.'
    expect(lastSpeaker(text).name).toBe('Karl Osten')
  })

  it('is not the person who asked, if the words are an answer', () => {
    const text =
      'Ada Holm visited the mayor of the town, Rosa Imhof.\n\nHolm asked whether the dam was safe. “Of course,” she replied.'
    expect(lastSpeaker(text).name).not.toBe('Ada Holm')
    expect(lastSpeaker(text.replace('replied', 'added')).name).toBe('Ada Holm')
  })
})
