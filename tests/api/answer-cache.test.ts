import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import { seededService, type TestService } from '../support/seeded-service.ts'

let service: TestService

beforeAll(async () => {
  service = await seededService({ ONRECORD_ANSWER_CACHE_BYTES: '2000000' })
})
afterAll(() => service.close())

const get = (url: string, headers: Record<string, string> = {}) => service.app.inject({ url, headers })

let turn = 0
/** Changes an answer behind the service: without the ledger, no writer does so. */
const changeSilently = () =>
  execute(service.database.db, 'UPDATE officials SET name = $1', [`Ada Number ${++turn}`])
const write = () => execute(service.database.db, 'UPDATE ledger SET position = position + 1', [])

it('answers a repeated read from the cache, with the same headers, until the next write', async () => {
  for (const url of ['/v1/statements?limit=2', '/v1/officials/matthew-miller', '/v1/statements.csv']) {
    await write()
    const first = await get(url)
    await changeSilently()
    const again = await get(url)
    expect(again.body).toBe(first.body)
    expect(again.statusCode).toBe(200)
    const { 'x-request-id': _, date: __, ...headers } = first.headers
    expect(again.headers).toMatchObject(headers)
    await write()
    const later = await get(url)
    expect(later.body).not.toBe(first.body)
    expect(later.headers.etag).not.toBe(first.headers.etag)
  }
})

it('gives the cached answer its conditions and codings', async () => {
  await write()
  const { body, headers } = await get('/v1/statements?limit=9')
  const known = { 'if-none-match': String(headers.etag) }
  expect((await get('/v1/statements?limit=9', known)).statusCode).toBe(304)
  expect((await get('/v1/statements?limit=9', { 'if-none-match': '*' })).statusCode).toBe(304)
  const coded = await get('/v1/statements?limit=9', { 'accept-encoding': 'gzip' })
  expect(coded.headers['content-encoding']).toBe('gzip')
  expect((await get('/v1/statements?limit=9')).body).toBe(body)
})

it('keeps each coding of an answer, as it was sent', async () => {
  for (const url of ['/v1/statements?limit=9', '/v1/statements.csv', '/v1/officials/matthew-miller']) {
    await write()
    const codings = ['br', 'gzip', 'gzip, deflate, br', 'identity', 'zstd']
    const read = (coding: string) => service.app.inject({ url, headers: { 'accept-encoding': coding } })
    const first = await Promise.all(codings.map(read))
    await changeSilently()
    for (const [index, coding] of codings.entries()) {
      const again = await read(coding)
      expect(again.rawPayload.equals(first[index]!.rawPayload), coding).toBe(true)
      expect(again.headers['content-encoding']).toBe(first[index]!.headers['content-encoding'])
      expect(again.headers['content-length']).toBe(String(again.rawPayload.length))
    }
    const [br, gzip] = first.map(({ rawPayload }) => rawPayload)
    const text = first[3]!.body
    if (text.length < 1024) continue
    expect(brotliDecompressSync(br!).toString()).toBe(text)
    expect(gunzipSync(gzip!).toString()).toBe(text)
  }
})

it('gives each caller the id of the request, its trace and the rest of the quota', async () => {
  await write()
  const limited = await seededService({ ONRECORD_ANSWER_CACHE_BYTES: '2000000', ONRECORD_RATE_LIMIT: '9' })
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
  const read = (id: string) =>
    limited.app.inject({ url: '/v1/officials', headers: { 'x-request-id': id, traceparent } })
  const first = await read('first')
  const { headers } = await read('second')
  expect(headers['x-request-id']).toBe('second')
  expect(headers['traceparent']).toBe(traceparent)
  expect(headers['ratelimit']).toMatch(/r=7;/)
  expect(first.headers['ratelimit']).toMatch(/r=8;/)
  expect((await limited.app.inject('/v1/officials')).headers['traceparent']).toBeUndefined()
  await limited.close()
})

it('closes the connection after a cached answer while the service shuts down', async () => {
  const ending = await seededService({ ONRECORD_ANSWER_CACHE_BYTES: '2000000' })
  await ending.app.inject('/v1/officials')
  ending.app.drain()
  const { headers, statusCode } = await ending.app.inject('/v1/officials')
  expect(statusCode).toBe(200)
  expect(headers.connection).toBe('close')
  await ending.close()
})

it('keeps answers at other addresses, and of other media types, apart', async () => {
  await write()
  const url = '/v1/statements?limit=2&format=atom'
  const feed = await get(url)
  const elsewhere = await get(url, { host: 'quotes.example' })
  expect(elsewhere.body).toContain('http://quotes.example/v1/statements')
  expect(feed.body).not.toContain('quotes.example')
  expect((await get(url)).body).toBe(feed.body)
  const list = await get('/v1/statements?limit=2')
  const table = await get('/v1/statements?limit=2', { accept: 'text/csv' })
  expect([list, table].map(({ headers }) => String(headers['content-type']).split(';')[0])).toEqual([
    'application/json',
    'text/csv',
  ])
  expect(table.body).not.toBe(list.body)
})

it('does not cache errors', async () => {
  await write()
  for (const url of ['/v1/statements?limit=0', '/v1/officials/no-one']) {
    const first = await get(url)
    expect(first.statusCode).toBeGreaterThanOrEqual(400)
    expect((await get(url)).json().request_id).not.toBe(first.json().request_id)
  }
})

it('drops the answers that were not used for the longest time', async () => {
  const small = await seededService({ ONRECORD_ANSWER_CACHE_BYTES: '100000' })
  const read = (limit: number) => small.app.inject(`/v1/officials?limit=${limit}`)
  const first = (await read(1)).body
  await execute(small.database.db, "UPDATE officials SET name = 'Another Name'", [])
  expect((await read(1)).body).toBe(first)
  for (let limit = 2; limit <= 100; limit++) await read(limit)
  expect((await read(1)).body).not.toBe(first)
  await small.close()
})
