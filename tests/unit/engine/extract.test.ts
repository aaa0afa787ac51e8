import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import { extract } from '../../../src/engine/extract.ts'
import type { Extraction } from '../../../src/engine/types/extraction.ts'

const nothing = { published: null, knownPeople: [] }

const spansOf = ({ statements, dates, people }: Extraction) => [
  ...dates,
  ...people.flatMap((person) => [...person.mentions, ...person.roles.map((role) => role.span)]),
  ...statements.flatMap((one) => [
    ...one.content,
    ...one.quoted,
    ...[one.cue, one.venue, one.addressee, one.relay, one.within, one.said.expression].filter(
      (span) => span !== null,
    ),
    ...[one.speaker.mention, one.speaker.antecedent, one.speaker.role?.span].filter((span) => span != null),
  ]),
]

describe('extract', () => {
  it('finds who said what, with spans that prove it', () => {
    const text = 'Mayor Ann Lee spoke on Monday.\n“The dam will hold,” Lee said. “Nobody need leave.”'
    const [statement] = extract(text, nothing).statements
    expect(statement?.content.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The dam will hold,',
      'Nobody need leave.',
    ])
    expect(statement?.speaker.name).toBe('Ann Lee')
  })

  it('needs neither a date of publication nor known people', () => {
    const text = '“The dam will hold,” Mayor Ann Lee said on Monday.'
    const found = extract(text, nothing)
    expect(found.statements).toHaveLength(1)
    expect([extract(text), extract(text, {}), extract(text, { published: undefined })]).toEqual([
      found,
      found,
      found,
    ])
  })

  it('takes a date of publication alone', () => {
    const published = parseEdtf('2025-01-15')
    const [statement] = extract('“The dam will hold,” Mayor Ann Lee said on Monday.', {
      published,
    }).statements
    expect(statement?.said.edtf).toBe('2025-01-13')
  })

  it.each(['', ' ', '\n', '\u0000', '\ud83d', '“', '\u200f'])('finds nothing in %j', (text) => {
    expect(extract(text, nothing)).toEqual({ statements: [], dates: [], people: [] })
  })

  it('gives the same answer for any text each time, with spans inside it', () => {
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
        'Mayor Ann Lee',
        'said',
        'told',
        'he',
        'on Monday',
        'that',
        ',',
        '.',
      ],
      ...[
        '?',
        ':',
        'according to',
        'the ministry',
        'and',
        '(',
        ')',
        '-',
        'Q:',
        '👋',
        '\u200f',
        '\ud83d',
        'e\u0301',
        '2024',
      ],
    )
    const anything = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((list) => list.join(' ')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const found = extract(text, nothing)
        expect(extract(text, nothing)).toEqual(found)
        for (const { start, end } of spansOf(found)) {
          expect(0 <= start && start < end && end <= text.length).toBe(true)
        }
      }),
    )
  }, 60_000)

  it('reads a very long text in slices, with spans into the whole text', () => {
    const paragraph = 'Mayor Ann Lee told reporters in town: “The old dam will hold through the winter.”\n'
    const text = paragraph.repeat(Math.ceil(700_000 / paragraph.length))
    const { statements, people } = extract(text, nothing)
    expect(statements).toHaveLength(text.length / paragraph.length)
    for (const { content, speaker } of statements) {
      expect(content.map(({ start, end }) => text.slice(start, end))).toEqual([
        'The old dam will hold through the winter.',
      ])
      expect(speaker.mention && text.slice(speaker.mention.start, speaker.mention.end)).toBe('Mayor Ann Lee')
    }
    expect(people.map((person) => person.name)).toEqual(['Ann Lee'])
  }, 60_000)

  it('reads a very long text without a space, and splits no character', () => {
    const text = `a${'👋'.repeat(200_000)}`
    expect(extract(text, nothing).statements).toEqual([])
  }, 60_000)
})
