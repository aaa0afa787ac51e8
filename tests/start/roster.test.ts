import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

it('imports a roster from a file, changes nothing in a second run, and names the line of every fault', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  const onrecord = (...words: string[]) => run(['roster', ...words], { directory, environment }).ended
  await writeFile(
    join(directory, 'council.csv'),
    'name,title,from\nAda Brandt,Harbour Master,2021\nBo Day,Mayor,2022-05\n',
  )
  await writeFile(join(directory, 'broken'), 'name,from\nAda Brandt,soon\n,2021\n')
  await writeFile(join(directory, 'council.json'), JSON.stringify({ persons: [{ name: 'Ada Brandt' }] }))

  const tried = await onrecord('council.csv', '--dry-run')
  expect(tried.code, tried.stderr).toBe(0)
  expect(tried.stdout).toContain('created membership: Ada Brandt, Harbour Master')
  const first = await onrecord('council.csv')
  expect(first.stdout).toBe(
    'persons: 2 created, 0 updated, 0 unchanged\norganizations: 0 created, 0 updated, 0 unchanged\nmemberships: 2 created, 0 updated, 0 unchanged\n',
  )
  const again = await onrecord('council.json', '--json')
  expect(JSON.parse(again.stdout).persons).toEqual({ created: 0, updated: 0, unchanged: 1 })

  const piped = run(['roster', '-', '--format', 'csv'], { directory, environment })
  piped.child.stdin?.end('name\nBo Day\n')
  expect((await piped.ended).stdout).toContain('persons: 0 created, 0 updated, 1 unchanged')

  const broken = await onrecord('broken', '--format', 'csv')
  expect([broken.code, broken.stdout]).toEqual([1, ''])
  expect(broken.stderr).toContain('/lines/2/from')
  expect(broken.stderr).toContain('/lines/3/name')
  const unknown = await onrecord('broken')
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('--format')])
  const missing = await onrecord('missing.csv')
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('ENOENT')])
})
