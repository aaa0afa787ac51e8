import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRecords, makeOfficial, read } from '../support/factories.ts'
import { HOUR_MS, type WebhookService, webhookService } from './webhook-service.ts'

let service: WebhookService
let ask: WebhookService['ask']

beforeAll(async () => {
  service = await webhookService()
  ask = service.ask
})
afterAll(() => service.close())

const ENDPOINT = 'https://archive.example.org/onrecord'
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

describe('the creation of a webhook', () => {
  it('returns the secret, which no other response contains', async () => {
    const made = await ask('POST', '/v1/webhooks', { endpoint: ENDPOINT, subjects: ['statement'] })
    expect(made).toMatchObject({
      status: 201,
      headers: { location: made.body.url, etag: '"1"', 'cache-control': 'no-store' },
      body: { endpoint: ENDPOINT, subjects: ['statement'], actions: [], status: 'active', version: 1 },
    })
    expect(made.body.secret).toMatch(/^whsec_/)
    const one = await ask('GET', made.body.url)
    const { secret: _secret, ...webhook } = made.body
    expect(one.body).toEqual(webhook)
    const all = await ask('GET', '/v1/webhooks')
    expect(all.body.items).toContainEqual(webhook)
    expect(JSON.stringify(all.body)).not.toContain('whsec_')
  })

  it('starts at the current position, or at the position in the body', async () => {
    await service.change({ name: 'one' }, { name: 'two' })
    const { body: now } = await ask('POST', '/v1/webhooks', { endpoint: ENDPOINT })
    expect(now.position).toBeGreaterThanOrEqual(2)
    const { body: then } = await ask('POST', '/v1/webhooks', { endpoint: ENDPOINT, position: 1 })
    expect(then.position).toBe(1)
  })

  it.each([
    ['http://archive.example.org/hook', 'https:'],
    ['https://10.0.0.7/hook', 'public'],
    ['https://[::1]/hook', 'public'],
    ['https://169.254.169.254/latest/meta-data', 'public'],
    ['https://167772167/hook', 'public'],
    ['https://archive.example.org:22/hook', 'port'],
    ['https://user:secret@archive.example.org/hook', 'password'],
    ['ftp://archive.example.org/hook', 'ftp:'],
  ])('refuses %s', async (endpoint, why) => {
    const refused = await ask('POST', '/v1/webhooks', { endpoint })
    expect(refused).toMatchObject({ status: 422, body: { code: 'fetch_refused' } })
    expect(refused.body.detail).toContain(why)
  })

  it.each([
    [{}, '/endpoint'],
    [{ endpoint: 'archive' }, '/endpoint'],
    [{ endpoint: ENDPOINT, subjects: ['person'] }, '/subjects/0'],
    [{ endpoint: ENDPOINT, actions: ['corrected', 'retract'] }, '/actions/1'],
    [{ endpoint: ENDPOINT, officials: ['0193c1d2-0000-7000-8000-0000000000ff'] }, '/officials/0'],
    [{ endpoint: ENDPOINT, officials: ['nobody-of-this-name'] }, '/officials/0'],
    [{ endpoint: ENDPOINT, officials: ['No Slug'] }, '/officials/0'],
    [{ endpoint: ENDPOINT, position: 1_000_000 }, '/position'],
    [{ endpoint: ENDPOINT, secret: 'mine' }, '/secret'],
    [{ endpoint: ENDPOINT, description: 'a\u0000b' }, '/description'],
  ])('answers an error with a pointer for %j', async (body, pointer) => {
    const refused = await ask('POST', '/v1/webhooks', body)
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_body', errors: [{ pointer }] } })
  })

  it('accepts people by slug as well as by id, and returns the ids of the current people', async () => {
    const [eva, bo] = [makeOfficial('Eva Lind'), makeOfficial('Bo Lind')]
    const merged = makeOfficial('E. Lind', eva.id)
    await insertRecords(service.database.db, { officials: [eva, bo, merged] })
    const officials = [eva.slug, bo.id.toUpperCase(), eva.id, merged.slug]
    const { body } = await ask('POST', '/v1/webhooks', { endpoint: ENDPOINT, officials })
    expect(body.officials).toEqual([eva.id, bo.id])
  })

  it('happens once with one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'make-once' }
    const before = await read(service.database.db, 'SELECT id FROM webhooks')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask('POST', '/v1/webhooks', { endpoint: ENDPOINT }, key)),
    )
    expect(await read(service.database.db, 'SELECT id FROM webhooks')).toHaveLength(before.length + 1)
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1)
  })
})

describe('the change of a webhook', () => {
  it('changes the given fields if the version is current', async () => {
    const { url } = await service.hook({ endpoint: ENDPOINT, actions: ['retracted'] })
    const ada = makeOfficial('Ada Brandt')
    await insertRecords(service.database.db, { officials: [ada] })
    const changed = await ask('PATCH', url, { officials: [ada.id], status: 'paused' }, ifMatch(1))
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { officials: [ada.id], actions: ['retracted'], status: 'paused', version: 2 },
    })
    expect(await ask('PATCH', url, {}, ifMatch(1))).toMatchObject({ status: 412 })
    expect(await ask('PATCH', url, {})).toMatchObject({ status: 428 })
    expect(await ask('PATCH', url, { endpoint: 'https://127.0.0.2/' }, ifMatch(2))).toMatchObject({
      status: 422,
      body: { code: 'fetch_refused' },
    })
  })

  it('succeeds once in concurrent requests with one version', async () => {
    const { url } = await service.hook({ endpoint: ENDPOINT })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask('PATCH', url, { description: `${index}` }, ifMatch(1))),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(19).fill(412)])
  })

  it('rotates the secret, shows the new one once, and ends the old one', async () => {
    const { url, secret } = await service.hook({ endpoint: ENDPOINT })
    const rotated = await ask('POST', `${url}/rotate`, { overlap_hours: 2 })
    expect(rotated.status).toBe(200)
    expect(rotated.body.secret).toMatch(/^whsec_/)
    expect(rotated.body.secret).not.toBe(secret)
    const until = Date.parse(rotated.body.former_secret_until) - Date.parse(rotated.body.updated)
    expect(until).toBe(2 * HOUR_MS)
  })

  it('deletes the deliveries with the webhook', async () => {
    const { url, id } = await service.hook({ endpoint: ENDPOINT })
    expect((await ask('POST', `${url}/test`)).status).toBe(202)
    expect((await ask('DELETE', url)).status).toBe(428)
    const removed = await ask('DELETE', url, undefined, ifMatch(1))
    expect([removed.status, removed.body]).toEqual([204, null])
    expect((await ask('GET', url)).status).toBe(404)
    expect((await ask('GET', `${url}/deliveries`)).status).toBe(404)
    const left = await read(service.database.db, 'SELECT id FROM webhook_deliveries WHERE webhook_id = $1', [
      id,
    ])
    expect(left).toEqual([])
  })

  it.each(['', '/deliveries', '/deliveries/0193c1d2-0000-7000-8000-0000000000fe'])(
    'an unknown webhook gets 404: %s',
    async (path) => {
      const gone = `/v1/webhooks/0193c1d2-0000-7000-8000-0000000000ff${path}`
      expect(await ask('GET', gone)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    },
  )
})

it('the list is paged', async () => {
  while ((await ask('GET', '/v1/webhooks?limit=100')).body.items.length < 5) {
    await service.hook({ endpoint: ENDPOINT })
  }
  const all = (await ask('GET', '/v1/webhooks?limit=100')).body.items
  const seen = []
  for (let next = '/v1/webhooks?limit=2'; next; ) {
    const { items, page } = (await ask('GET', next)).body
    seen.push(...items)
    next = page.next
  }
  expect(seen).toEqual(all)
})
