import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import type { Span } from '../../../src/core/span.ts'
import { extract } from '../../../src/engine/extract.ts'
import type { Extraction } from '../../../src/engine/types/extraction.ts'
import { runs } from '../../support/runs.ts'

const published = parseEdtf('2025-01-15')
const read = (text: string): Extraction => extract(text, { published, knownPeople: [] })

/** Pieces of news, and marks that are hard to read. */
const PIECES = [
  'Mayor Rosa Imhof',
  'Emil Petrik, a baker,',
  'he',
  'She',
  'the ministry',
  'Petrik',
  'said',
  'told reporters',
  'denied that',
  'according to',
  'was asked whether',
  'that the mill would reopen',
  'the ovens are cold',
  'on Tuesday',
  'last month',
  'in March 2023',
  'the same day',
  'Q:',
  'IMHOF:',
  '“',
  '”',
  '"',
  "''",
  '‘',
  '’',
  '«',
  '»',
  ',',
  '.',
  '?',
  ':',
  '—',
  '(',
  ')',
  '\n',
  '\n\n',
  '🌧️',
  'e\u0301',
  '\u00a0',
  '\u00ad',
  '\u200f',
  '\u0000',
  '\ud83d',
] as const

/** Sentences with reported speech, which the pieces seldom make by chance. */
const SENTENCES = [
  'Mayor Rosa Imhof met Emil Petrik, a baker, on 4 November 2024.',
  '“The ovens are cold,” Petrik said on Tuesday.',
  '“The mill,” she told reporters, “will reopen.”',
  'He denied that flour had been lost the day before.',
  'The ministry said last month that the mill was “a ruin” and would be sold.',
  'According to Imhof, the wheel still turns.',
] as const

const news = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...SENTENCES)), { maxLength: 30 })
  .map((pieces) => pieces.join(' '))
const wild = fc.string({ unit: 'binary', maxLength: 200 })
const broken = fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 100 })
const text = fc.oneof(
  { weight: 4, arbitrary: news },
  wild,
  broken.map((units) => String.fromCharCode(...units)),
)

/** Returns every span of an extraction. */
function spansOf({ statements, dates, people }: Extraction): Span[] {
  const found = statements.flatMap(
    ({ content, quoted, cue, speaker, said, venue, addressee, relay, within }) => [
      ...content,
      ...quoted,
      cue,
      speaker.mention,
      speaker.antecedent,
      speaker.role?.span ?? null,
      said.expression,
      venue,
      addressee,
      relay,
      within,
    ],
  )
  const mentions = people.flatMap((person) => [...person.mentions, ...person.roles.map(({ span }) => span)])
  return [...found, ...dates, ...mentions].filter((span) => span !== null)
}

const RUNS = runs(300)

/** A property fails if it returns false, so the value of an assertion is dropped. */
const always = (holds: (text: string) => void, over = text) => {
  fc.assert(
    fc.property(over, (text) => {
      holds(text)
    }),
    RUNS,
  )
}

describe('any text', () => {
  it('gives non-empty spans inside it', () => {
    always((text) => {
      for (const { start, end } of spansOf(read(text))) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    })
  })

  it('gives the same answer twice', () => {
    always((text) => expect(read(text)).toEqual(read(text)))
  })

  it('gives statements in text order, each with ordered pieces that do not overlap', () => {
    always((text) => {
      const { statements } = read(text)
      const starts = statements.map(({ content }) => content[0]?.start ?? -1)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
      for (const { content, quoted } of statements) {
        expect(content.length).toBeGreaterThan(0)
        for (const spans of [content, quoted]) {
          for (const [index, { start }] of spans.entries()) {
            expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
          }
        }
      }
    })
  })

  it('gives quoted words inside the content', () => {
    always((text) => {
      for (const { content, quoted } of read(text).statements) {
        for (const part of quoted) {
          expect(content.some(({ start, end }) => start <= part.start && part.end <= end)).toBe(true)
        }
      }
    })
  })

  it('gives no words before a statement as its quoted words after a stray mark', () => {
    const [statement] = read(
      '” Rosa Imhof baked on 4 May. Still “the ovens are cold,” Petrik said.',
    ).statements
    expect(statement?.quoted.every(({ start }) => start >= (statement.content[0]?.start ?? 0))).toBe(true)
  })

  it('gives ordered bounds for every date, and no statement after publication', () => {
    always((text) => {
      for (const { said, polarity } of read(text).statements) {
        if (said.earliest !== null && said.latest !== null) {
          expect(said.earliest <= said.latest).toBe(true)
        }
        if (polarity !== 'future') expect(said.latest !== null && said.latest <= '2025-01-15').toBe(true)
      }
    })
  })

  it('gives no name where the attribution is not certain', () => {
    always((text) => {
      for (const { speaker } of read(text).statements) {
        if (speaker.attribution !== 'none' && speaker.attribution !== 'ambiguous') continue
        expect([speaker.name, speaker.knownId]).toEqual([null, null])
        expect(speaker.candidates.length >= 2).toBe(speaker.attribution === 'ambiguous')
      }
    })
  })

  it('gives a confidence between 0 and 1', () => {
    always((text) => {
      for (const { confidence } of read(text).statements) {
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
    })
  })

  it('reads lines that end with CR LF like lines that end with LF', () => {
    const words = (text: string) =>
      read(text).statements.map(({ type, rule, content }) => [
        type,
        rule,
        content.map(({ start, end }) => text.slice(start, end).replaceAll('\r\n', '\n')),
      ])
    always((text) => expect(words(text.replaceAll('\n', '\r\n'))).toEqual(words(text)), news)
  })
})

/** Returns `count` texts, each made of another capitalized word. */
const numbered = (count: number, make: (word: string) => string): string =>
  Array.from({ length: count }, (_, number) => {
    const letters = number
      .toString(26)
      .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)))
    return make(`N${letters}`)
  }).join(' ')

/** Words made of "Aa" and "BB", which common string hashes do not distinguish. */
const twins = (count: number): string =>
  Array.from({ length: count }, (_, number) =>
    number.toString(2).padStart(15, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'),
  ).join(' ')

/** Each text is so large that work in proportion to the square of its length would not end. */
describe('hostile texts take linear time', () => {
  it.each([
    ['opening marks', '“'.repeat(200_000)],
    ['opening marks before words', '“a '.repeat(100_000)],
    ['straight marks', '" '.repeat(200_000)],
    ['apostrophes', "'a ".repeat(100_000)],
    ['brackets within brackets', '('.repeat(200_000) + ')'.repeat(200_000)],
    ['one word', 'a'.repeat(1_000_000)],
    ['one number', '1'.repeat(1_000_000)],
    ['one run of marks on a letter', `e${'\u0301'.repeat(1_000_000)}`],
    ['line ends', '\n'.repeat(100_000)],
    ['possessors', "Imhof's ".repeat(50_000)],
    ['reporting verbs', 'he said '.repeat(30_000)],
    ['one sentence', 'Rosa Imhof and the mill of the '.repeat(20_000)],
    ['titles', 'minister of '.repeat(50_000)],
    ['dates', '3 May 2020 '.repeat(20_000)],
    ['high surrogates', '\ud83d'.repeat(200_000)],
    ['low surrogates', '\ude00'.repeat(200_000)],
    ['pictures', '🌧️😀'.repeat(50_000)],
    ['a script without spaces', '漢字記者会見で述べた。'.repeat(20_000)],
    ['a script written from right to left', 'قال الوزير إن '.repeat(20_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['full stops', '. '.repeat(150_000)],
    ['digits', '7 '.repeat(150_000)],
    ['marks within marks', '“‘'.repeat(100_000)],
    ['marks within marks that close', '(“'.repeat(70_000) + '”)'.repeat(70_000)],
    ['guillemets', '«'.repeat(200_000)],
    ['unclosed quotations, one in each paragraph', '“The oven is cold\n\n'.repeat(15_000)],
    ['quotations', '"It is," he said. '.repeat(15_000)],
    ['cues in a row', 'according to '.repeat(20_000)],
    ['clauses in a row', 'he said and '.repeat(20_000)],
    ['names in a row', 'Rosa Imhof, '.repeat(20_000)],
    ['different names', numbered(8_000, (word) => `Rosa ${word} said she was ill.`)],
    ['different capitalized words', numbered(30_000, (word) => word)],
    ['different speaker labels', numbered(8_000, (word) => `${word}: The oven is cold.\n`)],
    ['words with one hash', twins(9_000)],
    ['one line of ten million characters', 'tide '.repeat(2_000_000)],
  ])(
    '%s',
    (_, text) => {
      for (const { end } of spansOf(read(text))) expect(end).toBeLessThanOrEqual(text.length)
    },
    120_000,
  )
})
