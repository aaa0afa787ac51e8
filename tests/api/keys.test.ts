import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SCOPES } from '../../src/core/scopes.ts'
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
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'

let service: TestService
beforeAll(async () => {
  service = await seededService({ ONRECORD_READING: 'keys' })
})
afterAll(() => service.close())

const later = (ms: number): Date => new Date(NOW.getTime() + ms)
const read = (key?: string, path = '/v1/statements') =>
  service.app.inject({ url: path, headers: key === undefined ? {} : { authorization: `Bearer ${key}` } })

describe('keys', () => {
  test('a key has a prefix and a checksum, which detects one wrong character without the database', () => {
    const key = makeKey()
    expect(key).toMatch(/^onrecord_[0-9A-Za-z]{49}$/)
    expect(isKey(key)).toBe(true)
    const other = key[20] === 'a' ? 'b' : 'a'
    expect(isKey(`${key.slice(0, 20)}${other}${key.slice(21)}`)).toBe(false)
    expect(isKey('')).toBe(false)
  })

  test('the database contains a hash of the key, not the key', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'desk', scopes: ['read'], expiresAt: null }, NOW)
    const [row] = await rows(db, 'SELECT to_jsonb(k)::text AS text FROM api_keys k WHERE sha256 = $1', [
      hashOfKey(secret),
    ])
    expect((row as { text: string }).text).not.toContain(secret.slice(14))
  })

  test('a key ends when it expires, when it is revoked, and some hours after its rotation', async () => {
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

  test.each(SCOPES)('a key can have the scope %s', async (scope) => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: scope, scopes: [scope], expiresAt: null }, NOW)
    expect(await createVerifier(db, () => NOW)(secret)).toMatchObject({ scopes: [scope] })
  })

  test('the last use of a key is recorded', async () => {
    const { db } = service.database
    const { key, secret } = await createKey(db, { name: 'used', scopes: ['read'], expiresAt: null }, NOW)
    expect((await read(secret)).statusCode).toBe(200)
    await expect
      .poll(async () => (await listKeys(db)).find(({ id }) => id === key.id)?.last_used)
      .toBe(NOW.toISOString())
  })
})

describe('a service that requires keys for reading', () => {
  test('answers 401 with WWW-Authenticate without a key, and Cache-Control: private with a key', async () => {
    const { db } = service.database
    const anonymous = await read()
    expect(anonymous.statusCode).toBe(401)
    expect(anonymous.headers['www-authenticate']).toContain('Bearer')
    expect(anonymous.json()).toMatchObject({ code: 'unauthorized' })
    const { secret } = await createKey(db, { name: 'reader', scopes: ['read'], expiresAt: null }, NOW)
    const answer = await read(secret)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toContain('private')
  })

  test('does not answer 304 without a key', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'reader', scopes: ['read'], expiresAt: null }, NOW)
    const etag = String((await read(secret)).headers.etag)
    const asked = await service.app.inject({ url: '/v1/statements', headers: { 'if-none-match': etag } })
    expect(asked.statusCode).toBe(401)
  })

  test('answers 403 and names the scope that the key lacks', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'ingester', scopes: ['ingest'], expiresAt: null }, NOW)
    const answer = await read(secret)
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'forbidden', errors: [{ message: 'read' }] })
    const admin = await createKey(db, { name: 'admin', scopes: ['admin'], expiresAt: null }, NOW)
    expect((await read(admin.secret)).statusCode).toBe(200)
  })

  test('serves health and documents without a key', async () => {
    for (const path of ['/health/live', '/health/ready', '/openapi.json', '/docs/errors']) {
      expect((await read(undefined, path)).statusCode, path).toBe(200)
    }
  })

  test('answers 401 with a link to a page that it serves, even if /docs is off', async () => {
    const closed = await seededService({ ONRECORD_READING: 'keys', ONRECORD_DOCS: 'off' })
    onTestFinished(() => closed.close())
    const refused = await closed.app.inject('/v1/officials')
    const { type } = refused.json()
    const page = await closed.app.inject(type.split('#')[0])
    expect([refused.statusCode, page.statusCode]).toEqual([401, 200])
    expect(page.body).toContain(`id="${type.split('#')[1]}"`)
    expect(page.body).toContain('onrecord keys create')
  })

  test('answers 429 to an address that sends many wrong keys, and still accepts a valid key', async () => {
    const { db } = service.database
    const { secret } = await createKey(db, { name: 'patient', scopes: ['read'], expiresAt: null }, NOW)
    const statuses: number[] = []
    for (let attempt = 0; attempt < 25; attempt++) statuses.push((await read(makeKey())).statusCode)
    expect(statuses.at(0)).toBe(401)
    expect(statuses.at(-1)).toBe(429)
    expect((await read(secret)).statusCode).toBe(200)
  })
})

describe('a write with an Idempotency-Key', () => {
  const write = { caller: 'c', operation: 'op', key: 'k-1', body: { b: 1, a: [2] } }

  test('runs once for fifty concurrent requests', async () => {
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

  test('gets the same characters as answer if it is repeated', async () => {
    const { db } = service.database
    const body = { version: 1, name: 'é\u2028', list: [{ z: 1, aa: null, b: { y: 2, x: '"' } }], id: 'a' }
    const once = { ...write, key: 'in-order' }
    const first = await idempotently(db, once, NOW, async () => ({ status: 200, body }))
    const again = await idempotently(db, once, NOW, () => Promise.reject(new Error()))
    expect([first.replayed, again.replayed]).toEqual([false, true])
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(body))
  })

  test('is refused with another body, and counts as new after a day', async () => {
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

  test('stores nothing if it fails', async () => {
    const { db } = service.database
    const failing = { ...write, key: 'k-2' }
    await expect(idempotently(db, failing, NOW, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const answer = await idempotently(db, failing, NOW, async () => ({ status: 200, body: null }))
    expect(answer.replayed).toBe(false)
  })
})
