import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spellingsOf } from '../../../src/core/other-spellings.ts'

const spellings = (text: string, isPhrase = false) => spellingsOf({ text, isPhrase })

describe('the spellings of a word', () => {
  it.each([
    ['programme', 'program'],
    ['programs', 'programmes'],
    ['colour', 'color'],
    ['Favorites', 'favourites'],
    ['dishonourable', 'dishonorable'],
    ['organisation', 'organization'],
    ['recognizes', 'recognises'],
    ['analyse', 'analyze'],
    ['defence', 'defense'],
    ['licensed', 'licenced'],
    ['centre', 'center'],
    ['theaters', 'theatres'],
    ['catalogue', 'catalog'],
    ['cancelled', 'canceled'],
    ['fulfil', 'fulfill'],
    ['installments', 'instalments'],
    ['paediatric', 'pediatric'],
    ['hemorrhage', 'haemorrhage'],
    ['sceptical', 'skeptical'],
    ['practise', 'practice'],
    ['grey', 'gray'],
    ['percent', 'per cent'],
    ['wolf', 'wolves'],
    ['fishermen', 'fisherman'],
    ['labour-market', 'labor-market'],
  ])('%s is also %s', (word, other) => {
    expect(spellings(word)).toEqual([word, other])
  })

  it.each([
    'four',
    'tour',
    'her',
    'size',
    'rise',
    'programmed',
    'laser',
    'missile',
    'Ministère',
    '2025',
    'ﬁ',
  ])('%s has only its own spelling', (word) => {
    expect(spellings(word)).toEqual([word])
  })

  it('do not include other spellings of a phrase', () => {
    expect(spellings('defence programme', true)).toEqual(['defence programme'])
  })

  it('begin with the word, and each other spelling has the word among its spellings', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^(?:col|hon|cent|organ|travel|defen)(?:or|our|er|re|ise|ized|led|ce|se)s?$/),
    )
    fc.assert(
      fc.property(word, (text) => {
        const [first, ...others] = spellings(text)
        expect(first).toBe(text)
        for (const other of others) expect(spellings(other)).toContain(text.toLowerCase())
      }),
    )
  })
})
