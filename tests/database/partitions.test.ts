import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSteps } from '../../bench/partition-script.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import type { App } from '../../src/http/instance.ts'
import { countPages } from '../../src/record/statements/matches.sql.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent } from '../support/database.ts'
import { NOW, READING, seededService, type TestService, UNLIMITED } from '../support/seeded-service.ts'

const YEAR_MS = 366 * 24 * 3_600_000
/** A time for which the script has made partitions, and whose statements are not in the first one. */
const LATER = new Date(Date.now() + YEAR_MS)

/** Lists of statements by every order, and the other reads that use the table. */
const READS = [
  ...['said', '-said', 'published', '-published', 'confidence', '-confidence', 'recorded', '-recorded'].map(
    (sort) => `/v1/statements?limit=7&sort=${sort}`,
  ),
  '/v1/statements?official=vedant-patel&count=exact',
  '/v1/statements?type=mixed&status=machine&facets=official,year,type',
  '/v1/statements?q=sanctions',
  '/v1/statements?said_from=2024-09&said_to=2024-12',
  '/v1/statements?min_confidence=0.8&vanished=include',
  '/v1/officials?limit=100',
  '/v1/officials/vedant-patel/timeline',
  '/v1/organizations',
  '/v1/publishers',
  '/v1/dates',
  '/v1/dates/2024-09',
  '/v1/articles',
  '/v1/changes?limit=50',
  '/v1/search?q=what+did+Patel+say+about+missiles+in+December+2024',
  '/v1/export?format=ndjson',
]

describe('statements in partitions', () => {
  let service: TestService
  let later: App
  let owner: pg.Client
  let headers: Record<string, string>
  let before: string[]
  let whileWaiting: number

  /** Runs the script as psql does: each statement in its own transaction. */
  const runScript = async (): Promise<void> => {
    for (const { statements } of await readSteps()) {
      for (const statement of statements) await owner.query(statement)
    }
  }
  /** Waits until a step of the script has waited for a lock in vain, and lets others pass. */
  const hasLetPass = async (watcher: pg.Client, step: string): Promise<void> => {
    const isPausing = `SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE '%${step}%' AND pid <> pg_backend_pid()`
    while ((await watcher.query(isPausing)).rowCount === 0) await sleep(20)
  }
  /** Runs the script beside a transaction that has read statements, and another that writes an article, then statements. */
  const runBesideOthers = async (): Promise<void> => {
    const { ownerUrl } = service.database
    const [reader, writer, watcher] = [
      await connectOnce(ownerUrl),
      await connectOnce(ownerUrl),
      await connectOnce(ownerUrl),
    ]
    try {
      await reader.query('BEGIN')
      await reader.query('SELECT FROM statements')
      await writer.query('BEGIN')
      await writer.query('LOCK TABLE articles IN ROW EXCLUSIVE MODE')
      const script = runScript()
      await Promise.race([hasLetPass(watcher, 'bound TIMESTAMPTZ'), script])
      whileWaiting = (await service.app.inject('/v1/statements')).statusCode
      await reader.query('COMMIT')
      await Promise.race([hasLetPass(watcher, 'former CONSTANT'), script])
      await writer.query('LOCK TABLE statements IN ROW EXCLUSIVE MODE')
      await writer.query('COMMIT')
      await script
    } finally {
      for (const client of [reader, writer, watcher]) await client.end()
    }
  }
  const answers = async (): Promise<string[]> => {
    const bodies: string[] = []
    for (const url of READS) {
      const { statusCode, body } = await service.app.inject(url)
      expect([url, statusCode]).toEqual([url, 200])
      bodies.push(`${url}\n${body}`)
    }
    return bodies
  }
  const partitions = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'statements'::regclass ORDER BY 1",
    )
    return rows.map(({ name }) => name)
  }
  const indexesOf = async (table: string): Promise<string[]> => {
    const { rows } = await owner.query<{ text: string }>(
      `SELECT regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '') AS text
       FROM pg_index WHERE indrelid = $1::regclass AND indisvalid ORDER BY 1`,
      [table],
    )
    return rows.map(({ text }) => text)
  }

  beforeAll(async () => {
    service = await seededService()
    const { database } = service
    owner = await connectOnce(database.ownerUrl)
    const { secret } = await createKey(database.db, { name: 'desk', scopes: ['admin'], expiresAt: null }, NOW)
    headers = { authorization: `Bearer ${secret}` }
    later = await buildApp({
      ...{ config: readConfig(UNLIMITED), database, log: silent, ...READING },
      now: () => LATER,
    })
    await later.ready()
    before = await answers()
    await runBesideOthers()
  })
  afterAll(async () => {
    await later?.close()
    await owner?.end()
    await service?.close()
  })

  const rowsIn = async (table: string): Promise<number> =>
    Number((await owner.query(`SELECT count(*) FROM ${table}`)).rows[0].count)

  it('every read has the same answer as before', async () => {
    expect(await answers()).toEqual(before)
    expect(await rowsIn('statements_first')).toBeGreaterThan(0)
  })

  it('readers and writers go on while the script waits for their transactions', () => {
    expect(whileWaiting).toBe(200)
  })

  it('there is a partition for each quarter of the next two years, with all indexes', async () => {
    const names = await partitions()
    expect(names.length).toBeGreaterThan(8)
    expect(names).toEqual(expect.arrayContaining(['statements_first', 'statements_later']))
    const expected = await indexesOf('statements')
    expect(expected.length).toBeGreaterThan(15)
    for (const name of names) expect([name, await indexesOf(name)]).toEqual([name, expected])
  })

  it('the pages of all partitions count when a sample is chosen', async () => {
    const { rows } = await owner.query<{ pages: number }>(
      `SELECT (pg_relation_size('statements_first') / current_setting('block_size')::int)::int AS pages`,
    )
    expect(rows[0]!.pages).toBeGreaterThan(0)
    expect(await countPages(service.database.db)).toBe(rows[0]!.pages)
  })

  it('new statements go to the partition of their time, and are found, corrected and joined with older ones', async () => {
    const text = '“The ferry will run all winter,” harbour master Ada Brandt said on Tuesday.'
    const sent = await later.inject({ method: 'POST', url: '/v1/articles', headers, payload: { text } })
    expect(sent.statusCode).toBe(201)
    const found = (await later.inject('/v1/statements?q=ferry')).json().items
    expect(found).toHaveLength(1)
    const { rows } = await owner.query(
      'SELECT tableoid::regclass::text AS at FROM statements WHERE id = $1',
      [found[0].id],
    )
    expect(rows[0].at).toMatch(/^statements_\d{4}q[1-4]$/)
    const corrected = await later.inject({
      method: 'PATCH',
      url: `/v1/statements/${found[0].id}`,
      headers: { ...headers, 'if-match': '"1"' },
      payload: { reason: 'A test', polarity: 'denied' },
    })
    expect(corrected.statusCode).toBe(200)
    expect((await later.inject(`/v1/statements/${found[0].id}`)).json().polarity).toBe('denied')
    const again = await later.inject({
      method: 'POST',
      url: '/v1/articles',
      headers,
      payload: { text: `${text} It snowed.` },
    })
    expect(again.statusCode).toBe(201)
    const sightings = (await later.inject(`/v1/statements/${found[0].id}/sightings`)).json()
    expect(sightings.reports).toHaveLength(2)
    expect(await rowsIn('statements_later')).toBe(0)
  })

  it('what refers to statements is still checked', async () => {
    const { rows } = await owner.query(
      `SELECT conrelid::regclass::text AS at, convalidated FROM pg_constraint
       WHERE confrelid = 'statements'::regclass AND contype = 'f' AND conparentid = 0 ORDER BY 1`,
    )
    expect(rows).toEqual(
      ['official_move_statements', 'organization_move_statements', 'statement_keys', 'statement_spans'].map(
        (at) => ({ at, convalidated: true }),
      ),
    )
    const missing = '00000000-0000-7000-8000-000000000000'
    await expect(owner.query(`INSERT INTO statement_keys VALUES ('${missing}', '{1}')`)).rejects.toThrow(
      'foreign key',
    )
    await expect(owner.query(`UPDATE statements SET official_id = '${missing}'`)).rejects.toThrow(
      'foreign key',
    )
  })

  it('a second run changes nothing', async () => {
    const names = await partitions()
    await runScript()
    expect(await partitions()).toEqual(names)
  })
})
