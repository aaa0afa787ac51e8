import { expect, it } from 'vitest'
import { formatToken, parseToken } from '../../../src/database/consistency-token.ts'

it.each([
  ['16/B374D848-1042', { lsn: '16/B374D848', position: '1042' }],
  ['16/B374D848', { lsn: '16/B374D848', position: null }],
  ['1042', { lsn: null, position: '1042' }],
])('%s is the state that it was made of', (token, state) => {
  expect(parseToken(token)).toEqual(state)
  expect(formatToken(state)).toBe(token)
})

it.each([
  '',
  'soon',
  '-1042',
  '16/B374D848-',
  '16/B374D848-x',
  '1/2/3',
  '123456789/0',
  '1'.repeat(19),
  '1042;',
])('%j is no token', (text) => {
  expect(parseToken(text)).toBeNull()
})

it('has no token of nothing', () => {
  expect(formatToken({ lsn: null, position: null })).toBeNull()
})
