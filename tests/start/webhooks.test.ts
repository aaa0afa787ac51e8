import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { expect, it, onTestFinished } from 'vitest'
import { ledgerPosition } from '../../src/database/ledger.sql.ts'
import { openDatabase } from '../../src/database/open.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { serve } from '../support/cli.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'

const HARBOUR = (name: string) =>
  `The ferry ${name} will run all winter, harbour master Ada Brandt said on Tuesday.`

/** Creates a database with an admin key, and functions to start services on it and send requests. */
async function createPlatform() {
  const url = await createTestDatabase()
  const database = await openDatabase(
    { url, dataDirectory: '', poolMax: 2, acquireTimeoutMs: 60_000, statementTimeoutMs: 60_000 },
    silent,
  )
  onTestFinished(() => database.close())
  const key = { name: 'operator', scopes: ['admin'] as const, expiresAt: null }
  const { secret } = await createKey(database.db, key, new Date())
  const directory = await temporaryDirectory()
  return {
    head: async () => Number(await ledgerPosition(database.db)),
    start: () =>
      serve({
        directory,
        environment: { DATABASE_URL: url, ONRECORD_FETCH_ALLOW: '127.0.0.1', LOG_LEVEL: 'info' },
      }),
    async post(service: { readonly url: string }, path: string, body: object) {
      const answer = await fetch(`${service.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(answer.status).toBe(201)
      return (await answer.json()) as { secret: string; position: number }
    },
  }
}

const positionsOf = ({ received }: Receiver): number[] =>
  received.map(({ body }) => (JSON.parse(body) as { data: { position: number } }).data.position)

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(50)
}

it('loses no message if a service is killed during a delivery: other services send each message once', async () => {
  const { start, post, head } = await createPlatform()
  const receiver = await startReceiver()
  const first = await start()
  const hook = await post(first, '/v1/webhooks', { endpoint: receiver.url, position: 0 })
  await until(async () => receiver.received.length === (await head()))

  // The service is killed with one message unanswered and others not yet sent.
  receiver.answer(() => undefined)
  const before = receiver.received.length
  for (const name of ['Alva', 'Brita']) await post(first, '/v1/articles', { text: HARBOUR(name) })
  await until(() => receiver.received.length > before)
  first.child.kill('SIGKILL')
  await first.ended
  receiver.answer((response) => setTimeout(() => response.writeHead(204).end(), 5))

  const [second, third] = await Promise.all([start(), start()])
  for (const name of ['Cora', 'Dagny', 'Edda', 'Frida']) {
    await post(second, '/v1/articles', { text: HARBOUR(name) })
    await post(third, '/v1/articles', { text: HARBOUR(`${name} II`) })
  }
  const end = await head()
  await until(() => positionsOf(receiver).includes(end))

  const everything = Array.from({ length: end }, (_, index) => index + 1)
  const [unanswered] = positionsOf(receiver).slice(before)
  const expected = everything.flatMap((position) =>
    position === unanswered ? [position, position] : position,
  )
  expect(positionsOf(receiver)).toEqual(expected)
  const verifier = new Webhook(hook.secret)
  for (const { body, headers } of receiver.received) verifier.verify(body, headers as Record<string, string>)
  second.child.kill('SIGTERM')
  expect(await second.ended).toMatchObject({ code: 0, stderr: '' })
}, 120_000)
