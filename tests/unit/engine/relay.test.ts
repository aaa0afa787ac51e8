import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/engine/extract.ts'

/** Returns each statement of a text: its words, speaker, cue and relay. */
function read(text: string) {
  const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end)
  return extract(text, { published: null, knownPeople: [] }).statements.map(
    ({ content, speaker, cue, relay }) => ({
      said: content.map(words).join(' … '),
      by: words(speaker.mention),
      cue: words(cue),
      relay: words(relay),
    }),
  )
}

describe('relayed words', () => {
  it.each([
    ['told to a person who tells them', 'Ines Calder'],
    ['of a person whose name looks like a plural', 'Hughes'],
  ])('are two statements: %s', (_what, name) => {
    const text = `Karl Osten told the council that ${name} had said the dam was safe.`
    expect(read(text)).toEqual([
      { said: `that ${name} had said the dam was safe`, by: 'Karl Osten', cue: 'told', relay: null },
      { said: 'the dam was safe', by: name, cue: 'had said', relay: 'Karl Osten' },
    ])
  })

  it.each([
    [
      'reported by a paper',
      'The Tarnholm Post reported that Ines Calder said the dam was safe.',
      { said: 'the dam was safe', by: 'Ines Calder', cue: 'said', relay: 'The Tarnholm Post' },
    ],
    [
      'in quotation marks',
      '“The dam is safe,” Ines Calder told the council on Monday, the Tarnholm Post reported.',
      { said: 'The dam is safe,', by: 'Ines Calder', cue: 'told', relay: 'the Tarnholm Post' },
    ],
    [
      'quoted as saying',
      'The Tarnholm Post quoted Ines Calder as saying that the dam was safe.',
      { said: 'that the dam was safe', by: 'Ines Calder', cue: 'saying', relay: 'The Tarnholm Post' },
    ],
    [
      'quoted as saying, after them',
      '“The dam is safe,” the Tarnholm Post quoted Ines Calder as saying.',
      { said: 'The dam is safe,', by: 'Ines Calder', cue: 'saying', relay: 'the Tarnholm Post' },
    ],
    [
      'quoted in the passive',
      'Ines Calder was quoted by the Tarnholm Post as saying the dam was safe.',
      { said: 'the dam was safe', by: 'Ines Calder', cue: 'saying', relay: 'the Tarnholm Post' },
    ],
    [
      'said through a lawyer',
      'Ines Calder said through her lawyer that the dam was safe.',
      { said: 'that the dam was safe', by: 'Ines Calder', cue: 'said', relay: 'her lawyer' },
    ],
  ])('belong to the person who said them: %s', (_case, text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it.each([
    ['before them', 'According to the Tarnholm Post, Ines Calder said the dam was safe.', 'According to'],
    ['after them', 'Ines Calder said the dam was safe, according to the Tarnholm Post.', 'according to'],
  ])('are a statement of the paper and of the person: according to a paper, %s', (_case, text, cue) => {
    expect(read(text)).toEqual([
      { said: 'Ines Calder said the dam was safe', by: 'the Tarnholm Post', cue, relay: null },
      { said: 'the dam was safe', by: 'Ines Calder', cue: 'said', relay: 'the Tarnholm Post' },
    ])
  })

  it.each([
    ['the reporter may be "he"', 'Karl Osten said he had told the council the dam was safe.'],
    ['no particular person said them', 'Karl Osten said critics had said the dam was old.'],
    ['they may not have been said', 'Karl Osten said Ines Calder never said the dam was safe.'],
    ['they have not been said yet', 'Karl Osten said Ines Calder would say the dam was safe.'],
    ['the report holds more', 'Karl Osten said Ines Calder, who said the dam was safe, should go.'],
    ['a survey counts people', 'The survey found that 54 percent of drivers said the dam was safe.'],
    ['the report itself is denied', 'Karl Osten denied that Ines Calder had said the dam was safe.'],
    ['no person carries them', 'Karl Osten said through tears that the dam was safe.'],
  ])('belong to the reporter if %s', (_case, text) => {
    const found = read(text)
    expect(found.map(({ relay }) => relay)).toEqual(found.map(() => null))
    expect(found.map(({ by }) => by)).not.toContain('Ines Calder')
    expect(found).not.toEqual([])
  })
})
