import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCOPES } from '../../src/core/scopes.ts'
import { execute } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { addSource } from '../../src/features/articles/sources/domain.ts'
import { requestTest } from '../../src/features/changes/webhooks/deliveries/domain.ts'
import { createWebhook } from '../../src/features/changes/webhooks/subscriptions/domain.ts'
import { createSearch } from '../../src/features/searches/domain.ts'
import { runs } from '../support/runs.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Asked, requestsTo } from './arbitrary.ts'
import { type Contract, isReduced, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, RECORD } from './record.ts'

let service: EmptyService
let contract: Contract
let key: string
const scoped: Record<string, string> = {}
const webhooks: string[] = []
const deliveries: string[] = []
const searches: string[] = []
const jobs: string[] = []
const sources: string[] = []
const receipts: string[] = []

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  await insertRecord(db)
  contract = await readContract(service.app)
  const made = await createKey(db, { name: 'fuzzer', scopes: ['admin'], expiresAt: null }, NOW)
  key = made.secret
  for (const scope of SCOPES) {
    scoped[scope] = (await createKey(db, { name: scope, scopes: [scope], expiresAt: null }, NOW)).secret
  }
  const viewer = { holder: made.key.holder, isAdmin: true }
  const options = { check: () => undefined, checkSearches: async () => undefined, maxPerKey: 0, now: NOW }
  for (const endpoint of ['https://one.example/', 'https://two.example/']) {
    await inTransaction(db, async (tx) => {
      const { id } = await createWebhook(tx, viewer, { endpoint }, options)
      webhooks.push(id)
      deliveries.push((await requestTest(tx, viewer, id, NOW)).id)
    })
  }
  for (const q of ['lock', 'canal OR leaflet']) {
    const search = await inTransaction(db, (tx) =>
      createSearch(tx, viewer, { name: 'Fuzzed', q }, { maxPerKey: 0, now: NOW }),
    )
    searches.push(search.id)
  }
  const batch = await service.app.inject({
    method: 'POST',
    url: '/v1/articles:batch?async=true',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    payload: '{"text": "The lock is open."}\n{}',
  })
  jobs.push(batch.json().id)
  for (const name of ['one', 'two']) {
    const feed = { kind: 'rss', title: null, entries: [] } as const
    const discovered = { url: `https://${name}.example/feed`, feed }
    const { source } = await inTransaction(db, (tx) => addSource(tx, discovered, {}, 'fuzzer', NOW))
    sources.push(source.id)
  }
  const check = await service.app.inject({
    method: 'POST',
    url: '/v1/verify',
    payload: { quote: 'The lock is open.', receipt: true },
  })
  receipts.push(check.json().receipt.signed.id)
  // No request names this version, so these records stay unchanged to the end.
  await execute(db, 'UPDATE webhooks SET version = 100 WHERE id = $1', [webhooks[0]])
  await execute(db, 'UPDATE searches SET version = 100 WHERE id = $1', [searches[0]])
  await execute(db, 'UPDATE sources SET version = 100 WHERE id = $1', [sources[0]])
  await execute(db, 'UPDATE articles SET version = 100 WHERE id = $1', [RECORD.gazette.row.id])
})
afterAll(() => service.close())

const REQUESTS = 20_000
/** The number of requests at the same time. They take less time together, and meet each other's writes. */
const AT_ONCE = 20

/**
 * What random requests hardly ever get right: two known names in one parameter, the address of a known statement, and
 * the number of a page that exists.
 */
const RARELY_RIGHT = new Set(['compare', 'getOembed', 'getArticleAnnotationPage'])

async function expectPromiseKept({ operation, url, headers, payload, refusal }: Asked): Promise<number> {
  const answer = await service.app.inject({
    method: operation.method,
    url,
    headers,
    ...(payload !== null && { payload }),
  })
  const { statusCode: status, body } = answer
  const shown = `${operation.id} answered ${status}: ${body.slice(0, 400)}`
  // The specification of oEmbed demands 501 for an unknown format.
  const isUnknownFormat = operation.id === 'getOembed' && status === 501
  // The service fetches the feed at once, and the machine of the test may have no network.
  const isUnreachable = operation.id === 'addSource' && status === 502
  // Only so many exports run at once.
  const isShed = operation.id === 'exportStatements' && status === 503
  if (!isUnknownFormat && !isUnreachable && !isShed) expect(status, shown).toBeLessThan(500)
  const contentType = String(answer.headers['content-type'] ?? '')
  // A page ignores the parameters that other sites add to links, and its failures are pages.
  const isPage = operation.id === 'getDirectory' && contentType.startsWith('text/html')
  if (!isPage || status < 400)
    expect(
      contract.faultOf(operation, { status, contentType, body, isSparse: isReduced(url) }),
      shown,
    ).toBeNull()
  if (refusal !== null && !isPage) expect(status, `${refusal}: ${shown}`).toBeGreaterThanOrEqual(400)
  return status
}

it('every random request gets a documented response, never a 500, and no success if the document refuses it', {
  timeout: 1_800_000,
}, async () => {
  const { ada, bo, harbour, ministry, old, gazette, undated, statements } = RECORD
  const known = {
    identifiers: {
      officials: [ada, bo, old].flatMap(({ id, slug }) => [id, slug]),
      organizations: [harbour, ministry].flatMap(({ id, slug }) => [id, slug]),
      articles: [gazette, undated].map(({ row }) => row.id),
      snapshots: [gazette, undated].map(({ snapshot }) => snapshot.id),
      statements: statements.map(({ row }) => row.id),
      webhooks,
      deliveries,
      searches,
      jobs,
      sources,
      receipts,
      dates: ['2026-03', '2026', '2026-02-28/..', '../2026'],
    },
    key,
    scoped,
  }
  const seen = new Map<string, Set<number>>()
  const together = fc.array(requestsTo(contract, known), { minLength: AT_ONCE, maxLength: AT_ONCE })
  await fc.assert(
    fc.asyncProperty(together, async (requests) => {
      await Promise.all(
        requests.map(async (asked) => {
          const status = await expectPromiseKept(asked)
          const statuses = seen.get(asked.operation.id) ?? new Set()
          seen.set(asked.operation.id, statuses.add(status))
        }),
      )
    }),
    runs(REQUESTS / AT_ONCE),
  )
  expect([...seen.keys()].sort()).toEqual(contract.operations.map(({ id }) => id).sort())
  // If all requests were refused, the test would prove nothing.
  const refused = [...seen].filter(
    ([, statuses]) => ![200, 201, 204, 304].some((status) => statuses.has(status)),
  )
  const reads = refused.filter(([id]) => contract.operation(id).method === 'GET' && !RARELY_RIGHT.has(id))
  expect(reads).toEqual([])
  expect(refused.length).toBeLessThan(seen.size / 2)
})
