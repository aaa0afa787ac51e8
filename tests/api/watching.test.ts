import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { read } from '../support/factories.ts'
import { seededService, type TestService } from '../support/seeded-service.ts'

const page = (name: string): Promise<string> =>
  readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

/** The endings of the series of a histogram. */
const SERIES = /_(?:bucket|sum|count)$/
/** Words in expressions of Prometheus that name no metric. */
const NO_METRIC =
  /^(?:sum|rate|max|by|topk|absent|or|up|histogram_quantile|le|route|status|method|instance|GET)$/

/** Returns the names of metrics in an expression. */
const metricsIn = (expression: string): string[] =>
  [...expression.replace(/"[^"]*"|\[[^\]]*\]/g, '').matchAll(/\b[a-z][\w]*\b/gi)]
    .map(([name]) => name)
    .filter((name) => !NO_METRIC.test(name))
    .map((name) => name.replace(SERIES, ''))

describe('watching', () => {
  let service: TestService
  beforeAll(async () => {
    service = await seededService()
  })
  afterAll(() => service.close())

  const metrics = async (): Promise<string> => (await service.app.inject('/metrics')).body
  const exposed = async (): Promise<string[]> =>
    [...(await metrics()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!).sort()

  it('docs/watching.md lists exactly the metrics of the service', async () => {
    const [, table] = /^## The metrics\n(.*?)^## /ms.exec(await page('watching.md'))!
    const documented = table!
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
    expect(documented.sort()).toEqual(await exposed())
  })

  it('every alert asks for metrics that exist', async () => {
    const [, table] = /^## Alerts\n(.*?)^## /ms.exec(await page('watching.md'))!
    const named = [...table!.matchAll(/^\|[^|]*\| `([^`]+)`/gm)].flatMap(([, expression]) =>
      metricsIn(expression!),
    )
    expect(named.length).toBeGreaterThan(8)
    expect(await exposed()).toEqual(expect.arrayContaining(named))
  })

  it('every panel of the dashboard asks for metrics that exist', async () => {
    const dashboard = JSON.parse(await page('grafana/onrecord.json')) as {
      panels: { id: number; targets: { expr: string }[] }[]
      templating: { list: { query: string | { query: string } }[] }
    }
    const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
    const [, variable] = dashboard.templating.list
    const [, source] = /^label_values\((\w+), instance\)$/.exec((variable!.query as { query: string }).query)!
    const named = [...expressions.flatMap(metricsIn), source!]
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length)
    expect(named.length).toBeGreaterThan(dashboard.panels.length)
    expect(await exposed()).toEqual(expect.arrayContaining(named))
  })

  it('the metrics count what is on record and what waits', async () => {
    const { db } = service.database
    const [ledger] = await read<{ position: number }>(db, 'SELECT position::int AS position FROM ledger')
    const { position } = ledger!
    expect(await metrics()).toContain(`\nledger_position ${position}\n`)
    expect(await metrics()).toContain('\nwebhooks_behind_changes 0\n')
    await read(
      db,
      `INSERT INTO webhooks (id, endpoint, secret, subjects, actions, officials, position, status, status_reason,
         failures, failing_since, created_at, updated_at)
       SELECT gen_random_uuid(), 'https://desk.example', 'whsec_a', '{}', '{}', '{}', given.position, given.status::webhook_status,
         given.reason, 3, now(), now(), now()
       FROM (VALUES ($1::int - 2, 'active', NULL), (0, 'disabled', 'it failed')) AS given (position, status, reason)`,
      [position],
    )
    await read(db, `INSERT INTO pgboss.job (name, start_after) VALUES ('ingest', now() - interval '1 hour')`)
    const after = await metrics()
    expect(after).toMatch(/\nwebhooks_behind_changes 2\n/)
    expect(after).toMatch(/\nwebhooks_failing 1\n/)
    expect(after).toMatch(/\nwebhooks_disabled 1\n/)
    expect(after).toMatch(/\ningest_pieces_waiting 1\n/)
    expect(Number(/\ningest_oldest_wait_seconds (\S+)/.exec(after)![1])).toBeGreaterThanOrEqual(3600)
  })
})

describe('without the database', () => {
  it('the metrics of the process are still answered, and those of the record are absent', async () => {
    const { app, database } = await seededService()
    await database.close()
    const { statusCode, body } = await app.inject('/metrics')
    await app.close()
    expect(statusCode).toBe(200)
    expect(body).toMatch(/^process_resident_memory_bytes \d/m)
    expect(body).not.toMatch(/^ledger_position/m)
  })
})

describe('docs/runbook.md', () => {
  it('every query runs', async () => {
    const queries = [...(await page('runbook.md')).matchAll(/^```sql\n(.*?)^```$/gms)].map(([, sql]) => sql!)
    expect(queries.length).toBeGreaterThan(8)
    const service = await seededService()
    const client = await connectOnce(service.database.ownerUrl)
    try {
      for (const sql of queries) {
        expect(sql).toMatch(/^SELECT /)
        await client.query(sql)
      }
    } finally {
      await client.end()
      await service.close()
    }
  })
})
