import { get } from 'node:http'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { execute } from '../../src/database/sql.ts'
import { writeExport } from '../../src/features/statements/export/domain.ts'
import { EXPORT_FORMATS } from '../../src/features/statements/formats/table.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { read } from '../support/factories.ts'
import { readParquet } from '../support/parquet.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

/** More than the buffers of a connection hold, and several batches. */
const STATEMENTS = 9000
const ORIGIN = 'https://quotes.example'

let service: EmptyService
beforeAll(async () => {
  service = await emptyService({ ONRECORD_PUBLIC_URL: ORIGIN, ONRECORD_DATABASE_POOL_MAX: '8' })
  await fill(service.database.ownerUrl, STATEMENTS)
})
afterAll(() => service.close())

const linesOf = (body: string): Partial<Statement>[] =>
  body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

async function exported(query: string): Promise<Partial<Statement>[]> {
  const answer = await service.app.inject(`/v1/export.ndjson${query}`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    'application/x-ndjson; charset=utf-8',
  ])
  return linesOf(answer.body)
}

/** Reads all pages of a list. */
async function listed(query: string): Promise<Partial<Statement>[]> {
  const items: Partial<Statement>[] = []
  let next: string | null = `/v1/statements?limit=100&sort=recorded${query.replace('?', '&')}`
  while (next !== null) {
    const answer: { items: Statement[]; page: { next: string | null } } = (
      await service.app.inject(next)
    ).json()
    items.push(...answer.items)
    next = answer.page.next
  }
  return items
}

const byId = (one: Partial<Statement>, other: Partial<Statement>): number => (one.id! < other.id! ? -1 : 1)

it.each([
  '?official=ada-aldern',
  '?organization=ministry-of-harbours&type=direct,mixed',
  '?publisher=The+Daily+3&said_from=2016&said_to=2020&match=overlap',
  '?status=retracted,rejected',
  '?q=reservoir&min_confidence=0.8',
  '?said_basis=bounded&distinct=utterance&attribution=pronoun&fields=id,text,said',
])('has the statements of the list, in the order of recording (%s)', async (query) => {
  const found = await listed(query)
  const all = await exported(query)
  expect(found.length).toBeGreaterThan(0)
  // Highlights are for readers of a page.
  for (const statement of found) delete statement.highlights
  expect(all).toEqual([...found].sort(byId))
})

it('has all statements, and no word of a retracted one', async () => {
  const all = await exported('?status=machine,verified,disputed,rejected,retracted&vanished=include')
  expect(all).toHaveLength(STATEMENTS)
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort())
  const retracted = all.filter(({ status }) => status === 'retracted')
  expect(retracted.length).toBeGreaterThan(0)
  expect(retracted.filter(({ text, speaker }) => text ?? speaker)).toEqual([])
})

it('has the same rows as CSV, as CSV for Excel and as Parquet', async () => {
  const { body, headers } = await service.app.inject('/v1/export?format=csv')
  expect(headers['content-disposition']).toBe('attachment; filename="statements.csv"')
  const rows = parse(body, { columns: true }) as Record<string, string>[]
  const all = await exported('')
  expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  expect(rows.map(({ text }) => text)).toEqual(all.map(({ text }) => text))
  const excel = await service.app.inject('/v1/export.csv-excel')
  expect(excel.body).toBe(`\ufeff${body}`)
  expect(excel.headers['content-disposition']).toBe('attachment; filename="statements.csv"')
  const parquet = await service.app.inject('/v1/export.parquet')
  expect(parquet.headers['content-type']).toBe('application/vnd.apache.parquet')
  const typed = await readParquet(parquet.rawPayload)
  expect(
    typed.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, `${value ?? ''}`])),
    ),
  ).toEqual(rows)
  expect(typed[0]).toMatchObject({
    verbatim: expect.any(Boolean),
    confidence: expect.any(Number),
    sightings: 1,
    recorded: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
})

it.each(['csv', 'ndjson', 'parquet'])('is whole without a statement (%s)', async (format) => {
  const { statusCode, body, rawPayload } = await service.app.inject(
    `/v1/export?format=${format}&published_to=1900&fields=id,text`,
  )
  expect(statusCode).toBe(200)
  if (format === 'parquet') expect(await readParquet(rawPayload)).toEqual([])
  else expect(body).toBe(format === 'csv' ? 'id,text\r\n' : '')
})

it('answers conditional requests and HEAD without reading all statements', async () => {
  const head = await service.app.inject({ method: 'HEAD', url: '/v1/export.csv' })
  expect([head.statusCode, head.body]).toEqual([200, ''])
  const etag = String(head.headers['etag'])
  const again = await service.app.inject({
    url: '/v1/export.csv',
    headers: { 'if-none-match': etag },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  await noExportRuns()
})

it.each(['?format=atom', '?limit=5', '?sort=said', '?official=ada-aldren', '?cursor=x'])(
  'answers 400 for what an export does not have (%s)',
  async (query) => {
    const answer = await service.app.inject(`/v1/export${query}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'application/problem+json'])
    await noExportRuns()
  },
)

it('shows one state of the record, whatever is written meanwhile', async () => {
  const { db } = service.database
  const format = EXPORT_FORMATS[0]
  const parts = writeExport(db, { filters: { type: ['mixed'] }, format, context: { origin: ORIGIN } })
  let body = String((await parts.next()).value?.bytes)
  const [last] = await read<{ id: string }>(
    db,
    `SELECT max(id::text) AS id FROM statements WHERE type = 'mixed'`,
  )
  const change = (type: string) =>
    execute(db, 'UPDATE statements SET type = $1::statement_type WHERE id = $2::uuid', [type, last!.id])
  await change('indirect')
  try {
    for await (const { bytes } of parts) body += String(bytes)
  } finally {
    await change('mixed')
  }
  expect(linesOf(body).find(({ id }) => id === last!.id)).toMatchObject({ type: 'mixed' })
})

/** Waits until no export holds a connection. */
const noExportRuns = () =>
  vi.waitFor(
    () => {
      const { total, idle, waiting } = service.database.gauges()
      expect([total - idle, waiting]).toEqual([0, 0])
    },
    { timeout: PATIENCE_MS, interval: 20 },
  )

/** Counts the open transactions of exports. */
const transactions = async (): Promise<number> => {
  const [row] = await read<{ count: number }>(
    service.database.db,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  )
  return row!.count
}

interface Download {
  readonly status: number
  readonly body: Buffer
  /** True if the answer arrived up to its end. */
  readonly isWhole: boolean
}

/** Downloads a URL. @param onFirst called with the first bytes. The answer is not read until it resolves. */
const download = (
  path: string,
  { headers = {}, onFirst }: { headers?: Record<string, string>; onFirst?: () => Promise<unknown> } = {},
): Promise<Download> =>
  new Promise((resolve, reject) => {
    const request = get(`${service.url}${path}`, { headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      let isFirst = true
      response.on('data', (part: Buffer) => {
        parts.push(part)
        if (!isFirst || !onFirst) return
        isFirst = false
        response.pause()
        onFirst().then(() => response.resume(), reject)
      })
      const end = () =>
        resolve({ status: response.statusCode!, body: Buffer.concat(parts), isWhole: response.complete })
      response.on('close', end).on('error', () => undefined)
    })
    request.on('error', reject)
  })

/** Ends the connections of exports at the server, as a restart of the database does. */
const loseDatabase = () =>
  vi.waitFor(async () => {
    const [row] = await read<{ count: number }>(
      service.database.db,
      `SELECT count(pg_terminate_backend(pid))::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    )
    expect(row!.count).toBeGreaterThan(0)
  }, PATIENCE_MS)

describe('an export that breaks off', () => {
  it('says so in the last line of NDJSON', async () => {
    const { status, body, isWhole } = await download('/v1/export', { onFirst: loseDatabase })
    expect([status, isWhole]).toEqual([200, true])
    const lines = linesOf(body.toString())
    expect(lines.length).toBeLessThan(STATEMENTS)
    expect(lines.slice(0, -1).filter(({ id }) => !id)).toEqual([])
    expect(lines.at(-1)).toEqual({
      problem: { code: 'unavailable', detail: expect.stringContaining('database'), errors: [] },
    })
    await noExportRuns()
  })

  it.each([
    ['csv', {}],
    ['parquet', {}],
    ['csv', { 'accept-encoding': 'gzip' }],
  ])('ends before the end of the transfer as %s (%j)', async (format, headers) => {
    const path = `/v1/export.${format}`
    const { status, isWhole } = await download(path, { headers, onFirst: loseDatabase })
    expect([status, isWhole]).toEqual([200, false])
    await noExportRuns()
  })
})

it('releases the connection of each of 200 exports whose clients left', async () => {
  const leave = (format: string, number: number): Promise<void> =>
    new Promise((resolve) => {
      const headers = number % 3 === 0 ? { 'accept-encoding': 'gzip' } : {}
      const request = get(`${service.url}/v1/export.${format}`, { headers, agent: false }, (response) => {
        response.once('data', () => request.destroy())
        response.on('error', () => undefined)
      })
      if (number % 5 === 0)
        request.on('socket', (socket) => socket.on('connect', () => setImmediate(() => request.destroy())))
      request.on('error', () => undefined).on('close', resolve)
    })
  const formats = ['ndjson', 'csv', 'parquet']
  for (let number = 0; number < 200; number += 2)
    await Promise.all([0, 1].map((next) => leave(formats[(number + next) % 3]!, number + next)))
  await noExportRuns()
  expect(await transactions()).toBe(0)
  const whole = await download('/v1/export?type=mixed&fields=id')
  expect([whole.status, whole.isWhole]).toEqual([200, true])
})

it('answers 503 with Retry-After while as many exports run as may run at once', async () => {
  let isRead = (): void => undefined
  const reading = new Promise<void>((resolve) => {
    isRead = resolve
  })
  let started = 0
  const running = Array.from({ length: 2 }, () =>
    download('/v1/export', {
      onFirst: () => {
        started++
        return reading
      },
    }),
  )
  await vi.waitFor(() => expect(started).toBe(2), { timeout: PATIENCE_MS })
  const refused = await service.app.inject('/v1/export')
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'unavailable'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  isRead()
  for (const { body, isWhole } of await Promise.all(running))
    expect([isWhole, linesOf(body.toString()).at(-1)]).toEqual([
      true,
      expect.objectContaining({ version: 1 }),
    ])
  await noExportRuns()
})
