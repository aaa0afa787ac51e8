import { expect, it } from 'vitest'
import { run } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

it('prints only the key on standard output, also if the log level is debug', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase({ isEmpty: true }), LOG_LEVEL: 'debug' }
  const onrecord = (...words: string[]) => run(['keys', ...words], { directory, environment }).ended
  const made = await onrecord('create', '--name', 'desk', '--scope', 'ingest')
  expect(made.stdout).toMatch(/^onrecord_\w+\n$/)
  expect(made.stderr).toContain('Applied the migration')
  const listed = await onrecord('list', '--json')
  expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'desk', scopes: ['ingest'] }])
})
