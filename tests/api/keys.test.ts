import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { rows } from '../../src/database/sql.ts'
import { idempotently } from '../../src/features/access/idempotency/domain.ts'
import {
  createKey,
  createVerifier,
  listKeys,
  revokeKey,
  rotateKey,
} from '../../src/features/access/keys/domain.ts'
import { hashOfKey, isKey, makeKey } from '../../src/features/access/keys/key-text.ts'
import { NOW, type TestService, testService } from '../support/app.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ ONRECORD_READING: 'keys' })
})
afterAll(() => service.close())

const later = (ms: number): Date => new Date(NOW.getTime() + ms)
const read = (key?: string, path = '/v1/statements') =>
  service.app.inject({ url: path, headers: key === undefined ? {} : { authorization: `Bearer ${key}` } })

describe('keys', () => {
  test('a key has a prefix and a checksum, so that one mistyped character is told without the database', () => {
    const key = makeKey()
    expect(key).toMatch(/^onrecord_[0-9A-Za-z]{49}$/)
    expect(isKey(key)).toBe(true)
    const other = key[20] === 'a' ? 'b' : 'a'
    expect(isKey(`${key.slice(0, 20)}${other}${key.slice(21)}`)).toBe(false)
    expect(isKey('')).toBe(false)
  })

  test('the database holds a hash and never the key', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'desk', scopes: ['read'], expiresAt: null }, NOW)
    const [row] = await rows(db, 'SELECT to_jsonb(k)::text AS text FROM api_keys k WHERE sha256 = $1', [
      hashOfKey(secret),
    ])
    expect((row as { text: string }).text).not.toContain(secret.slice(14))
  })

  test('a key ends when it expires, when it is revoked, and some time after it was rotated', async () => {
    const { db } = service.database
    const at = (moment: Date) => createVerifier(db, () => moment)
    const expiring = await createKey(db, { name: 'a', scopes: ['read'], expiresAt: later(1000) }, NOW)
    expect(await at(later(999))(expiring.secret)).not.toBeNull()
    expect(await at(later(1000))(expiring.secret)).toBeNull()

    const revoked = await createKey(db, { name: 'b', scopes: ['read'], expiresAt: null }, NOW)
    await revokeKey(db, revoked.key.id, NOW)
    expect(await at(NOW)(revoked.secret)).toBeNull()
    await expect(rotateKey(db, revoked.key.id, 0, NOW)).rejects.toMatchObject({ code: 'conflict' })

    const old = await createKey(db, { name: 'c', scopes: ['review'], expiresAt: null }, NOW)
    const fresh = await rotateKey(db, old.key.id, 5000, NOW)
    expect(fresh.key).toMatchObject({ name: 'c', scopes: ['review'] })
    expect(await at(later(4999))(old.secret)).not.toBeNull()
    expect(await at(later(5000))(old.secret)).toBeNull()
    expect(await at(later(5000))(fresh.secret)).toMatchObject({ name: 'c' })
  })

  test('the use of a key is noted', async () => {
    const { db } = service.database
    const { key, secret } = await createKey(db, { name: 'used', scopes: ['read'], expiresAt: null }, NOW)
    expect((await read(secret)).statusCode).toBe(200)
    await expect
      .poll(async () => (await listKeys(db)).find(({ id }) => id === key.id)?.last_used)
      .toBe(NOW.toISOString())
  })
})

describe('a service whose reading is closed', () => {
  test('asks for a key, says how, and tells a private cache from a public one', async () => {
    const { db } = service.database
    const nobody = await read()
    expect(nobody.statusCode).toBe(401)
    expect(nobody.headers['www-authenticate']).toContain('Bearer')
    expect(nobody.json()).toMatchObject({ code: 'unauthorized' })
    const { secret } = await createKey(db, { name: 'reader', scopes: ['read'], expiresAt: null }, NOW)
    const answer = await read(secret)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toContain('private')
  })

  test('never answers 304 to somebody without a key', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'reader', scopes: ['read'], expiresAt: null }, NOW)
    const etag = String((await read(secret)).headers.etag)
    const asked = await service.app.inject({ url: '/v1/statements', headers: { 'if-none-match': etag } })
    expect(asked.statusCode).toBe(401)
  })

  test('names the scope that a key lacks', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'ingester', scopes: ['ingest'], expiresAt: null }, NOW)
    const answer = await read(secret)
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'forbidden', errors: [{ message: 'read' }] })
    const admin = await createKey(db, { name: 'admin', scopes: ['admin'], expiresAt: null }, NOW)
    expect((await read(admin.secret)).statusCode).toBe(200)
  })

  test('keeps health and documents open', async () => {
    for (const path of ['/health/live', '/health/ready', '/openapi.json', '/docs/errors']) {
      expect((await read(undefined, path)).statusCode, path).toBe(200)
    }
  })

  test('explains the refusal on a page that it serves, even without the page of the API', async () => {
    const closed = await testService({ ONRECORD_READING: 'keys', ONRECORD_DOCS: 'off' })
    onTestFinished(() => closed.close())
    const refused = await closed.app.inject('/v1/officials')
    const { type } = refused.json()
    const page = await closed.app.inject(type.split('#')[0])
    expect([refused.statusCode, page.statusCode]).toEqual([401, 200])
    expect(page.body).toContain(`id="${type.split('#')[1]}"`)
    expect(page.body).toContain('onrecord keys create')
  })

  test('tells an address that sends many wrong keys to wait, and still takes a right one', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'patient', scopes: ['read'], expiresAt: null }, NOW)
    const statuses: number[] = []
    for (let attempt = 0; attempt < 25; attempt++) statuses.push((await read(makeKey())).statusCode)
    expect(statuses.at(0)).toBe(401)
    expect(statuses.at(-1)).toBe(429)
    expect((await read(secret)).statusCode).toBe(200)
  })
})

describe('a write that names an Idempotency-Key', () => {
  const write = { caller: 'c', operation: 'op', key: 'k-1', body: { b: 1, a: [2] } }

  test('happens once, however often and however much at once it is asked for', async () => {
    const { db } = service.database
    let runs = 0
    const attempts = Array.from({ length: 50 }, () =>
      idempotently(db, write, NOW, async () => {
        runs++
        return { status: 201, body: { made: runs } }
      }).catch((error) => error.code as string),
    )
    const answers = await Promise.all(attempts)
    expect(runs).toBe(1)
    for (const answer of answers) {
      if (typeof answer === 'string') expect(answer).toBe('conflict')
      else expect(answer).toMatchObject({ status: 201, body: { made: 1 } })
    }
    const again = await idempotently(db, { ...write, body: { a: [2], b: 1 } }, NOW, () =>
      Promise.reject(new Error()),
    )
    expect(again).toMatchObject({ status: 201, body: { made: 1 }, replayed: true })
  })

  test('with another body is refused, and after a day is new', async () => {
    const { db } = service.database
    const other = { ...write, body: { b: 2 } }
    await expect(idempotently(db, other, NOW, async () => ({ status: 200, body: 1 }))).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    })
    const nextDay = await idempotently(db, other, later(24 * 3_600_000 + 1), async () => ({
      status: 200,
      body: 1,
    }))
    expect(nextDay.replayed).toBe(false)
  })

  test('keeps nothing where it fails', async () => {
    const { db } = service.database
    const failing = { ...write, key: 'k-2' }
    await expect(idempotently(db, failing, NOW, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const answer = await idempotently(db, failing, NOW, async () => ({ status: 200, body: null }))
    expect(answer.replayed).toBe(false)
  })
})
