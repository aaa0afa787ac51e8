import { describe, expect, it } from 'vitest'
import {
  foldedHash,
  indexStatements,
  keyText,
  queryShingles,
  rarestWords,
  readQuotation,
  shingleHashes,
} from '../../../src/compare/index.ts'
import { spoken } from './statements.ts'

const TEXT =
  'The harbor was closed for nine days because two boats had sunk beside the old wooden pier in March.'

describe('the hash of folded words', () => {
  it.each([
    'the harbor WAS closed for nine days because two boats had sunk beside the old wooden pier in March',
    '“The harbor was closed, uh, for nine days – because two boats had sunk beside the old wooden pier in March!”',
    'The har\u00adbor was\u00a0closed for nine days because two boats had sunk beside the old wooden pier in\u200b March.',
  ])('is the same for “%s”', (text) => {
    expect(foldedHash(text)).toBe(foldedHash(TEXT))
  })

  it.each([TEXT.replace('nine', 'ten'), TEXT.replace('was', 'was not'), TEXT.slice(4), ''])(
    'differs for “%s”',
    (text) => expect(foldedHash(text)).not.toBe(foldedHash(TEXT)),
  )

  it('has a fixed value, which databases keep', () => {
    expect(foldedHash('We will not sign.')).toBe(4_349_240_416_685_511_091n)
    expect(shingleHashes('We will not sign the treaty.')).toEqual([-8_119_904_013_013_815_084n])
  })
})

describe('shingles', () => {
  const words = TEXT.split(' ')
  const kept = new Set(shingleHashes(TEXT))
  const finds = (quote: string): boolean => queryShingles(readQuotation(quote)).some((hash) => kept.has(hash))

  it('find a quotation of 12 words in which any word is changed', () => {
    for (let from = 0; from + 12 <= words.length; from++) {
      for (let at = from; at < from + 12; at++) {
        const quote = words
          .slice(from, from + 12)
          .map((word, index) => (from + index === at ? 'changed' : word))
        expect([quote.join(' '), finds(quote.join(' '))]).toEqual([quote.join(' '), true])
      }
    }
  })

  it('find a quotation of six words or more', () => {
    for (let from = 0; from + 6 <= words.length; from++)
      expect(finds(words.slice(from, from + 6).join(' '))).toBe(true)
  })

  it('find both sides of an ellipsis', () => {
    expect(finds('one two three … had sunk beside the old wooden')).toBe(true)
    expect(finds('The harbor was closed for nine … four five')).toBe(true)
  })

  it('of a statement are about half as many as its words', () => {
    const long = Array.from({ length: 2_000 }, (_, index) => `word${index}`).join(' ')
    expect(shingleHashes(long).length).toBeGreaterThan(900)
    expect(shingleHashes(long).length).toBeLessThan(1_200)
  })

  it('that are rare come first', () => {
    const [first] = queryShingles(readQuotation(TEXT))
    const asked = queryShingles(readQuotation(TEXT), (hash) => (hash === first ? 9 : 1))
    expect(asked.at(-1)).toBe(first)
  })
})

describe('the rarest words', () => {
  it('leave out function words and put rare words first', () => {
    const frequencies: Readonly<Record<string, number>> = { harbor: 900, closed: 50, nine: 20, days: 700 }
    const quotation = readQuotation('The harbor was closed for nine days.')
    expect(rarestWords(quotation, (key) => frequencies[key] ?? 0)).toEqual([
      'nine',
      'closed',
      'days',
      'harbor',
    ])
  })

  it('are function words if there are no others', () => {
    expect(rarestWords(readQuotation('it is what it is for them'))).not.toEqual([])
  })
})

describe('an index of statements', () => {
  const index = indexStatements([
    spoken('We will not sign the treaty before June.'),
    spoken(TEXT),
    spoken('The old lighthouse is closed.'),
  ])
  it.each([
    ['a whole statement', TEXT, 1],
    ['a short piece', 'sign the treaty', 0],
    ['an altered piece', 'We will sign a treaty in June', 0],
    ['a piece of few words', 'old lighthouse is closed', 2],
  ])('puts first the statement of %s', (_, quote, number) => {
    expect(index.candidates(readQuotation(quote))[0]).toBe(number)
  })

  it('finds nothing for words that no statement has', () => {
    expect(index.candidates(readQuotation('dragons ate my homework'))).toEqual([])
  })

  it('computes its keys from words only', () => {
    expect(keyText(spoken('We will, uh,', 'not sign.'))).toBe('We will uh not sign')
  })
})
