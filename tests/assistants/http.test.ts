import { once } from 'node:events'
import { request as sendRaw } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { connectHttp, ERAS } from './client.ts'

const ACCEPT = 'application/json, text/event-stream'
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' }

async function start(
  environment: Record<string, string> = {},
): Promise<TestService & { readonly origin: string }> {
  const service = await seededService(environment)
  onTestFinished(() => service.close())
  return { ...service, origin: await service.app.listen({ host: '127.0.0.1', port: 0 }) }
}

const post = ({ app }: TestService, body: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/mcp',
    headers: { accept: ACCEPT, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const callOf = (name: string, input: Record<string, unknown>) => ({
  ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
  params: { name, arguments: input },
})

describe('/mcp', () => {
  it('answers each request by itself, without a session', async () => {
    const service = await start()
    const listed = await post(service, LIST)
    expect(listed.statusCode).toBe(200)
    expect(listed.headers['mcp-session-id']).toBeUndefined()
    expect(listed.headers['cache-control']).toBe('no-store')
    expect(listed.body).toContain('verify_quote')
    expect((await service.app.inject('/mcp')).statusCode).toBe(405)
    expect((await service.app.inject({ method: 'DELETE', url: '/mcp' })).statusCode).toBe(405)
  })

  it.each(ERAS)('serves assistants of both generations of the protocol: %s', async (era) => {
    const { client, call } = await connectHttp((await start()).origin, era)
    expect(client.getProtocolEra()).toBe(era === 'auto' ? 'modern' : 'legacy')
    expect((await client.listTools()).tools).toHaveLength(7)
    const { data } = await call('search', { query: 'Patel' })
    const { contents } = await client.readResource({ uri: `onrecord://statement/${data.results[0].id}` })
    expect(contents).toHaveLength(1)
    expect(await call('fetch', { id: 'x' })).toMatchObject({ isError: true })
    expect(client.getInstructions()).toContain('no match is not a denial')
  })

  it('tells pages on this machine which headers they may send', async () => {
    const { app } = await start()
    const { headers } = await app.inject({
      method: 'OPTIONS',
      url: '/mcp',
      headers: { origin: 'http://localhost:6274', 'access-control-request-method': 'POST' },
    })
    for (const name of ['Mcp-Method', 'Mcp-Name', 'Mcp-Protocol-Version'])
      expect(headers['access-control-allow-headers']).toContain(name)
  })

  it('serves many assistants at once', async () => {
    const { origin } = await start()
    const assistants = await Promise.all(Array.from({ length: 8 }, () => connectHttp(origin)))
    const answers = await Promise.all(assistants.map(({ call }) => call('search', { query: 'Pakistan' })))
    for (const { data } of answers) expect(data.results.length).toBeGreaterThan(2)
  })

  it.each([
    ['a foreign host', { host: 'evil.example' }],
    ['a host like ours', { host: 'localhost.evil.example' }],
    ['a page of another origin', { host: 'localhost', origin: 'https://evil.example' }],
    ['a page without an origin', { host: 'localhost', origin: 'null' }],
  ])('refuses %s', async (_who, headers) => {
    const answer = await post(await start(), LIST, headers)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
    expect(answer.json().detail).toContain('ONRECORD_PUBLIC_URL')
  })

  it.each([
    ['this machine', { host: 'localhost:3000' }],
    ['its number', { host: '127.0.0.1:3000' }],
    ['its number in IPv6', { host: '[::1]:3000' }],
    ['a page on this machine', { host: 'localhost:3000', origin: 'http://localhost:6274' }],
    ['the public address', { host: 'quotes.example' }],
    ['a page of the public address', { host: 'quotes.example', origin: 'https://quotes.example' }],
  ])('accepts %s', async (_who, headers) => {
    const service = await start({ ONRECORD_PUBLIC_URL: 'https://quotes.example' })
    expect((await post(service, LIST, headers)).statusCode).toBe(200)
  })

  it('links to the public address', async () => {
    const service = await start({ ONRECORD_PUBLIC_URL: 'https://quotes.example' })
    const { data } = await (await connectHttp(service.origin)).call('search', { query: 'Patel' })
    expect(data.results[0].url).toMatch(/^https:\/\/quotes\.example\/v1\/statements\//)
  })

  it.each([
    ['a batch', [LIST, LIST], 422],
    ['text that is not JSON', '{', 400],
    ['an empty body', '', 400],
    ['JSON null', 'null', 400],
    ['a message of no kind', { a: 1 }, 400],
    ['deep JSON', `${'['.repeat(500)}${']'.repeat(500)}`, 422],
  ])('refuses %s', async (_what, body, status) => {
    const { statusCode, body: answer } = await post(await start(), body)
    expect([statusCode, answer]).toEqual([status, expect.any(String)])
    expect(answer).not.toMatch(/node_modules|\bat .*\.ts/)
  })

  it('refuses bodies of another type, and bodies that are too long', async () => {
    const service = await start()
    const form = await post(service, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(form.statusCode).toBe(415)
    const long = await post(service, callOf('extract', { text: 'x'.repeat(700_000) }))
    expect([long.statusCode, long.json().code]).toEqual([413, 'payload_too_large'])
  })

  it('counts against the rate limit', async () => {
    const service = await start({ ONRECORD_RATE_LIMIT: '2' })
    const statuses = []
    for (let index = 0; index < 3; index++) statuses.push((await post(service, LIST)).statusCode)
    expect(statuses).toEqual([200, 200, 429])
  })

  it('counts its bodies against the budget of all bodies', async () => {
    const { origin } = await start({ ONRECORD_BODY_BUDGET_BYTES: String(16 * 1024 * 1024) })
    const body = JSON.stringify(callOf('extract', { text: 'x'.repeat(600_000) }))
    const headers = { accept: ACCEPT, 'content-type': 'application/json' }
    // A quarter of the budget is for callers without a key. These bodies use most of it and do not end.
    for (let held = 0; held < 6; held++) {
      const options = { method: 'POST', headers: { ...headers, 'content-length': String(body.length) } }
      const sent = sendRaw(new URL('/mcp', origin), options).on('error', () => undefined)
      onTestFinished(() => void sent.destroy())
      sent.write(body.slice(0, -1))
    }
    const statusOf = async () =>
      (await fetch(new URL('/mcp', origin), { method: 'POST', headers, body })).status
    await expect.poll(statusOf, { timeout: PATIENCE_MS }).toBe(503)
  })

  it('needs a key if reading does', async () => {
    const service = await start({ ONRECORD_READING: 'keys' })
    const refused = await post(service, LIST)
    expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="onrecord"',
    ])
    const choices = { name: 'assistant', scopes: ['read'] as const, expiresAt: null }
    const { secret } = await createKey(service.database.db, choices, NOW)
    const headers = { authorization: `Bearer ${secret}` }
    const assistant = await connectHttp(service.origin, 'legacy', { requestInit: { headers } })
    expect((await assistant.call('search', { query: 'Patel' })).isError).toBe(false)
  })

  it('reads shorter texts without a key', async () => {
    const service = await start({ ONRECORD_EXTRACT_MAX_BYTES_WITHOUT_KEY: '1024' })
    const { isError, text } = await (await connectHttp(service.origin)).call('extract', {
      text: 'x'.repeat(1025),
    })
    expect([isError, text]).toEqual([true, expect.stringContaining('has at most 1024 bytes')])
  })

  it('stops reading a text when the assistant leaves, and gives its place back', async () => {
    const service = await start()
    const text = 'The ferry runs, Ada Brandt said. '.repeat(3000)
    const { port } = service.app.server.address() as { port: number }
    for (let round = 0; round < 12; round++) {
      const headers = { accept: ACCEPT, 'content-type': 'application/json' }
      const sent = sendRaw({ port, method: 'POST', path: '/mcp', headers }).on('error', () => undefined)
      sent.end(JSON.stringify(callOf('verify_draft', { text })))
      await once(sent, 'finish')
      sent.destroy()
    }
    const assistant = await connectHttp(service.origin)
    await expect
      .poll(
        async () => (await assistant.call('extract', { text: 'The ferry runs, Ada Brandt said.' })).isError,
        {
          timeout: PATIENCE_MS,
        },
      )
      .toBe(false)
  })
})
