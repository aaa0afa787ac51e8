import { describe, expect, it } from 'vitest'
import { bestOfEach, rankLike, rankSpelling } from '../../../../src/record/names/rank.ts'
import type { FoundSpelling } from '../../../../src/record/names/schema.ts'

const spelling = (text: string, choices: Partial<FoundSpelling> = {}): FoundSpelling => ({
  kind: 'official',
  subject: text,
  form: 'name',
  spelling: text,
  folded: text,
  words: text.split(' '),
  statements: 0,
  ...choices,
})
const namesFor = (q: string, found: readonly FoundSpelling[]): string[] =>
  bestOfEach(found.map((one) => rankSpelling(one, [q.split(' ')]))).map((one) => one.spelling)

describe('names with the words of a search', () => {
  it('come in the order: the name itself, all words, beginnings, titles', () => {
    const title = spelling('kirby street warden', { form: 'title', subject: 'warden', statements: 900 })
    const found = [title, spelling('kirbyson', { statements: 90 }), spelling('john kirby'), spelling('kirby')]
    expect(namesFor('kirby', found)).toEqual(['kirby', 'john kirby', 'kirbyson', 'kirby street warden'])
  })

  it('are sorted by the number of their statements if they match equally well', () => {
    const found = [spelling('ada kirby', { statements: 3 }), spelling('bo kirby', { statements: 8 })]
    expect(namesFor('kirby', found)).toEqual(['bo kirby', 'ada kirby'])
  })

  it('are one entry for each subject, by its best spelling', () => {
    const found = [
      spelling('kirbyson', { subject: '1' }),
      spelling('kirby', { subject: '1', form: 'alias' }),
      spelling('j kirby', { subject: '1', form: 'alias' }),
    ]
    expect(namesFor('kirby', found)).toEqual(['kirby'])
  })

  it('match as a prefix if the only word is one letter, so that an initial does not win', () => {
    expect(rankSpelling(spelling('k moss', { form: 'name' }), [['k']]).matched).toBe('prefix')
  })

  it.each([
    ['name', 'john kirby', 'word'],
    ['name', 'kir', 'prefix'],
    ['alias', 'kir', 'alias'],
    ['title', 'kir', 'title'],
  ] as const)('say how a %s matches "%s"', (form, q, matched) => {
    expect(rankSpelling(spelling('john kirby', { form }), [q.split(' ')]).matched).toBe(matched)
  })
})

describe('names with words similar to the words of a search', () => {
  const like = [
    { asked: 'petal', word: 'patel', sounds: true },
    { asked: 'kirbey', word: 'kirby', sounds: false },
  ]

  it.each([
    [['vedant', 'petal'], 'vedant patel', 'sound'],
    [['kirbey'], 'john kirby', 'slip'],
    [['petal', 'kirbey'], 'kirby patel', 'slip'],
  ])('are found by %j: %s', (words, text, matched) => {
    expect(rankLike(spelling(text), words, like)?.matched).toBe(matched)
  })

  it('are left out if a word of the search has no similar word', () => {
    expect(rankLike(spelling('john kirby'), ['kirbey', 'smith'], like)).toBeNull()
  })

  it('come after all names that have the words', () => {
    const near = rankLike(spelling('patel', { statements: 99 }), ['petal'], like)!
    const exact = rankSpelling(spelling('petalson', { form: 'title' }), [['petal']])
    expect(bestOfEach([near, exact]).map((one) => one.spelling)).toEqual(['petalson', 'patel'])
  })
})
