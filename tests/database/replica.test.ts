import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { upgradeDatabase } from '../../src/database/upgrade.ts'
import { createKey, revokeKey } from '../../src/features/access/keys/domain.ts'
import { seed } from '../../src/features/articles/ingestion/seed.ts'
import type { App } from '../../src/http/instance.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent } from '../support/database.ts'
import { type Address, type Pair, POSTGRESQLS, startAddress, startPair } from '../support/replicated.ts'
import { NOW, READING, UNLIMITED } from '../support/seeded-service.ts'

const LIMITS = { poolMax: 5, acquireTimeoutMs: 5000, statementTimeoutMs: 60_000, dataDirectory: '' }
/** Long enough for a slow machine, so that a standby is late only if a test makes it so. */
const LAG_MAX_MS = 60_000

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await sleep(50)
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly etag: string | undefined
  readonly token: string | undefined
}

/** A service on a primary and a standby. */
async function startService(url: string, readUrl: string, lagMaxMs = LAG_MAX_MS) {
  const database = await openDatabase({ ...LIMITS, url, readUrl, lagMaxMs }, silent)
  const app = await buildApp({
    ...{ config: readConfig(UNLIMITED), database, log: silent, ...READING },
    now: () => NOW,
  })
  await app.ready()
  return { app, database }
}

describe.each(POSTGRESQLS)('a replica with %s', (_name, programs) => {
  let pair: Pair
  let address: Address
  let database: Database
  let app: App
  let key: string

  beforeAll(async () => {
    pair = await startPair(await programs())
    address = await startAddress(pair.primary)
    await upgradeDatabase({ url: pair.primary.url, ownerUrl: pair.primary.url }, silent)
    const started = await startService(address.url, pair.standby.url)
    database = started.database
    app = started.app
    await seed(database.db, NOW)
    key = (await createKey(database.db, { name: 'desk', scopes: ['admin'], expiresAt: null }, NOW)).secret
    await until(() => database.replica!.has(null))
    await caughtUp()
  })
  afterAll(async () => {
    await app?.close()
    await database?.close()
    address?.close()
    await pair?.close()
  })

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    answerOf(await app.inject({ url: path, headers }))
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
    answerOf(
      await app.inject({
        method: 'POST',
        url: path,
        payload: body,
        headers: { authorization: `Bearer ${key}`, ...headers },
      }),
    )
  const answerOf = (answer: Awaited<ReturnType<App['inject']>>): Answer => ({
    status: answer.statusCode,
    body: answer.body,
    etag: answer.headers.etag as string | undefined,
    token: answer.headers['x-consistency'] as string | undefined,
  })
  const article = (words: string) => ({
    text: `“${words},” harbour master Ada Brandt said on Tuesday.`,
    url: `https://gazette.example/${words.replaceAll(' ', '-').toLowerCase()}`,
  })
  /** Waits until the service knows that the standby has everything. */
  const caughtUp = async (): Promise<void> => {
    const written = await database.replica!.written()
    await until(() => database.replica!.has(written))
  }
  const whilePaused = async (work: () => Promise<void>): Promise<void> => {
    await pair.standby.ask('SELECT pg_wal_replay_pause()')
    await until(
      async () =>
        (await pair.standby.ask<{ state: string }>('SELECT pg_get_wal_replay_pause_state() AS state'))[0]!
          .state === 'paused',
    )
    try {
      await work()
    } finally {
      await pair.standby.ask('SELECT pg_wal_replay_resume()')
    }
    await caughtUp()
  }
  const countOf = async (headers: Record<string, string> = {}): Promise<number> =>
    JSON.parse((await get('/v1/statements?count=exact&limit=1', headers)).body).page.count

  it('answers reads, and the caller of a write sees it at once', async () => {
    for (let round = 0; round < 10; round++) {
      const before = await countOf()
      const { status, token } = await post('/v1/articles', article(`The lock number ${round} is open`))
      expect(status).toBe(201)
      expect(await countOf({ 'x-consistency': token! })).toBe(before + 1)
      await caughtUp()
    }
  })

  it('reads are of the standby without a token, and of the primary if the standby lacks what was written', () =>
    whilePaused(async () => {
      const before = await get('/v1/articles?limit=100')
      const { status, token } = await post('/v1/articles', article('The dam will hold'))
      expect(status).toBe(201)
      const late = await get('/v1/articles?limit=100')
      expect([late.body, late.etag]).toEqual([before.body, before.etag])
      const own = await get('/v1/articles?limit=100', { 'x-consistency': token! })
      expect(own.body).not.toBe(before.body)
      const cookie = await get('/v1/articles?limit=100', { cookie: `a=1; onrecord_consistency=${token}` })
      expect(cookie.body).toBe(own.body)

      // A condition that holds on the standby must not hold for the caller of the write.
      const condition = { 'if-none-match': before.etag! }
      const [stale, fresh] = await Promise.all([
        get('/v1/articles?limit=100', condition),
        get('/v1/articles?limit=100', { ...condition, 'x-consistency': token! }),
      ])
      expect([stale.status, fresh.status]).toEqual([304, 200])

      // What the primary answered must not be cached for readers of the standby, and the reverse.
      const counts = [await countOf(), await countOf({ 'x-consistency': token! }), await countOf()]
      expect(counts).toEqual([counts[0], counts[0]! + 1, counts[0]])
    }))

  it('a page of a list continues on the other server', () =>
    whilePaused(async () => {
      const { token } = await post('/v1/articles', article('The tram is late'))
      const first = JSON.parse((await get('/v1/articles?limit=2', { 'x-consistency': token! })).body)
      const next = await get(first.page.next)
      expect(next.status).toBe(200)
      const seen = first.items.map(({ id }: { id: string }) => id)
      for (const { id } of JSON.parse(next.body).items) expect(seen).not.toContain(id)
    }))

  it('the feed of changes, and what belongs to a caller, are always read from the primary', () =>
    whilePaused(async () => {
      const from = JSON.parse((await get('/v1/changes?limit=200')).body)
      await post('/v1/articles', article('The ferry is full'))
      const changes = JSON.parse((await get(from.page.next)).body)
      expect(changes.items.length).toBeGreaterThan(0)
      const made = await post('/v1/searches', { name: 'Ferry', q: 'ferry' })
      const found = await get(`/v1/searches/${JSON.parse(made.body).id}`, { authorization: `Bearer ${key}` })
      expect([made.status, found.status]).toEqual([201, 200])
    }))

  it('a repeated write is answered from the primary, also if the standby is late', () =>
    whilePaused(async () => {
      const headers = { 'idempotency-key': randomUUID() }
      const first = await post('/v1/articles', article('The bridge is shut'), headers)
      const again = await post('/v1/articles', article('The bridge is shut'), headers)
      expect([again.status, again.body]).toEqual([first.status, first.body])
    }))

  it('keys that were revoked are refused at once', () =>
    whilePaused(async () => {
      const guest = { name: 'guest', scopes: ['admin'] as const, expiresAt: null }
      const { key: made, secret } = await createKey(database.db, guest, NOW)
      const headers = { authorization: `Bearer ${secret}` }
      expect((await get('/v1/statements', headers)).status).toBe(200)
      await revokeKey(database.db, made.id, NOW)
      expect((await get('/v1/statements', headers)).status).toBe(401)
    }))

  it('a standby that is late too much is not read', async () => {
    const hasty = await startService(address.url, pair.standby.url, 500)
    try {
      await until(() => hasty.database.replica!.has(null))
      await whilePaused(async () => {
        const before = await hasty.app.inject('/v1/articles?limit=100')
        await post('/v1/articles', article('The harbour is closed'))
        // No token: the answer changes only when the service turns to the primary.
        await until(async () => (await hasty.app.inject('/v1/articles?limit=100')).body !== before.body)
        expect(hasty.database.replica!.has(null)).toBe(false)
        expect(hasty.database.replica!.lagSeconds()).toBeGreaterThan(0.5)
      })
      await until(() => hasty.database.replica!.has(null))
    } finally {
      await hasty.app.close()
      await hasty.database.close()
    }
  })

  it('a malformed token is refused with an example', async () => {
    const { status, body } = await get('/v1/statements', { 'x-consistency': 'yesterday' })
    expect([status, JSON.parse(body).detail]).toEqual([400, expect.stringContaining('16/B374D848')])
  })

  it('a lost standby fails no read, by SQL or by Prisma, and is used again when it is back', async () => {
    await caughtUp()
    await pair.standby.kill()
    const paths = ['/v1/statements', '/v1/officials', '/v1/articles', '/v1/export?format=ndjson', '/']
    for (const path of [...paths, ...paths])
      expect([path, (await get(path, { accept: '*/*' })).status]).toEqual([path, 200])
    await until(() => !database.replica!.has(null))
    await pair.standby.start()
    await until(() => database.replica!.has(null))
  })

  it('after a failover by promotion, nothing acknowledged is lost or doubled', async () => {
    await pair.primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
    await pair.primary.ask('SELECT pg_reload_conf()')
    await until(
      async () =>
        (await pair.primary.ask('SELECT 1 FROM pg_stat_replication WHERE sync_state = $$sync$$')).length ===
        1,
    )
    const acknowledged = new Map<string, string>()
    const pending = Array.from({ length: 40 }, (_, index) => `The quay number ${index} was built`)
    const write = async (): Promise<void> => {
      for (let words = pending.shift(); words !== undefined; words = pending.shift()) {
        for (;;) {
          const { status, body } = await post('/v1/articles', article(words), {
            'idempotency-key': words.replaceAll(' ', '-'),
          })
          if (status === 201) {
            acknowledged.set(words, JSON.parse(body).article.id)
            break
          }
          expect([409, 503, 504]).toContain(status)
          await sleep(100)
        }
      }
    }
    const writing = Promise.all([write(), write(), write()])
    await until(() => acknowledged.size >= 10)
    await pair.primary.kill()
    await pair.standby.ask('SELECT pg_promote()')
    address.leadTo(pair.standby)
    await writing
    const rows = await pair.standby.ask<{ id: string; url: string }>(
      "SELECT id::text, url FROM articles WHERE url LIKE 'https://gazette.example/the-quay-number-%'",
    )
    expect(rows).toHaveLength(40)
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(acknowledged.values()))
    // The former standby is a primary: it is read as one, and not as a replica.
    await until(() => !database.replica!.has(null))
    expect((await get('/v1/articles?limit=100')).status).toBe(200)
  })
})
