import { describe, expect, it } from 'vitest'
import { createClient, ProblemError } from '../../clients/typescript/src/index.ts'

const BASE = 'http://service.test'
const QUICK = { firstDelayMs: 1, longestDelayMs: 2_000 }

interface Sent {
  readonly method: string
  readonly path: string
  readonly key: string | null
  readonly body: string
}

type Reply = () => Response | Promise<Response>

/** Returns a client whose requests get these replies in order, the last one again and again. */
function clientWith(replies: readonly Reply[], retry: object = QUICK) {
  const sent: Sent[] = []
  const client = createClient({
    baseUrl: BASE,
    retry,
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      const key = request.headers.get('idempotency-key')
      sent.push({ method: request.method, path: pathname + search, key, body: await request.text() })
      return replies[Math.min(sent.length, replies.length) - 1]!()
    },
  })
  return { client, sent }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers })

const refused =
  (
    status: number,
    headers: Record<string, string> = {},
    code = 'unavailable',
    errors: unknown[] = [],
  ): Reply =>
  () =>
    json({ code, detail: 'Wait.', errors, status, request_id: 'r1' }, status, headers)

const lost: Reply = () => Promise.reject(new TypeError('fetch failed'))
const ada: Reply = () => json({ name: 'Ada Brandt' })
const verified: Reply = () => json({ verdict: 'verbatim' })

describe('a request', () => {
  it.each([429, 503])('is sent again after %i', async (status) => {
    const { client, sent } = clientWith([refused(status), refused(status, { 'retry-after': '0' }), ada])
    expect((await client.official('ada')).name).toBe('Ada Brandt')
    expect(sent).toHaveLength(3)
  })

  it('is sent again after a lost connection if it reads', async () => {
    const { client, sent } = clientWith([lost, ada])
    expect((await client.official('ada')).name).toBe('Ada Brandt')
    expect(sent).toHaveLength(2)
  })

  it('waits as long as Retry-After says, in seconds and as a date', async () => {
    const date = new Date(Date.now() + 2000).toUTCString()
    for (const after of ['1', date]) {
      const { client } = clientWith([refused(429, { 'retry-after': after }), ada])
      const began = performance.now()
      await client.official('ada')
      // A date has whole seconds, so less than two seconds remain of it.
      expect(performance.now() - began, after).toBeGreaterThan(after === '1' ? 990 : 100)
    }
  })

  it('fails at once if the service asks for a longer wait than allowed', async () => {
    const { client, sent } = clientWith([refused(429, { 'retry-after': '3' }, 'rate_limited')])
    await expect(client.official('ada')).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 3 })
    expect(sent).toHaveLength(1)
  })

  it('fails with the last answer when all retries are used up', async () => {
    const { client, sent } = clientWith([refused(503)], { ...QUICK, retries: 2 })
    await expect(client.official('ada')).rejects.toMatchObject({ status: 503, code: 'unavailable' })
    expect(sent).toHaveLength(3)
  })

  it.each([400, 401, 404, 410, 412, 422, 500, 504])('is not sent again after %i', async (status) => {
    const { client, sent } = clientWith([refused(status), ada])
    await expect(client.official('ada')).rejects.toMatchObject({ status })
    expect(sent).toHaveLength(1)
  })

  it('ends with the reason of its signal while it waits', async () => {
    const stop = new AbortController()
    const { client, sent } = clientWith([
      () => {
        setTimeout(() => stop.abort(new Error('enough')), 5)
        return refused(503, { 'retry-after': '2' })() as Response
      },
    ])
    await expect(client.official('ada', { signal: stop.signal })).rejects.toThrow('enough')
    expect(sent).toHaveLength(1)
  })

  it('is not sent again after its signal has aborted', async () => {
    const { client, sent } = clientWith([lost], QUICK)
    await expect(client.official('ada', { signal: AbortSignal.abort() })).rejects.toThrow()
    expect(sent.length).toBeLessThanOrEqual(1)
  })
})

describe('a write', () => {
  it('has one idempotency key and one body in all its attempts', async () => {
    const { client, sent } = clientWith([refused(503), lost, verified])
    await client.verify({ quote: 'The ferry runs.' })
    expect(sent.map(({ body }) => body)).toEqual(Array(3).fill('{"quote":"The ferry runs."}'))
    expect(sent[0]!.key).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })

  it('has a key of its own each time', async () => {
    const { client, sent } = clientWith([verified])
    await client.verify({ quote: 'The ferry runs.' })
    await client.verify({ quote: 'The ferry runs.' })
    expect(sent[0]!.key).not.toBe(sent[1]!.key)
  })

  it('keeps the key that the caller gives', async () => {
    const { client, sent } = clientWith([() => json({ article: {} })])
    await client.ingest({ text: 'The ferry runs.' }, { idempotencyKey: 'ferry-1' })
    expect(sent[0]!.key).toBe('ferry-1')
  })

  it('is sent again while its first request is still in progress', async () => {
    const inFlight = refused(409, {}, 'conflict', [{ code: 'in_flight', message: 'still in progress' }])
    const { client, sent } = clientWith([lost, inFlight, verified])
    expect((await client.verify({ quote: 'The ferry runs.' })).verdict).toBe('verbatim')
    expect(sent).toHaveLength(3)
  })

  it('is not sent again after another conflict', async () => {
    const { client, sent } = clientWith([refused(409, {}, 'conflict'), verified])
    await expect(client.verify({ quote: 'The ferry runs.' })).rejects.toMatchObject({ code: 'conflict' })
    expect(sent).toHaveLength(1)
  })

  it('has no key if it only reads', async () => {
    const { client, sent } = clientWith([ada])
    await client.official('ada')
    expect(sent[0]!.key).toBeNull()
  })
})

describe('an answer that is not of the service', () => {
  it.each([
    ['an HTML page', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['JSON of another form', () => json({ error: 'no' }, 502)],
    ['JSON null', () => json(null, 502)],
    ['an empty body', () => new Response(null, { status: 502 })],
  ])('is an unexpected_response: %s', async (_what, reply) => {
    const { client } = clientWith([reply])
    const error = await client.official('ada').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ code: 'unexpected_response', status: 502, errors: [], problem: null })
  })
})
