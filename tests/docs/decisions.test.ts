import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

it('decisions are numbered from 1, without gaps or doubles', () => {
  const numbers = readdirSync(new URL('../../docs/adr/', import.meta.url)).map((name) =>
    Number(name.slice(0, 4)),
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1))
})
