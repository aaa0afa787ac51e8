import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch } from '../../../../src/core/search-query.ts'
import { highlightsIn, searchWords } from '../../../../src/record/search/highlights.ts'

const STEMS = new Map([
  ['missiles', 'missil'],
  ['missile', 'missil'],
])

const found = (text: string, q: string): string[] =>
  highlightsIn(text, parseSearch(q), STEMS).map(({ start, end }) => text.slice(start, end))

describe('the highlights of a text', () => {
  it.each([
    ['a word with another ending', 'Missiles, a missile.', 'missile', ['Missiles', 'missile']],
    ['a phrase as one', 'Long-range missiles of long range', '"long range"', ['Long-range', 'long range']],
    ['no phrase with another ending', 'the missile program', '"missiles program"', []],
    ['accents and case', 'Ürümqi, URUMQI', 'urumqi', ['Ürümqi', 'URUMQI']],
    ['possessives', "Pakistan’s and Pakistan's", 'pakistan', ['Pakistan’s', "Pakistan's"]],
    ['apostrophes inside a word', 'We don’t. We dont.', "don't", ['don’t', 'dont']],
    ['a word in single quotation marks', 'the ‘new’ plan', 'new', ['new']],
    ['words with a soft hyphen', 'mis\u00adsiles', 'missile', ['mis\u00adsiles']],
    ['emoji beside a word', '🙂missiles🙂', 'missile', ['missiles']],
    ['Chinese characters', '我们支持和平', '"支持"', ['支持']],
    ['nothing that is excluded', 'missile and india', 'missile -india', ['missile']],
    ['alternatives', 'a missile, a drone', 'missile OR drone', ['missile', 'drone']],
    ['neighbours as two', 'missile missile', 'missile', ['missile', 'missile']],
    ['overlapping phrases as one', 'one two three', '"one two" "two three"', ['one two three']],
  ])('are %s', (_title, text, q, expected) => {
    expect(found(text, q)).toEqual(expected)
  })

  it('are in text order, do not overlap, and never split a character', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'ab ’-"é中🙂\u00ad\u0301'),
        fc.string({ unit: 'grapheme', maxLength: 1 }),
      ),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (value) => {
        const words = searchWords(value)
        const query = parseSearch(words.map(({ word }) => word).join(' '))
        let last = 0
        for (const { start, end } of highlightsIn(value, query, new Map())) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(value.slice(start, end).isWellFormed()).toBe(
            value.isWellFormed() || value.slice(start, end).isWellFormed(),
          )
          last = end
        }
      }),
    )
  })
})
