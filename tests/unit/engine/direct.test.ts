import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findVerbCues } from '../../../src/engine/cues/verb-cues.ts'
import { findDirect } from '../../../src/engine/findings/direct/find-direct.ts'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import { findQuotations } from '../../../src/engine/quotations/find-quotations.ts'
import { createContext } from '../../../src/engine/reader/context.ts'
import { segment } from '../../../src/engine/text/segment.ts'
import type { Finding } from '../../../src/engine/types/finding.ts'

function find(text: string): readonly Finding[] {
  const document = segment(text)
  const grammar = analyze(document)
  const quotations = findQuotations(document, grammar)
  return findDirect(createContext(document, grammar, quotations, findVerbCues(document, grammar)))
}

/** Returns each statement as [content, speaker, cue]. */
const read = (text: string) =>
  find(text).map(({ content, speaker, cue }) => [
    content.map(({ start, end }) => text.slice(start, end)).join(' / '),
    speaker && text.slice(speaker.start, speaker.end),
    cue && text.slice(cue.start, cue.end),
  ])

describe('a cue after the words', () => {
  it.each([
    ['“The dam will hold,” Ann Lee said.', 'The dam will hold,', 'Ann Lee', 'said'],
    ['“The dam will hold,” said Ann Lee.', 'The dam will hold,', 'Ann Lee', 'said'],
    ['“Will the dam hold?” she asked.', 'Will the dam hold?', 'she', 'asked'],
    ["''The dam will hold,'' the mayor told reporters on Monday.", 'The dam will hold,', 'the mayor', 'told'],
    [
      '“The dam will hold,” Ann Lee, an engineer, said.',
      'The dam will hold,',
      'Ann Lee, an engineer',
      'said',
    ],
    [
      '“The dam will hold,” Sir Joe Hill, who replaced Ann Lee as chairman in July, insisted.',
      'The dam will hold,',
      'Sir Joe Hill, who replaced Ann Lee as chairman in July',
      'insisted',
    ],
    ['“The dam will hold,” grinned Ann Lee.', 'The dam will hold,', 'Ann Lee', 'grinned'],
    ['“The dam will hold,” according to the ministry.', 'The dam will hold,', 'the ministry', 'according to'],
    [
      '“The dam will hold,” Rep. Joe Hill (D-S.C.) said.',
      'The dam will hold,',
      'Rep. Joe Hill (D-S.C.)',
      'said',
    ],
    ['Still, “the dam will hold,” she added.', 'the dam will hold,', 'she', 'added'],
  ])('%j', (text, content, speaker, cue) => {
    expect(read(text)).toEqual([[content, speaker, cue]])
  })
})

describe('a second quotation', () => {
  it('has the speaker of an inverted cue', () => {
    expect(read('“No,” said Ann Lee, adding: “The dam will hold.”')).toEqual([
      ['No,', 'Ann Lee', 'said'],
      ['The dam will hold.', 'Ann Lee', 'adding'],
    ])
  })
})

describe('a name below the words', () => {
  it.each([
    ['“The dam will hold.”\n- Ann Lee.', 'The dam will hold.', 'Ann Lee', '-'],
    [
      '“The dam will hold.”\n—Ann Lee, an engineer, at the gate',
      'The dam will hold.',
      'Ann Lee, an engineer',
      '—',
    ],
  ])('%j', (text, content, speaker, cue) => {
    expect(read(text)).toEqual([[content, speaker, cue]])
  })

  it('is no attribution before a sentence', () => {
    expect(read('“The dam will hold.”\n- Ann Lee left the hall early.')).toEqual([])
  })
})

describe('a cue before the words', () => {
  it.each([
    ['Ann Lee said: “They love it in D.C.”\nThen she left.', 'They love it in D.C.', 'Ann Lee', 'said'],
    [
      'The town tried to calm them, with one of its posters asking, “Will the dam hold?”',
      'Will the dam hold?',
      'one of its posters',
      'asking',
    ],
    ['Ann Lee said, “The dam will hold.”', 'The dam will hold.', 'Ann Lee', 'said'],
    [
      'Ann Lee told reporters in town last week: “The dam will hold.”',
      'The dam will hold.',
      'Ann Lee',
      'told',
    ],
    [
      'Hugh Hart, a surgeon, said: “The dam will hold.”',
      'The dam will hold.',
      'Hugh Hart, a surgeon',
      'said',
    ],
    ['Said Lee, “The dam will hold.”', 'The dam will hold.', 'Lee', 'Said'],
    ['Lee praised the crew and added, “The dam will hold.”', 'The dam will hold.', 'Lee', 'added'],
    ['Lee wrote that the crew knew, adding, “The dam will hold.”', 'The dam will hold.', 'Lee', 'adding'],
    ['The crowd cheered, with Lee shouting: “The dam will hold!”', 'The dam will hold!', 'Lee', 'shouting'],
    ['Ann Lee: “The dam will hold.”', 'The dam will hold.', 'Ann Lee', ':'],
    ['Lee issued a statement: “The dam will hold.”', 'The dam will hold.', 'Lee', 'issued'],
  ])('%j', (text, content, speaker, cue) => {
    expect(read(text)).toEqual([[content, speaker, cue]])
  })

  it('leaves the cue of the next quotation to that quotation', () => {
    const text = 'Lee said, “It holds.” Hill replied, “It leaks.”'
    expect(read(text)).toEqual([
      ['It holds.', 'Lee', 'said'],
      ['It leaks.', 'Hill', 'replied'],
    ])
  })
})

describe('one statement in several pieces', () => {
  it.each([
    ['split by its cue', '“The dam,” she said, “will hold.”', 'The dam, / will hold.'],
    [
      'continued in a new sentence',
      '“It holds,” she said. “Nobody need leave.”',
      'It holds, / Nobody need leave.',
    ],
    [
      'continued in a paragraph of its own',
      '“It holds,” she said.\n“Nobody need leave.”',
      'It holds, / Nobody need leave.',
    ],
    [
      'reopened at each paragraph',
      '“It holds.\n“Nobody need leave,” she said.',
      'It holds. / Nobody need leave,',
    ],
  ])('%s', (_name, text, content) => {
    expect(read(text)).toEqual([[content, 'she', 'said']])
  })

  it('separates quotations with cues of their own', () => {
    const text = '“It holds,” Lee said. “It leaks,” Hill said.'
    expect(read(text).map(([content]) => content)).toEqual(['It holds,', 'It leaks,'])
  })
})

describe('quoted words without a cue', () => {
  it('have the speaker of a reporting sentence before them', () => {
    const [finding] = find('Lee praised the crew.\n“They are the best we have ever had.”')
    expect(finding).toMatchObject({ carriedOver: true, speaker: { start: 0, end: 3 } })
  })

  it('have no speaker after a sentence that reports nothing', () => {
    expect(find('The sun rose over the dam.\n“They are the best we have ever had.”')).toEqual([])
  })
})

describe('quotations that are no direct statement', () => {
  it.each([
    'Lee spoke first.\n‘Dam will hold in spite of the rain’\nThen Hill spoke.',
    'The so-called “experts” left early.',
    'Joe “Salty” Harris left early.',
    'They sang “Harbour Lights” together.',
    'Lee called the plan “rather thin” on Monday.',
    'Lee said that the dam, “old and tired,” would hold.',
    'A sign read “Save our dam” in red.',
  ])('%j', (text) => {
    expect(find(text)).toEqual([])
  })
})

describe('a transcript', () => {
  const text =
    'Q: Will the dam hold?\n\nMS. LEE: It will. “Always,” as they say.\n\nQ: Why?\n\nMS. LEE: Steel.'

  it('attributes each turn to its label', () => {
    expect(read(text)).toEqual([
      ['Will the dam hold?', 'Q', ':'],
      ['It will. “Always,” as they say.', 'MS. LEE', ':'],
      ['Why?', 'Q', ':'],
      ['Steel.', 'MS. LEE', ':'],
    ])
  })

  it('marks its questions as asked', () => {
    expect(find(text).map(({ polarity }) => polarity)).toEqual(['asked', 'affirmed', 'asked', 'affirmed'])
  })

  it('is not recognized by labels that occur once', () => {
    expect(find('NOTE: It rains.\nUPDATE: It pours.\nCORRECTION: It rained.')).toEqual([])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '“',
      '”',
      '"',
      "''",
      '‘',
      '’',
      ' ',
      '\n',
      'Ann Lee',
      'said',
      'told',
      ',',
      '.',
      '?',
      ':',
      'who',
      'and',
      'adding',
    ],
    ...['according to', 'the mayor', 'that', '(', ')', '-', 'Q:', '👋', '\u200f', '\u0000'],
  )
  const anything = fc.array(piece, { maxLength: 80 }).map((list) => list.join(' '))

  it('gives spans inside the text, the same each time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const findings = find(text)
        expect(find(text)).toEqual(findings)
        for (const { content, speaker, cue } of findings) {
          expect(content.length).toBeGreaterThan(0)
          for (const span of [...content, speaker, cue]) {
            if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
          }
        }
      }),
    )
  })

  it.each(['“', '"', "'", '“A,” he said. ', '“A.\n“', 'Ann, who said, “', 'said the “', 'others’ '])(
    'is read when it repeats %j fifty thousand times',
    (text) => {
      expect(() => find(text.repeat(50_000))).not.toThrow()
    },
    60_000,
  )
})
