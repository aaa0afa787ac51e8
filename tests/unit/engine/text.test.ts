import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/engine/text/segment.ts'

const words = (text: string) => segment(text).tokens.map((token) => token.text)
const sentences = (text: string) =>
  segment(text).sentences.map((sentence) => text.slice(sentence.start, sentence.end))

describe('tokens', () => {
  it('splits contractions and possessives from their word', () => {
    expect(words("They didn't see Ann’s boat, I'm told.")).toEqual([
      ...['They', 'did', "n't", 'see', 'Ann', '’s', 'boat', ',', 'I', "'m", 'told', '.'],
    ])
  })

  it.each([
    ['68-year-old', ['68-year-old']],
    ['1,234.5 and 45% at 5:30 p.m.', ['1,234.5', 'and', '45%', 'at', '5:30', 'p.m.']],
    [
      'Sen. J. D. Hill (D-S.C.) of the U.S. Senate',
      'Sen.|J.|D.|Hill|(|D-S.C.|)|of|the|U.S.|Senate'.split('|'),
    ],
    [
      'see https://example.org/a?b=1, or a.b@example.org.',
      'see|https://example.org/a?b=1|,|or|a.b@example.org|.'.split('|'),
    ],
    ["the '90s and O’Hara", ['the', "'", '90s', 'and', 'O’Hara']],
    ["''Go,'' she said", ["''", 'Go', ',', "''", 'she', 'said']],
    ['wait -- no… well...', ['wait', '--', 'no', '…', 'well', '...']],
  ])('reads %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('gives a look-up form in lower case with straight marks, and keeps the text', () => {
    const [mark, word] = segment('“Soft\u00adened').tokens
    expect(mark).toMatchObject({ text: '“', lower: '"' })
    expect(word).toMatchObject({ text: 'Soft\u00adened', lower: 'softened' })
  })

  it('distinguishes words with one hash, and long words', () => {
    const words = ['AaAaAa', 'BBBBBB', 'AaBBAa', 'BBAaBB', 'a'.repeat(40), 'a'.repeat(41)]
    for (const _ of [1, 2]) {
      const { tokens } = segment(words.join(' '))
      expect(tokens.map(({ text, lower }) => [text, lower])).toEqual(
        words.map((word) => [word, word.toLowerCase()]),
      )
    }
  })

  it('shares one spelling among equal words', () => {
    const [first, , second, other] = segment('tide and tide Tide').tokens
    expect(second?.spelling).toBe(first?.spelling)
    expect(other?.spelling).not.toBe(first?.spelling)
  })
})

describe('sentences', () => {
  it.each([
    ['Mr. Hill left. She stayed.', ['Mr. Hill left.', 'She stayed.']],
    ['He lives in the U.S. He works there.', ['He lives in the U.S.', 'He works there.']],
    ['He said the U.S. “clearly” won.', ['He said the U.S. “clearly” won.']],
    ['He lives in the U.S. “We won,” he said.', ['He lives in the U.S.', '“We won,” he said.']],
    ['The U.S. Senate met at 5 p.m. Monday.', ['The U.S. Senate met at 5 p.m. Monday.']],
    ['“Why?” he asked. “Go!” Then he left.', ['“Why?” he asked.', '“Go!”', 'Then he left.']],
    ["''No.'' ''Yes.''", ["''No.''", "''Yes.''"]],
    ['It cost $3.5 million. 20 people paid.', ['It cost $3.5 million.', '20 people paid.']],
  ])('splits %j into sentences', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

describe('paragraphs', () => {
  it.each(['One.\nTwo.\nThree.', 'One.\r\n\r\nTwo.\r\rThree.', '\n\nOne.\n \u00a0\nTwo.\u2029Three.\n'])(
    'are the lines that hold something: %j',
    (text) => {
      expect(segment(text).paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
        'One.',
        'Two.',
        'Three.',
      ])
    },
  )
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'Ann',
      'said',
      '“',
      '”',
      "''",
      "'",
      '.',
      '?',
      '\n',
      '\r\n',
      ' ',
      '\u00a0',
      '\u200f',
      '\u00ad',
      '\u0000',
    ],
    ...['\ud83d', '\udc4b', '👋🏽', 'e\u0301', 'U.S.', 'n’t', '-', '@', 'http://', '5', ',', '&'],
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((list) => list.join('')),
  )

  it('is covered by ordered tokens, with only white space and invisible characters between them', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { tokens } = segment(text)
        let end = 0
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(token.text).not.toBe('')
          expect(text.slice(end, token.start)).not.toMatch(/[\p{L}\p{N}\p{P}]/u)
          end = token.end
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}\p{P}]/u)
      }),
    )
  })

  it('has each token in one sentence, and each sentence in one paragraph', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { paragraphs, sentences: list, tokens } = segment(text)
        expect(list.flatMap((one) => tokens.slice(one.firstToken, one.lastToken))).toEqual(tokens)
        expect(paragraphs.flatMap((one) => list.slice(one.firstSentence, one.lastSentence))).toEqual(list)
        for (const [index, token] of tokens.entries()) {
          const sentence = list[token.sentence]
          expect(sentence && sentence.firstToken <= index && index < sentence.lastToken).toBe(true)
        }
      }),
    )
  })
})
