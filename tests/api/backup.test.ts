import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import type { App } from '../../src/http/instance.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { backUp, query, restore } from '../support/backups.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { NOW, READING, UNLIMITED } from '../support/seeded-service.ts'
import { type Ask, createAsk } from './ask.ts'
import { insertRecord, READ_URLS, RECORD } from './record.ts'
import { type ReviewService, reviewService } from './review-service.ts'

let service: ReviewService
beforeAll(async () => {
  service = await reviewService()
  await insertRecord(service.database.db)
  await useEverything(service)
})
afterAll(() => service.close())

/** Texts that an escape, a delimiter or an encoding could change. */
const HOSTILE = [
  '\\N and \\. and \\\\n and \\u0000 and \\x00 and {"a":"b"} and [] and NULL and null',
  'tab\there, "quotes", \'single\', `ticks`, $1, $$, --, /* */, ; DROP TABLE statements',
  'line\u2028separator\u2029paragraph\u0085next\u200bzero\u00a0space\ufeffmark \u0001 \u0002 \u001f \u007f',
  'العربية עברית हिन्दी 日本語 中文 한국어 ไทย ქართული አማርኛ Ελληνικά Кириллица \u202eright to left\u202c',
  '😀👩‍👩‍👧‍👦🏳️‍🌈 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 é e\u0301 İ ı ß ﬁ \u{10ffff}',
]

/** Writes to every table that the service writes to, and leaves a job in the queue. */
async function useEverything({ ask, ingest, admin, database }: ReviewService): Promise<void> {
  for (const [index, text] of HOSTILE.entries()) {
    const article = {
      title: text,
      byline: text,
      publisher: index % 2 ? 'The Gazette' : text.slice(0, 40).trim(),
      text: `“${text.replaceAll('"', '')}, and it will last,” harbour master Ada Brandt said on Tuesday.\n\n${text}`,
      published: '2026-03-04',
      url: `https://hostile.example/${index}`,
    }
    const headers = { 'idempotency-key': `hostile-${index}` }
    const { status } = await ask('/v1/articles', { method: 'POST', body: article, key: admin, headers })
    expect(status).toBe(201)
  }
  const [statement] = await ingest([
    '“The lock will open,” Bo Day said on Monday.',
    '“It is late,” she said.',
  ])
  await ask(`/v1/statements/${statement!.id}/verify`, {
    method: 'POST',
    version: 1,
    body: { reason: 'Heard.' },
  })
  await ingest(['“The lock will open,” Bo Day said on Monday, and then again.'])
  await ask(`/v1/officials/${RECORD.bo.slug}/merge`, {
    method: 'POST',
    version: 1,
    body: { into: RECORD.ada.slug, reason: 'One person' },
    key: admin,
  })
  await ask('/v1/searches', { method: 'POST', body: { name: 'Locks', q: 'lock' }, key: admin })
  await ask('/v1/webhooks', {
    method: 'POST',
    body: { endpoint: 'https://archive.example.org/onrecord' },
    key: admin,
  })
  await ask('/v1/verify', {
    method: 'POST',
    body: { quote: 'The lock will open', receipt: true },
    key: admin,
  })
  const job = await service.app.inject({
    method: 'POST',
    url: '/v1/articles:batch?async=true',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/x-ndjson' },
    payload: `${JSON.stringify({ text: 'She said that it waits.', title: 'Waiting' })}\n`,
  })
  expect(job.statusCode, job.body).toBe(202)
  await createKey(database.db, { name: 'another', scopes: ['read'], expiresAt: null }, NOW)
}

/** Starts a service on a database of its own. */
async function serviceAt(url: string): Promise<{ app: App; ask: Ask }> {
  const limits = { poolMax: 3, acquireTimeoutMs: 60_000, statementTimeoutMs: 60_000 }
  const database = await openDatabase({ url, dataDirectory: '', ...limits }, silent)
  const app = await buildApp({
    config: readConfig(UNLIMITED),
    database,
    log: silent,
    now: () => NOW,
    ...READING,
  })
  onTestFinished(async () => {
    await app.close()
    await database.close()
  })
  return { app, ask: await createAsk(app, service.admin) }
}

/** Reads a path as an administrator. Leaves out cursors, which each database signs with a key of its own. */
async function read(app: App, url: string): Promise<string> {
  const { statusCode, body } = await app.inject({
    url,
    headers: { authorization: `Bearer ${service.admin}` },
  })
  return `${statusCode} ${body.replaceAll(/cursor=[\w-]+/g, 'cursor=')}`
}

describe('a backup that is restored', () => {
  it('answers every read as the first database does, and accepts the same keys', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    const backup = await backUp(service.database.url, directory)
    const url = await createTestDatabase({ isEmpty: true })
    const { tables } = await restore(url, directory)

    for (const table of backup.manifest.tables) {
      const restored = tables.find(({ name }) => name === table.name)
      expect([restored?.rows, restored?.sha256], table.name).toEqual([table.rows, table.sha256])
    }
    const filled = backup.manifest.tables.filter(({ rows }) => rows > 0).map(({ name }) => name)
    expect(filled).toEqual(expect.arrayContaining(['jobs', 'job_items', 'pgboss.job', 'idempotency_records']))
    expect(filled).toEqual(
      expect.arrayContaining(['webhooks', 'searches', 'receipts', 'api_keys', 'revisions']),
    )
    expect(filled).toEqual(
      expect.arrayContaining(['official_moves', 'official_move_statements', 'sighting_pairs']),
    )

    const { app, ask } = await serviceAt(url)
    const { bo } = RECORD
    const urls = Object.entries(READ_URLS)
      .filter(([name]) => !name.startsWith('getHealth') && name !== 'getReadiness' && name !== 'compare')
      .map(([, path]) => path)
      .filter((path) => !path.includes(bo.slug))
    for (const path of [
      ...urls,
      '/v1/statements?q=lock&limit=100',
      '/v1/articles?q=kириллица',
      '/v1/jobs',
      '/v1/webhooks',
      '/v1/searches',
      '/v1/suggest?q=brand',
      '/v1/officials/bo-lindqvist/history',
    ]) {
      expect(await read(app, path), path).toBe(await read(service.app, path))
    }
    const headers = { 'idempotency-key': 'hostile-0' }
    const repeated = { method: 'POST', key: service.admin, headers, body: { text: 'Another text.' } }
    expect((await ask('/v1/articles', repeated)).status).toBe(422)
    const ingested = await ask('/v1/articles', {
      method: 'POST',
      body: { text: '“A new lock,” Cyd Okafor said.', title: 'New', published: '2026-03-05' },
    })
    expect(ingested.status).toBe(201)
  })

  it('has the same derived tables, indexes, constraints and triggers', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(service.database.url, directory)
    const url = await createTestDatabase({ isEmpty: true })
    await restore(url, directory)
    for (const sql of [
      'SELECT statement_id, keys FROM statement_keys ORDER BY 1',
      'SELECT article_id, words::text, is_long FROM article_words ORDER BY 1',
      'SELECT id, words::text, publisher_key, published_earliest, published_latest FROM statements ORDER BY 1',
      'SELECT DISTINCT kind, subject, form, spelling, key, folded, words::text FROM names ORDER BY 1, 2, 3, 4, 5',
      'SELECT DISTINCT word, sounds FROM name_words ORDER BY 1',
      "SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'pgboss') ORDER BY 1",
      "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), condeferrable, convalidated FROM pg_constraint WHERE connamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) ORDER BY 1, 2",
      'SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2',
    ]) {
      expect(await query(url, sql), sql).toEqual(await query(service.database.ownerUrl, sql))
    }
    const [sequence] = await query<{ next: string; last: string | null }>(
      url,
      "SELECT nextval('sighting_decisions_number_seq') AS next, (SELECT max(number) FROM sighting_decisions) AS last",
    )
    expect(Number(sequence!.next)).toBeGreaterThan(Number(sequence!.last))
  })

  it('has paused webhooks, if the operator asks for it', async () => {
    const directory = join(await temporaryDirectory(), 'backup')
    await backUp(service.database.url, directory)
    const url = await createTestDatabase({ isEmpty: true })
    expect((await restore(url, directory, { pausesWebhooks: true })).pausedWebhooks).toBe(1)
    const { ask } = await serviceAt(url)
    expect((await ask('/v1/webhooks')).body.items[0]).toMatchObject({ status: 'paused' })
  })
})

describe('an erasure', () => {
  it('removes its words from the next backup, also if that links the files of an earlier one', async () => {
    const word = 'unmistakeableword'
    const brought = await service.ask('/v1/articles', {
      method: 'POST',
      key: service.admin,
      body: {
        text: `“The ${word} stays,” Ada Brandt said.`,
        title: `All about ${word}`,
        published: '2026-03-04',
      },
    })
    const directory = await temporaryDirectory()
    const [before, after] = [join(directory, 'before'), join(directory, 'after')]
    const earlier = await backUp(service.database.url, before)
    const { status } = await service.ask(`/v1/articles/${brought.body.article.id}`, {
      method: 'DELETE',
      version: 1,
      body: { reason: 'Order 12/2026' },
      key: service.admin,
    })
    expect(status).toBe(200)
    const later = await backUp(service.database.url, after, { since: earlier })
    expect(later.manifest.erasures).toBe(earlier.manifest.erasures + 1)

    const url = await createTestDatabase({ isEmpty: true })
    await restore(url, after)
    const [found] = await query<{ words: string }>(
      url,
      `SELECT count(*) AS words FROM (
         SELECT s::text FROM statements s UNION ALL SELECT r::text FROM revisions r UNION ALL SELECT a::text FROM articles a
         UNION ALL SELECT t::text FROM snapshots t UNION ALL SELECT w::text FROM article_words w
         UNION ALL SELECT p::text FROM statement_spans p UNION ALL SELECT i::text FROM idempotency_records i) AS t (line)
       WHERE line LIKE '%' || $1 || '%'`,
      [word],
    )
    expect(Number(found!.words)).toBe(0)
    const { ask } = await serviceAt(url)
    expect((await ask(`/v1/articles/${brought.body.article.id}`)).status).toBe(410)
  })
})
