import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'

let service: TestService
let authorization: string
let statement: string
let webhook: string
let search: string

beforeAll(async () => {
  service = await seededService()
  const key = { name: 'desk', scopes: ['admin'] as const, expiresAt: null }
  authorization = `Bearer ${(await createKey(service.database.db, key, NOW)).secret}`
  statement = (await read('/v1/statements?limit=1')).json().items[0].url
  const made = await send('POST', '/v1/webhooks', { endpoint: 'https://archive.example.org/onrecord' })
  webhook = made.json().url
  search = (await send('POST', '/v1/searches', { name: 'Missiles', q: 'missiles' })).json().url
})
afterAll(() => service.close())

const read = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url, headers: { authorization, ...headers } })

const send = (method: 'POST' | 'PATCH', url: string, payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({ method, url, payload, headers: { authorization, ...headers } })

const reason = 'As the record has it.'
const aliases = (name: string) => ({ reason, aliases: { add: [name] } })

/** Each resource with two different changes. */
const CHANGES = [
  ['a statement', () => statement, { reason, polarity: 'refused' }, { reason, polarity: 'denied' }],
  ['an official', () => '/v1/officials/vedant-patel', aliases('V. Patel'), aliases('Vedant P.')],
  ['an organization', () => '/v1/organizations/interior-ministry', aliases('MoI'), aliases('Interior')],
  ['a webhook', () => webhook, { description: 'Corrections' }, { description: 'Retractions' }],
  ['a saved search', () => search, { name: 'Rockets' }, { q: 'rockets' }],
] as const

it.each(CHANGES)(
  'a change of %s accepts the ETag of its read in If-Match, once',
  async (_what, urlOf, ...edits) => {
    const url = urlOf()
    for (const [index, coding] of ['identity', 'gzip'].entries()) {
      const got = await read(url, { 'accept-encoding': coding })
      const headers = { 'if-match': String(got.headers.etag) }
      const changed = await send('PATCH', url, edits[index]!, headers)
      expect([changed.statusCode, changed.body]).toEqual([200, expect.anything()])
      const again = await send('PATCH', url, edits[index]!, headers)
      expect([again.statusCode, again.json().code]).toEqual([412, 'precondition_failed'])
    }
  },
)

describe('the ETag of a single resource', () => {
  it('names the version of the resource, with any requested fields', async () => {
    for (const url of [statement, '/v1/officials/vedant-patel', '/v1/organizations/interior-ministry']) {
      const { version } = (await read(url)).json()
      for (const query of ['', '?fields=id']) {
        const { headers } = await read(`${url}${query}`)
        expect(headers.etag).toMatch(new RegExp(`^W/"${version}\\.[\\w-]{27}"$`))
      }
    }
  })

  it('answers 304 with the same ETag while nothing changes, and 200 after a change', async () => {
    const url = '/v1/officials/vedant-patel'
    const { etag } = (await read(url)).headers
    const same = await read(url, { 'if-none-match': String(etag) })
    expect([same.statusCode, same.headers.etag]).toEqual([304, etag])
    const edit = { reason, aliases: { add: ['Vedant K. Patel'] } }
    expect((await send('PATCH', url, edit, { 'if-match': String(etag) })).statusCode).toBe(200)
    expect((await read(url, { 'if-none-match': String(etag) })).statusCode).toBe(200)
  })

  it('is refused for a list, with a message that says what to send', async () => {
    const { etag } = (await read('/v1/officials')).headers
    const edit = { reason, aliases: { add: ['Nobody'] } }
    const refused = await send('PATCH', '/v1/officials/vedant-patel', edit, { 'if-match': String(etag) })
    expect([refused.statusCode, refused.json().detail]).toEqual([
      400,
      expect.stringMatching(/names no version/),
    ])
  })
})
