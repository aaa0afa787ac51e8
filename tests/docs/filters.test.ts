import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { statementFilters } from '../../src/features/statements/parameters.ts'

const API_PAGE = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

it('the table in docs/api.md lists every filter of statements', () => {
  const [, table] = /^\| parameter \| keeps statements \|\n((?:\|.*\n)*)/m.exec(API_PAGE)!
  const listed = [...table!.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  expect(listed.sort()).toEqual(Object.keys(statementFilters).sort())
})
