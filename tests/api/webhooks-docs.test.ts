import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKey } from '../../src/features/keys/domain.ts'
import { type Courier, startCourier } from '../../src/features/webhooks/domain.ts'
import { createGuard } from '../../src/net/guard.ts'
import { postGuarded } from '../../src/net/post.ts'
import { NOW, type TestService, testService } from '../support/app.ts'
import { silent } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { read } from '../support/factories.ts'

const run = promisify(execFile)
const ALLOW = '127.0.0.1'

let service: TestService
let courier: Courier
let url: string

beforeAll(async () => {
  service = await testService({ ONRECORD_FETCH_ALLOW: ALLOW })
  url = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const guard = createGuard({ allow: [ALLOW] })
  courier = startCourier({
    db: service.database.db,
    // Receivers go by the clock on the wall.
    now: () => new Date(),
    log: silent,
    giveUpMs: 3_600_000,
    post: (endpoint, message, signal) => postGuarded(endpoint, { ...message, signal }, guard),
  })
})
afterAll(async () => {
  await courier.close()
  await service.close()
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

it('the commands and the receiver of docs/webhooks.md do what the page says', async () => {
  const page = await readFile(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')
  const blocksOf = (language: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block]) => block!)
  const directory = await temporaryDirectory()
  await writeFile(join(directory, 'receiver.mjs'), blocksOf('js').join('\n'))
  const { db } = service.database
  const { secret } = await createKey(db, { name: 'operator', scopes: ['admin'], expiresAt: null }, NOW)
  const receiver = `http://127.0.0.1:${await freePort()}/`
  const env = { ...process.env, KEY: secret, ONRECORD: url, RECEIVER: receiver }
  const script = ['set -euo pipefail', ...blocksOf('sh')].join('\n')
  const { stdout } = await run('bash', ['-c', script], { env, cwd: directory })

  expect(stdout).toMatch(/^webhook\.test $/m)
  expect(stdout).toMatch(/statement\.created \/v1\/statements\/[0-9a-f-]{36}$/m)
  expect(stdout).toMatch(/"type":"webhook\.test".*"status":"delivered","code":204/)
  expect(stdout).toMatch(/"items":\[\]/)
  expect(stdout).toMatch(/whsec_[\w+/]+=*$/m)
  expect(stdout).toContain('"status":"paused"')
  expect(await read(db, 'SELECT id FROM webhooks')).toEqual([])
})
