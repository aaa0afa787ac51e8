import { describe, expect, it } from 'vitest'
import {
  decide,
  foldedHash,
  groupReports,
  queryShingles,
  rarestWords,
  readQuotation,
  shingleHashes,
  speakerAgrees,
} from '../../../src/compare/index.ts'
import { judge, person, reported, spoken } from './statements.ts'

const words = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ')
const DISTINCT = words(5_000, (index) => `w${(index * 7_919) % 4_999}`)

/** Text that could cost more than linear time, or break what reads it. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['5,000 words', DISTINCT],
  ['5,000 words in reverse', DISTINCT.split(' ').reverse().join(' ')],
  ['5,000 times one word', words(5_000, () => 'mill')],
  ['5,000 times two words', words(5_000, (index) => (index % 2 ? 'the' : 'mill'))],
  ['one letter', 'a'],
  ['10,000 opening brackets', '['.repeat(10_000)],
  ['10,000 closing brackets', ']'.repeat(10_000)],
  ['5,000 pairs of brackets', '[]'.repeat(5_000)],
  ['5,000 nested brackets', `${'['.repeat(5_000)}mill${']'.repeat(5_000)}`],
  ['5,000 glosses', words(5_000, () => 'the [old] mill')],
  ['10,000 ellipses', '… '.repeat(10_000)],
  ['10,000 dots', '.'.repeat(10_000)],
  ['10,000 spaced dots', '. '.repeat(10_000)],
  ['5,000 fragments', words(5_000, () => 'mill …')],
  ['10,000 quotation marks', '“'.repeat(10_000)],
  ['5,000 pieces', words(5_000, () => '“old mill” she said')],
  ['10,000 apostrophes', "'".repeat(10_000)],
  ['lone surrogates', words(500, () => '\ud83d mill \udc00')],
  ['NUL', 'the\u0000mill\u0000'.repeat(2_000)],
  ['10,000 combining marks', `mill ${'e\u0301\u0302'.repeat(5_000)} wheel`],
  ['10,000 zero-width characters', `the mi${'\u200b'.repeat(10_000)}ll is old`],
  ['10,000 digits', `the mill ${'1'.repeat(10_000)} is old`],
  ['10,000 separators of digits', `the mill ${'1,'.repeat(10_000)} is old`],
  ['10,000 abbreviations', `the mill ${'a.'.repeat(10_000)} is old`],
  ['10,000 hyphens', `the mill ${'-1'.repeat(10_000)} is old`],
  ['emoji', words(1_000, () => '👩‍👩‍👧‍👦 mill 🌧️')],
  ['10,000 line breaks', `the mill${'\n'.repeat(10_000)}is old`],
  ['10,000 Chinese characters', '旧磨坊不卖'.repeat(2_000)],
  ['properties of objects', '__proto__ constructor toString hasOwnProperty valueOf'],
]

describe('hostile text', () => {
  it.each(HOSTILE)('gets a verdict against any statement: %s', (_, text) => {
    const statements = [spoken(text), spoken(DISTINCT), reported(`She said “${text}” and left the mill.`)]
    for (const statement of statements) expect(typeof judge(text, statement).verdict).toBe('string')
    const candidates = statements.map((statement, index) => ({
      ...{ id: `s${index}`, statement, speaker: person('Ada Brandt') },
    }))
    expect(decide(readQuotation(text), text, candidates).near.length).toBeLessThan(6)
  })

  it.each(HOSTILE)('gives bounded keys: %s', (_, text) => {
    const quotation = readQuotation(text)
    expect(queryShingles(quotation).length).toBeLessThanOrEqual(32)
    expect(rarestWords(quotation).length).toBeLessThanOrEqual(8)
    expect(foldedHash(text)).toBe(BigInt.asIntN(64, foldedHash(text)))
    expect(shingleHashes(text).length).toBeLessThanOrEqual(text.length)
  })

  it('is no speaker', () => {
    for (const [, text] of HOSTILE) {
      expect(speakerAgrees(text, person('Ada Brandt')).agrees).not.toBe('yes')
      expect(speakerAgrees('Brandt', person(text)).agrees).not.toBe('yes')
    }
  })

  it('of all kinds can be grouped', () => {
    const reports = HOSTILE.filter(([, text]) => text.length < 12_000).map(([id, text]) => ({
      ...{ id, statement: spoken(text), speaker: person('Ada Brandt'), said: null },
    }))
    expect(groupReports(reports).flat().sort()).toEqual(reports.map(({ id }) => id).sort())
  })

  it('that repeats the words of a statement is found in it', () => {
    expect(judge(DISTINCT, spoken(DISTINCT)).verdict).toBe('verbatim')
    expect(judge(DISTINCT.replace('w9', 'other'), spoken(DISTINCT)).verdict).toBe('altered')
  })
})
