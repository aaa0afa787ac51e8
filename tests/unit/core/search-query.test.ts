import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOfSearch, parseSearch, type SearchTerm } from '../../../src/core/search-query.ts'

const written = ({ text, isPhrase }: SearchTerm): string => (isPhrase ? `"${text}"` : text)

/**
 * Formats a parsed search: spaces separate groups, | separates alternatives, and a minus sign precedes excluded terms.
 */
const read = (text: string): string => {
  const { groups, excluded } = parseSearch(text)
  return [
    ...groups.map((group) => group.map(written).join('|')),
    ...excluded.map((term) => `-${written(term)}`),
  ].join(' ')
}

describe('a search', () => {
  it.each([
    ['two words must both occur', 'missiles pakistan', 'missiles pakistan'],
    ['a phrase keeps its words together', '"long range" missiles', '"long range" missiles'],
    [
      'typographic quotation marks count',
      '“long range” «à peu près» „so genannt“',
      '"long range" "à peu près" "so genannt"',
    ],
    ['a mark without its partner reaches to the end', 'no "long range', 'no "long range"'],
    ['OR stands between alternatives', 'kirby OR patel OR miller said', 'kirby|patel|miller said'],
    ['or in lower case is a word', 'now or never', 'now or never'],
    ['OR at the start is left out', 'OR kirby', 'kirby'],
    ['OR at the end is left out', 'kirby OR', 'kirby'],
    ['OR alone is a word', 'OR', 'OR'],
    ['OR twice is one', 'a OR OR b', 'a|b'],
    ['a minus sign excludes', 'missiles -india -"new delhi"', 'missiles -india -"new delhi"'],
    ['a hyphen in a word excludes nothing', 'al-khalifa covid-19', 'al-khalifa covid-19'],
    ['a minus sign alone is nothing', 'a - b', 'a b'],
    ['operators of databases are no words', 'a & b | !c :* <-> (d)', 'a b !c (d)'],
    ['a phrase may follow a word at once', 'said:"not now"', 'said: "not now"'],
    ['an empty phrase is nothing', 'a "" b', 'a b'],
    ['spaces of any kind part words', 'a\u00a0b\u2003c\td', 'a b c d'],
  ])('%s', (_title, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['', 'Has no word'],
    ['   ', 'Has no word'],
    ['&|!():*<->', 'Has no word'],
    ['🙂 “” …', 'Has no word'],
    ['-india -pakistan', 'Excludes words'],
    ['a '.repeat(33), 'more than 32'],
    ['a'.repeat(501), 'at most 500'],
  ])('%j is refused', (text, fault) => {
    expect(faultOfSearch(text, parseSearch(text))).toContain(fault)
  })

  it('of any text has terms that stand in it, in order, and each has a letter or a digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { groups, excluded } = parseSearch(text)
        for (const { text: term } of [...groups.flat(), ...excluded]) {
          expect(text).toContain(term)
          expect(term).toMatch(/[\p{L}\p{N}]/u)
        }
      }),
    )
  })

  it('of ten thousand operators is read at once', () => {
    for (const text of ['"'.repeat(10_000), ' -'.repeat(5000), ' OR'.repeat(3000), 'a"'.repeat(5000)])
      expect(parseSearch(text).groups.length).toBeLessThan(5001)
  })
})
