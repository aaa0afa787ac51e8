import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedText, type TextPiece } from '../../../src/compare/index.ts'

const without = (pieces: readonly TextPiece[], kind: TextPiece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

const marked = (before: string, after: string): string =>
  changedText(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
    .join('')

describe('the differences between two versions of a text', () => {
  it.each([
    ['The ferry runs.', 'The ferry runs.', 'The ferry runs.'],
    ['The ferry will run.', 'The ferry will not run.', 'The ferry will[+ not] run.'],
    ['“Nobody left,” she said.', '“No one left,” she said.', '“[-Nobody][+No one] left,” she said.'],
    ['One.\n\nTwo.', 'One.\n\nSix.\n\nTwo.', 'One.\n\n[+Six.\n\n]Two.'],
    ['A cafe\u0301 opens.', 'A café opens.', 'A[- cafe\u0301][+ café] opens.'],
    ['', 'New.', '[+New.]'],
    ['Old.', '', '[-Old.]'],
  ])('are whole words: %j, %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('give both versions back exactly, for any two texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('the', ' ', 'ferry', '\n', '“', '😀', '.', '\t'), { maxLength: 40 })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = changedText(before, after)
        expect(without(pieces, 'added')).toBe(before)
        expect(without(pieces, 'removed')).toBe(after)
      }),
    )
  })

  it('are one replacement if the texts have too little in common', () => {
    const words = (name: string) => Array.from({ length: 4_000 }, (_, index) => `${name}${index}`).join(' ')
    const pieces = changedText(`Same ${words('a')} end.`, `Same ${words('b')} end.`)
    expect(pieces.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
  })
})
