import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../src/core/scopes.ts'
import { execute } from '../../src/database/sql.ts'
import { createKey, revokeKey, rotateKey } from '../../src/features/access/keys/domain.ts'
import type { WebhookWithSecret } from '../../src/features/changes/webhooks/subscriptions/schema.ts'
import { startReceiver } from '../support/receiver.ts'
import type { Answer } from './ask.ts'
import { HOUR_MS, type WebhookService, webhookService } from './webhook-service.ts'

let service: WebhookService

beforeAll(async () => {
  service = await webhookService()
})
afterAll(() => service.close())

const ENDPOINT = 'https://archive.example.org/onrecord'
const MOST = 5
const ifMatch = { 'if-match': '"1"' }

/** A key, and functions that send requests with it. */
interface Holder {
  readonly id: string
  readonly secret: string
  ask(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

async function holder(scopes: readonly Scope[] = ['read'], expiresAt: Date | null = null): Promise<Holder> {
  const choices = { name: `desk ${scopes}`, scopes, expiresAt }
  const { key, secret } = await createKey(service.database.db, choices, new Date())
  return holderOf(key.id, secret)
}

const holderOf = (id: string, secret: string): Holder => ({
  id,
  secret,
  ask: (method, url, body, headers = {}) =>
    service.ask(method, url, body, { authorization: `Bearer ${secret}`, ...headers }),
})

async function hookOf(owner: Holder, body: object = {}): Promise<WebhookWithSecret> {
  const made = await owner.ask('POST', '/v1/webhooks', { endpoint: ENDPOINT, ...body })
  expect(made.status).toBe(201)
  return made.body
}

/** Every operation on one webhook. */
const operationsOn = (url: string, deliveryUrl: string) =>
  [
    ['GET', url],
    ['PATCH', url, { status: 'paused' }, ifMatch],
    ['DELETE', url, undefined, ifMatch],
    ['POST', `${url}/rotate`, {}],
    ['POST', `${url}/test`],
    ['GET', `${url}/deliveries`],
    ['GET', deliveryUrl],
    ['POST', `${deliveryUrl}/repeat`],
  ] as const

describe('a key with the scope read', () => {
  it('creates, reads, tests, changes and deletes a webhook of its own', async () => {
    const owner = await holder()
    const { url, secret } = await hookOf(owner, { subjects: ['statement'] })
    const one = await owner.ask('GET', url)
    expect(one).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { subjects: ['statement'], owner: 'desk read' },
    })
    expect(JSON.stringify(one.body)).not.toContain(secret)
    const all = await owner.ask('GET', '/v1/webhooks')
    expect(all.body.items).toEqual([one.body])
    const tested = await owner.ask('POST', `${url}/test`)
    expect(tested.status).toBe(202)
    expect((await owner.ask('GET', tested.body.url)).body).toEqual(tested.body)
    expect((await owner.ask('GET', `${url}/deliveries`)).body.items).toEqual([tested.body])
    const rotated = await owner.ask('POST', `${url}/rotate`, {})
    expect(rotated.body.secret).not.toBe(secret)
    const version = { 'if-match': '"2"' }
    expect((await owner.ask('PATCH', url, { status: 'paused' }, version)).body.status).toBe('paused')
    expect((await owner.ask('DELETE', url, undefined, { 'if-match': '"3"' })).status).toBe(204)
    expect((await owner.ask('GET', url)).status).toBe(404)
  })

  it('answers 404 for the webhook of another key, and leaves it as it is', async () => {
    const [owner, other, admin] = [await holder(), await holder(), await holder(['admin'])]
    for (const theirs of [await hookOf(owner), await hookOf(admin)]) {
      const tested = await admin.ask('POST', `${theirs.url}/test`)
      const before = await admin.ask('GET', theirs.url)
      for (const [method, url, body, headers] of operationsOn(theirs.url, tested.body.url)) {
        const refused = await other.ask(method, url, body, headers)
        expect(refused, `${method} ${url}`).toMatchObject({ status: 404, body: { code: 'not_found' } })
      }
      expect(await admin.ask('GET', theirs.url)).toMatchObject({ body: before.body })
      expect((await admin.ask('GET', `${theirs.url}/deliveries`)).body.items).toEqual([tested.body])
    }
    expect((await other.ask('GET', '/v1/webhooks')).body.items).toEqual([])
  })

  it(`has at most ${MOST} webhooks, also if it creates them at the same time`, async () => {
    const owner = await holder()
    const made = await Promise.all(
      Array.from({ length: MOST + 3 }, () => owner.ask('POST', '/v1/webhooks', { endpoint: ENDPOINT })),
    )
    expect(made.map(({ status }) => status).sort()).toEqual([...Array(MOST).fill(201), 409, 409, 409])
    const refused = made.find(({ status }) => status === 409)!
    expect(refused.body).toMatchObject({
      code: 'too_many_webhooks',
      detail:
        'A key may have 5 webhooks. Delete or change a webhook, or ask the operator for a higher limit.',
    })
    const { url } = (await owner.ask('GET', '/v1/webhooks')).body.items[0]
    await owner.ask('DELETE', url, undefined, ifMatch)
    await hookOf(owner)
    await hookOf(await holder())
  })

  it('must not use an endpoint that is not public', async () => {
    const owner = await holder()
    const refused = await owner.ask('POST', '/v1/webhooks', { endpoint: 'https://10.0.0.7/hook' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'fetch_refused' } })
    const { url } = await hookOf(owner)
    const change = { endpoint: 'https://[::1]/hook' }
    expect(await owner.ask('PATCH', url, change, ifMatch)).toMatchObject({ status: 422 })
  })
})

it('a key with the scope admin sees and changes all webhooks, and has no limit', async () => {
  const [owner, admin] = [await holder(), await holder(['admin'])]
  const { url, id } = await hookOf(owner)
  const seen = (await admin.ask('GET', '/v1/webhooks?limit=100')).body.items
  expect(seen).toContainEqual(expect.objectContaining({ id, owner: 'desk read' }))
  expect((await admin.ask('PATCH', url, { status: 'paused' }, ifMatch)).status).toBe(200)
  expect((await owner.ask('GET', url)).body).toMatchObject({ status: 'paused', owner: 'desk read' })
  for (let made = 0; made <= MOST; made++) await hookOf(admin)
})

it.each(['open', 'keys'])('webhooks need a key if reading is %s', async (reading) => {
  const closed = await webhookService({ ONRECORD_READING: reading })
  try {
    const { url } = await closed.hook({ endpoint: ENDPOINT })
    const operations = [
      ['GET', '/v1/webhooks'],
      ['POST', '/v1/webhooks', { endpoint: ENDPOINT }],
      ...operationsOn(url, `${url}/deliveries/0193c1d2-0000-7000-8000-0000000000fe`),
    ] as const
    for (const [method, path, body, headers] of operations) {
      const refused = await closed.ask(method, path, body, { ...headers, authorization: '' })
      expect(refused, `${method} ${path}`).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
    }
  } finally {
    await closed.close()
  }
})

it.each([['ingest'], ['review']] as const)('a key with the scope %s alone gets 403', async (scope) => {
  const refused = await (await holder([scope])).ask('GET', '/v1/webhooks')
  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden', errors: [{ message: 'read' }] } })
})

describe('the webhook of a key that ends', () => {
  /** Creates a webhook with a receiver, alone in the database. */
  async function receiving(owner: Holder) {
    await execute(service.database.db, 'DELETE FROM webhooks')
    service.useRealTime()
    const receiver = await startReceiver()
    return { receiver, hook: await hookOf(owner, { endpoint: receiver.url }) }
  }

  it('sends nothing after the key is revoked, and is disabled with the reason', async () => {
    const owner = await holder()
    const { receiver, hook } = await receiving(owner)
    await service.change({ name: 'before' })
    await service.deliver()
    expect(receiver.received).toHaveLength(1)

    await owner.ask('POST', `${hook.url}/test`)
    await revokeKey(service.database.db, owner.id, new Date())
    await service.change({ name: 'after' })
    await service.deliver()
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
    expect((await owner.ask('GET', hook.url)).status).toBe(401)
    expect((await service.ask('GET', hook.url)).body).toMatchObject({
      status: 'disabled',
      status_reason: 'The key that created it is revoked or has expired.',
    })
  })

  it('belongs to the administrator who activates it, and then sends all unsent changes', async () => {
    const owner = await holder()
    const { receiver, hook } = await receiving(owner)
    await revokeKey(service.database.db, owner.id, new Date())
    await service.change({ name: 'kept' })
    await service.deliver()
    const active = await service.ask('PATCH', hook.url, { status: 'active' }, ifMatch)
    expect(active.body).toMatchObject({ status: 'active', status_reason: null, owner: 'operator' })
    await service.deliver()
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.after.name)).toEqual(['kept'])
  })

  it('stops when the key expires', async () => {
    const { receiver } = await receiving(await holder(['read'], new Date(Date.now() + HOUR_MS)))
    await service.change({ name: 'in time' })
    await service.deliver()
    service.pass(HOUR_MS)
    await service.change({ name: 'too late' })
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
  })

  it('continues under the key that replaces it by rotation', async () => {
    const { db } = service.database
    const owner = await holder()
    const { receiver, hook } = await receiving(owner)
    const fresh = await rotateKey(db, owner.id, 0, new Date())
    const again = await rotateKey(db, fresh.key.id, 0, new Date())
    const successor = holderOf(again.key.id, again.secret)
    await service.change({ name: 'rotated' })
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
    expect((await successor.ask('GET', '/v1/webhooks')).body.items).toMatchObject([{ id: hook.id }])
  })
})
