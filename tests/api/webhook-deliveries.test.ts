import { Ajv2020 } from 'ajv/dist/2020.js'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import type { WebhookWithSecret } from '../../src/features/changes/webhooks/subscriptions/schema.ts'
import { idOf, keep, makeOfficial } from '../support/factories.ts'
import { type Received, type Receiver, startReceiver } from '../support/receiver.ts'
import { HOUR_MS, type HookService, hookService } from './hooks.ts'

let service: HookService

beforeAll(async () => {
  service = await hookService()
})
afterAll(() => service.close())

/** A webhook of a receiver of its own: no other test's changes come to it, and none of its own to others. */
async function hooked(body: object = {}): Promise<{ receiver: Receiver; hook: WebhookWithSecret }> {
  await execute(service.database.db, 'DELETE FROM webhooks')
  service.comeBack()
  const receiver = await startReceiver()
  return { receiver, hook: await service.hook({ endpoint: receiver.url, ...body }) }
}

interface Sent {
  readonly type: string
  readonly timestamp: string
  readonly data: { readonly position: number; readonly after: { readonly name: string } | null }
}

const sent = ({ body }: Received): Sent => JSON.parse(body) as Sent
const namesOf = ({ received }: Receiver) => received.map((message) => sent(message).data.after?.name)

describe('a webhook', () => {
  it('is sent what changes, in order, as the library of Standard Webhooks takes it', async () => {
    const { receiver, hook } = await hooked()
    await service.change({ name: 'a' }, { name: 'b' })
    await service.change({ name: 'c', subject: 'official' })
    await service.deliver()
    expect(namesOf(receiver)).toEqual(['a', 'b', 'c'])
    const verifier = new Webhook(hook.secret)
    for (const { body, headers } of receiver.received) {
      expect(verifier.verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body))
      expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': expect.any(String) })
    }
    const last = receiver.received[2]!
    const { items } = (await service.ask('GET', `/v1/changes?after=${sent(last).data.position - 1}`)).body
    expect(sent(last)).toEqual({ type: 'official.created', timestamp: items[0].recorded, data: items[0] })
    expect(last.headers['webhook-id']).toBe(`${hook.id}-${items[0].position}`)
  })

  it('is sent what the description of the API says', async () => {
    const { receiver, hook } = await hooked()
    await service.change({ name: 'described' })
    await service.ask('POST', `${hook.url}/test`)
    await service.deliver()
    const document = (await service.app.inject('/openapi.json')).json()
    const { webhooks } = document
    const [test, change] = receiver.received
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(document, 'document')
    for (const [described, message] of [
      [webhooks.test, test],
      [webhooks.change, change],
    ]) {
      const { requestBody, parameters } = described.post
      const { schema, example } = requestBody.content['application/json']
      const validate = ajv.compile({ $ref: `document${schema.$ref}` })
      for (const body of [JSON.parse(message!.body), example])
        expect(validate(body), ajv.errorsText(validate.errors)).toBe(true)
      for (const { name } of parameters) expect(message!.headers).toHaveProperty(name)
    }
  })

  it('is sent nothing twice that was taken', async () => {
    const { receiver, hook } = await hooked()
    await service.change({ name: 'd' })
    await service.deliver()
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
    expect((await service.ask('GET', hook.url)).body).toMatchObject({ position: hook.position + 1 })
  })

  it('is sent what passes its filters alone, and passes over the rest', async () => {
    const ada = makeOfficial('Ada Filtered')
    const eva = makeOfficial('Eva Filtered')
    const old = makeOfficial('A. Filtered', ada.id)
    await keep(service.database.db, { officials: [ada, eva, old] })
    const { receiver, hook } = await hooked({ officials: [old.id], subjects: ['statement', 'official'] })
    const said = (name: string, official: string | null) => ({
      name,
      subject: 'statement' as const,
      after: { name, official },
    })
    await service.change(
      said('of nobody', null),
      said('of her', ada.id),
      said('of another', eva.id),
      { name: 'Ada Filtered, the article' },
      { name: 'she herself', subject: 'official', subjectId: ada.id },
      {
        ...said('no longer of her', eva.id),
        version: 2,
        action: 'corrected',
        before: { official: ada.id },
      },
      said('of nobody again', null),
    )
    await service.deliver()
    expect(namesOf(receiver)).toEqual(['of her', 'she herself', 'no longer of her'])
    expect((await service.ask('GET', hook.url)).body.position).toBe(hook.position + 7)

    await service.ask(
      'PATCH',
      hook.url,
      { actions: ['corrected'], position: hook.position },
      { 'if-match': '"1"' },
    )
    await service.deliver()
    expect(namesOf(receiver).slice(3)).toEqual(['no longer of her'])
  })

  it('is sent two signatures while one secret replaces another', async () => {
    const { receiver, hook } = await hooked()
    const { body: rotated } = await service.ask('POST', `${hook.url}/rotate`, { overlap_hours: 1 })
    await service.change({ name: 'e' })
    await service.deliver()
    const [during] = receiver.received
    for (const { secret } of [hook, rotated]) {
      new Webhook(secret).verify(during!.body, during!.headers as Record<string, string>)
    }
    service.pass(HOUR_MS)
    await service.change({ name: 'f' })
    await service.deliver()
    expect(String(during!.headers['webhook-signature']).split(' ')).toHaveLength(2)
    expect(String(receiver.received[1]!.headers['webhook-signature']).split(' ')).toHaveLength(1)
  })

  it('is sent no words that were retracted meanwhile', async () => {
    const { receiver, hook } = await hooked()
    const url = `/v1/articles`
    const { body: made } = await service.ask('POST', url, {
      text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
    })
    const { items } = (await service.ask('GET', `/v1/articles/${made.article.id}/statements`)).body
    const retracted = await service.ask(
      'POST',
      `${items[0].url}/retract`,
      { reason: 'Misheard.' },
      { 'if-match': '"1"' },
    )
    expect(retracted.status).toBe(200)
    await service.deliver()
    const statements = receiver.received.map(sent).filter(({ type }) => type.startsWith('statement.'))
    expect(statements.map(({ type }) => type)).toEqual(['statement.created', 'statement.retracted'])
    for (const { body } of receiver.received) expect(body).not.toContain('all winter')
    expect(hook.position).toBeLessThan(statements[0]!.data.position)
  })
})

describe('a receiver that fails', () => {
  it('is sent the same message again, later, and nothing before it', async () => {
    const { receiver, hook } = await hooked()
    receiver.answer((response) => response.writeHead(500).end('Ouch'))
    await service.change({ name: 'g' }, { name: 'h' })
    await service.deliver()
    await service.deliver()
    expect(namesOf(receiver)).toEqual(['g'])
    const { body: failing } = await service.ask('GET', hook.url)
    expect(failing).toMatchObject({ status: 'active', failures: 1, position: hook.position })
    receiver.answer((response) => response.writeHead(200).end())
    service.pass(Date.parse(failing.next_attempt) - Date.parse(failing.failing_since) - 2)
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
    service.pass(1)
    await service.deliver()
    expect(namesOf(receiver)).toEqual(['g', 'g', 'h'])
    const [first, second] = receiver.received
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
    expect(second!.body).toBe(first!.body)
    expect((await service.ask('GET', hook.url)).body).toMatchObject({
      failures: 0,
      failing_since: null,
      next_attempt: null,
    })
    expect(await service.deliveries(hook)).toMatchObject([
      { status: 'failed', code: 500, attempt: 1, error: 'The receiver answered 500.' },
      { status: 'delivered', code: 200, attempt: 2, error: null },
      { status: 'delivered', code: 200, attempt: 1, error: null },
    ])
  })

  it('is left alone as long as it asks for', async () => {
    const { receiver, hook } = await hooked()
    receiver.answer((response) => response.writeHead(503, { 'retry-after': '600' }).end())
    await service.change({ name: 'i' })
    await service.deliver()
    const { next_attempt, failing_since } = (await service.ask('GET', hook.url)).body
    expect(Date.parse(next_attempt) - Date.parse(failing_since)).toBe(600_000)
  })

  it('is not followed elsewhere, and what it says is not kept', async () => {
    const { receiver, hook } = await hooked()
    const elsewhere = await startReceiver()
    receiver.answer((response) => response.writeHead(307, { location: elsewhere.url }).end('secret words'))
    await service.change({ name: 'j' })
    await service.deliver()
    expect(elsewhere.received).toEqual([])
    const deliveries = await service.deliveries(hook)
    expect(deliveries).toMatchObject([{ status: 'failed', code: 307 }])
    expect(JSON.stringify(deliveries)).not.toContain('secret words')
  })

  it.each([
    ['says nothing', 'The receiver did not answer in time.', () => undefined],
    [
      'hangs up',
      'The receiver could not be reached (UND_ERR_SOCKET).',
      (response: { destroy(): void }) => response.destroy(),
    ],
  ] as const)('that %s is told so', async (what, error, how) => {
    const { receiver, hook } = await hooked()
    receiver.answer(how)
    await service.change({ name: `k ${what}` })
    await service.deliver()
    expect(await service.deliveries(hook)).toMatchObject([{ status: 'failed', code: null, error }])
  })

  it('that talks without end has been told all the same', async () => {
    const { receiver, hook } = await hooked()
    receiver.answer((response) => {
      const talk = () => void (response.writableEnded || response.write('x'.repeat(65_536), talk))
      response.writeHead(200)
      talk()
      response.on('error', () => undefined)
    })
    await service.change({ name: 'l' })
    await service.deliver()
    expect(await service.deliveries(hook)).toMatchObject([{ status: 'delivered', code: 200 }])
  })

  it('is not called where its name leads to an address that is not public', async () => {
    const { hook } = await hooked()
    await service.ask('PATCH', hook.url, { endpoint: 'https://localhost/hooks' }, { 'if-match': '"1"' })
    await service.change({ name: 'm' })
    await service.deliver()
    const [delivery] = await service.deliveries(hook)
    expect(delivery).toMatchObject({ status: 'failed', code: null })
    expect(delivery!.error).toContain('localhost is not an address of the public internet')
  })

  it('that is gone is sent nothing more, until somebody wants it again: then all it missed', async () => {
    const { receiver, hook } = await hooked()
    receiver.answer((response) => response.writeHead(410).end())
    await service.change({ name: 'n' })
    await service.deliver()
    const { body: disabled } = await service.ask('GET', hook.url)
    expect(disabled).toMatchObject({ status: 'disabled', position: hook.position })
    expect(disabled.status_reason).toContain('410')
    receiver.answer((response) => response.writeHead(204).end())
    service.pass(48 * HOUR_MS)
    await service.change({ name: 'o' })
    await service.deliver()
    expect(receiver.received).toHaveLength(1)
    const active = await service.ask('PATCH', hook.url, { status: 'active' }, { 'if-match': '"1"' })
    expect(active.body).toMatchObject({ status: 'active', status_reason: null, failures: 0 })
    await service.deliver()
    expect(namesOf(receiver)).toEqual(['n', 'n', 'o'])
  })

  it('for days is disabled', async () => {
    const { receiver, hook } = await hooked()
    receiver.answer((response) => response.writeHead(500).end())
    await service.change({ name: 'p' })
    const state = async () => (await service.ask('GET', hook.url)).body
    for (let hours = 0; (await state()).status === 'active' && hours < 200; hours += 2) {
      await service.deliver()
      service.pass(2 * HOUR_MS)
    }
    const { status, status_reason } = await state()
    expect(status).toBe('disabled')
    expect(status_reason).toContain('120 hours')
    // One at once and one each two hours.
    expect(receiver.received).toHaveLength(61)
  })
})

describe('a person', () => {
  it('sends a test, and reads what came of it, whatever the status of the webhook', async () => {
    const { receiver, hook } = await hooked()
    await service.ask('PATCH', hook.url, { status: 'paused' }, { 'if-match': '"1"' })
    await service.change({ name: 'q' })
    const asked = await service.ask('POST', `${hook.url}/test`)
    expect(asked).toMatchObject({
      status: 202,
      headers: { location: asked.body.url },
      body: { status: 'pending', type: 'webhook.test', requested: true, attempted: null },
    })
    const early = await service.ask('POST', `${asked.body.url}/repeat`)
    expect(early).toMatchObject({ status: 409, body: { code: 'conflict' } })
    await service.deliver()
    expect(receiver.received.map(sent)).toMatchObject([{ type: 'webhook.test', data: { webhook: hook.id } }])
    const [message] = receiver.received
    new Webhook(hook.secret).verify(message!.body, message!.headers as Record<string, string>)
    expect((await service.ask('GET', asked.body.url)).body).toMatchObject({
      status: 'delivered',
      code: 204,
      latency_ms: expect.any(Number),
    })
  })

  it('sends a message once more, under the id it had', async () => {
    const { receiver, hook } = await hooked()
    await service.change({ name: 'r' })
    await service.deliver()
    const [first] = await service.deliveries(hook)
    const again = await service.ask('POST', `${first!.url}/repeat`)
    expect(again).toMatchObject({ status: 202, body: { message: first!.message, attempt: 2 } })
    await service.deliver()
    expect(receiver.received[1]!.body).toBe(receiver.received[0]!.body)
    expect(receiver.received[1]!.headers['webhook-id']).toBe(first!.message)
    const { items } = (await service.ask('GET', `${hook.url}/deliveries?status=delivered`)).body
    expect(items.map(({ requested }: { requested: boolean }) => requested)).toEqual([true, false])
    expect((await service.ask('GET', `${hook.url}/deliveries?status=failed`)).body.items).toEqual([])
  })

  it('sends everything there ever was', async () => {
    await service.change({ name: 's' })
    const { receiver } = await hooked({ position: 0 })
    await service.deliver()
    const positions = receiver.received.map((message) => sent(message).data.position)
    expect(positions).toEqual(positions.map((_, index) => index + 1))
    expect(namesOf(receiver).at(-1)).toBe('s')
  })

  it('who changes a webhook during an attempt is not overruled by what comes of it', async () => {
    const { receiver, hook } = await hooked()
    await service.change({ name: 't' }, { name: 'u' })
    receiver.answer(async (response) => {
      receiver.answer((next) => next.writeHead(204).end())
      await service.ask('PATCH', hook.url, { position: hook.position + 1 }, { 'if-match': '"1"' })
      response.writeHead(410).end()
    })
    await service.deliver()
    expect((await service.ask('GET', hook.url)).body).toMatchObject({
      status: 'active',
      position: hook.position + 2,
    })
    expect(namesOf(receiver)).toEqual(['t', 'u'])
  })
})

it('a webhook that is removed during an attempt is gone, and nobody fails', async () => {
  const { receiver, hook } = await hooked()
  await service.change({ name: 'removed' })
  receiver.answer(async (response) => {
    await service.ask('DELETE', hook.url, undefined, { 'if-match': '"1"' })
    response.writeHead(204).end()
  })
  await service.deliver()
  expect(receiver.received).toHaveLength(1)
  expect((await service.ask('GET', hook.url)).status).toBe(404)
})

it('whoever is told to stop during an attempt notes nothing of it, and lets go', async () => {
  const { receiver, hook } = await hooked()
  await service.change({ name: 'stopped' })
  const stopping = new AbortController()
  const post = () => {
    stopping.abort()
    return Promise.reject(new Error('given up'))
  }
  await service.deliver({ signal: stopping.signal, post })
  expect(await service.deliveries(hook)).toEqual([])
  await service.deliver()
  expect(namesOf(receiver)).toEqual(['stopped'])
})

describe('several who deliver', () => {
  it('send each message once', async () => {
    const { receiver } = await hooked()
    const names = Array.from({ length: 30 }, (_, index) => `side by side ${index}`)
    await service.change(...names.map((name) => ({ name })))
    await Promise.all(Array.from({ length: 5 }, () => service.deliver()))
    expect(namesOf(receiver)).toEqual(names)
  })

  it('follow one that was killed, once it cannot be at it any more', async () => {
    const { receiver, hook } = await hooked()
    await service.change({ name: 'v' })
    const hold = 'UPDATE webhooks SET held_by = $1::uuid, held_until = $2 WHERE id = $3::uuid'
    const { updated } = (await service.ask('GET', hook.url)).body
    const until = new Date(Date.parse(updated) + 30_000).toISOString()
    await execute(service.database.db, hold, [idOf('somebody'), until, hook.id])
    await service.deliver()
    expect(receiver.received).toEqual([])
    service.pass(30_000)
    await service.deliver()
    expect(namesOf(receiver)).toEqual(['v'])
  })

  it('do not let one webhook that is slow or broken hold up another', async () => {
    const { receiver: broken } = await hooked()
    broken.answer((response) => response.writeHead(500).end())
    const well = await startReceiver()
    await service.hook({ endpoint: well.url })
    await service.change({ name: 'w' })
    await service.deliver()
    expect([namesOf(broken), namesOf(well)]).toEqual([['w'], ['w']])
  })
})

it('deliveries are forgotten after thirty days', async () => {
  const { hook } = await hooked()
  await service.change({ name: 'x' })
  await service.deliver()
  service.pass(29 * 24 * HOUR_MS)
  await service.change({ name: 'y' })
  await service.deliver()
  expect(await service.deliveries(hook)).toHaveLength(2)
  service.pass(2 * 24 * HOUR_MS)
  await service.change({ name: 'z' })
  await service.deliver()
  expect(await service.deliveries(hook)).toHaveLength(2)
})
