import { describe, expect, it } from 'vitest'
import {
  CharacterKind,
  capitalsIn,
  kindAt,
  startsLower,
  startsUpper,
} from '../../../src/engine/lexicon/text/characters.ts'

/** The kinds as Unicode defines them, for characters that are neither spaces nor ignorable. */
const CLASSES = [
  [CharacterKind.letter, /\p{L}/u],
  [CharacterKind.digit, /\p{N}/u],
  [CharacterKind.punctuation, /[\p{P}`´]/u],
  [CharacterKind.symbol, /\p{S}/u],
] as const

const BASIC = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code))

describe('the kind of a character', () => {
  it.each(CLASSES)('%i fits its class of Unicode', (kind, pattern) => {
    const members = BASIC.filter(
      (character) => !/[\s\p{C}\p{M}`´]/u.test(character) && pattern.test(character),
    )
    expect(members.length).toBeGreaterThan(9)
    expect(members.filter((character) => kindAt(character, 0) !== kind)).toEqual([])
  })

  it('tells spaces from line breaks', () => {
    for (const space of ' \t\u00a0\u2003') expect(kindAt(space, 0)).toBe(CharacterKind.space)
    for (const newline of '\n\r\u2028') expect(kindAt(newline, 0)).toBe(CharacterKind.newline)
  })
})

describe('capitals', () => {
  it('begin words in every script that has case', () => {
    const wrong = BASIC.filter(
      (character) =>
        startsUpper(character) !== /\p{Lu}/u.test(character) ||
        startsLower(character) !== /\p{Ll}/u.test(character),
    )
    expect(wrong).toEqual([])
    expect(startsUpper('')).toBe(false)
  })

  it.each([
    ['NASA', 4],
    ['U.S.', 2],
    ['U.S', 2],
    ['J.', 1],
    ['ÉU.', 2],
    ['U..S', 0],
    ['.U', 0],
    ['USa', 0],
    ['R2', 0],
    ['', 0],
  ])('are counted in %s', (word, count) => {
    expect(capitalsIn(word)).toBe(count)
  })
})
