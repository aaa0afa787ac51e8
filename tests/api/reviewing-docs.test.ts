import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKey } from '../../src/features/keys/domain.ts'
import { NOW, type TestService, testService } from '../support/app.ts'

const run = promisify(execFile)

let service: TestService
let url: string

beforeAll(async () => {
  service = await testService()
  url = await service.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => service.close())

/** The commands of the page's part about statements, as one script. */
async function commands(): Promise<string> {
  const page = await readFile(new URL('../../docs/reviewing.md', import.meta.url), 'utf8')
  const part = page.split(/^## /m).find((text) => text.startsWith('Statements'))!
  const blocks = [...part.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block)
  return ['set -euo pipefail', ...blocks].join('\n')
}

it('the commands of docs/reviewing.md do what the page says', async () => {
  const { db } = service.database
  const { secret } = await createKey(db, { name: 'night desk', scopes: ['review'], expiresAt: null }, NOW)
  const env = { ...process.env, KEY: secret, ONRECORD: url }
  const { stdout } = await run('bash', ['-c', `${await commands()}\necho; echo "$STATEMENT"`], { env })
  const id = stdout.trim().split('/').at(-1)
  const history = await service.app.inject(`/v1/statements/${id}/history?sort=version`)
  expect(history.json().items.map(({ action }: { action: string }) => action)).toEqual([
    'created',
    'verified',
    'corrected',
    'restored',
    'retracted',
    'restored',
  ])
  expect(stdout).toContain('"code":"gone"')
  const made = await service.app.inject('/v1/statements?organization=harbour-board')
  expect(made.json().items).toMatchObject([{ rule: 'person', status: 'verified' }])
})
