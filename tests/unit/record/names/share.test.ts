import { expect, it } from 'vitest'
import { bySharedWords } from '../../../../src/record/names/share.ts'

const NAMES = ['john kirby', 'state department', 'state duma', 'ministry of state', 'jane doe', 'john smith']
const wordsOf = (name: string): string[] => name.split(' ')

it.each([
  ['kirby', ['john kirby']],
  ['jon kirby', ['john kirby']],
  ['kirbi', ['john kirby']],
  ['state dept', ['state department', 'state duma', 'ministry of state']],
  ['doe jane', ['jane doe']],
  ['nobody', []],
  ['', []],
])('finds the names that share half of "%s", best first', (given, expected) => {
  const found = bySharedWords(wordsOf(given), NAMES, wordsOf)
  expect(found.slice(0, expected.length || 3)).toEqual(expected)
})
