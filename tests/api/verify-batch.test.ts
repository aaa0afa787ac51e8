import { request } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { DRAFT_RESULTS_EXAMPLE } from '../../src/features/verification/draft/documentation.ts'
import { DRAFT_LINES_EXAMPLE } from '../../src/features/verification/draft/parameters.ts'
import type { DraftLineResult } from '../../src/features/verification/draft/schema.ts'
import { insertRecords, makeArticle, makeOfficial, makeStatement, read } from '../support/factories.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const MILL = 'The mill burned for nine hours before the second engine arrived from the coast'
const GOOD = { text: `“${MILL},” said Emil Petrik.` }
const BAD = { text: `“${MILL.replace('nine', 'ten')},” said Emil Petrik.` }

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  const emil = makeOfficial('Emil Petrik')
  const gazette = makeArticle('Gazette', { published: '2026-03-04', sentences: [MILL] })
  const statements = [makeStatement(gazette, 0, { official: emil })]
  await insertRecords(service.database.db, { officials: [emil], articles: [gazette], statements })
})
afterAll(() => service.close())

const toLines = (drafts: readonly unknown[]): string =>
  drafts.map((draft) => (typeof draft === 'string' ? draft : JSON.stringify(draft))).join('\n')

async function send(drafts: readonly unknown[], headers: Record<string, string> = {}) {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/v1/verify:draft',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    payload: toLines(drafts),
  })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toContain('application/x-ndjson')
  return answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as DraftLineResult)
}

it('answers one line for each draft, in order, and goes on after bad lines', async () => {
  const results = await send([
    { id: 'a', ...GOOD, published: '2026-03-10' },
    '',
    '{"text": "cut',
    { id: 'b', txt: 'No text.' },
    { id: 'c', ...BAD },
    GOOD,
    { text: 'x'.repeat(100_001), id: '' },
    { id: 'd', text: '[' },
  ])
  expect(
    results.map(({ line, id, result, problem }) => [
      ...[line, id],
      result ? Object.keys(result.summary.verdicts)[0] : problem!.code,
    ]),
  ).toEqual([
    [1, 'a', 'verbatim'],
    [3, null, 'malformed_request'],
    [4, 'b', 'invalid_body'],
    [5, 'c', 'altered'],
    [6, null, 'verbatim'],
    [7, null, 'invalid_body'],
    [8, 'd', undefined],
  ])
  expect(results[2]!.problem!.errors).toMatchObject([{ pointer: '/text' }, { pointer: '/txt' }])
})

it('answers the example of the API documents as the documents say', async () => {
  expect(await send(DRAFT_LINES_EXAMPLE)).toEqual(DRAFT_RESULTS_EXAMPLE)
})

it('gives the same check as one request for each draft', async () => {
  const [line] = await send([BAD])
  const alone = await service.app.inject({ method: 'POST', url: '/v1/verify:draft', payload: BAD })
  expect(line!.result).toEqual(alone.json())
})

it('makes a receipt for each draft that asks for one, once for each Idempotency-Key', async () => {
  const drafts = [{ ...GOOD, receipt: true }, BAD, { ...BAD, receipt: true }]
  const key = { 'idempotency-key': 'batch' }
  const [first, second] = [await send(drafts, key), await send(drafts, key)]
  const urls = (results: DraftLineResult[]) => results.map(({ result }) => result!.receipt?.url)
  expect(urls(first)).toEqual([expect.any(String), undefined, expect.any(String)])
  expect(urls(second)).toEqual(urls(first))
  const rows = await read(service.database.db, 'SELECT id FROM receipts')
  expect(rows).toHaveLength(2)
})

it('checks at most a hundred drafts without a key, and says so on each further line', async () => {
  const results = await send(Array.from({ length: 103 }, () => ({ text: 'The ferry runs.' })))
  expect(results).toHaveLength(103)
  expect(results.findIndex(({ problem }) => problem !== null)).toBe(100)
  expect(results[102]!.problem).toMatchObject({
    code: 'payload_too_large',
    detail: 'A request has at most 100 drafts without a key. Send the others in another request.',
  })
})

it.each([
  ['no lines', '', 'application/x-ndjson', 400],
  ['only blank lines', '\n \n', 'application/x-ndjson', 400],
  ['another media type', 'text', 'text/plain', 415],
])('answers with a problem for %s', async (_, payload, type, status) => {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/v1/verify:draft',
    headers: { 'content-type': type },
    payload,
  })
  expect(answer.statusCode, answer.body).toBe(status)
})

it('answers the first line before the last one is sent, and stops when the caller leaves', async () => {
  const sent = request(`${service.url}/v1/verify:draft`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  })
  sent.on('error', () => undefined)
  sent.write(`${JSON.stringify({ id: 'first', ...GOOD })}\n`)
  const first = await new Promise<string>((resolve, reject) => {
    sent.on('response', (answer) => answer.on('data', (chunk: Buffer) => resolve(chunk.toString())))
    sent.on('error', reject)
  })
  expect(JSON.parse(first)).toMatchObject({ line: 1, id: 'first' })
  sent.write(`${JSON.stringify(GOOD)}\n`.repeat(50))
  sent.destroy()
  const gauges = () => service.database.gauges()
  await vi.waitFor(() => expect(gauges().total - gauges().idle).toBe(0), { timeout: PATIENCE_MS })
  // The places of the reading queue are free.
  const [next] = await send([GOOD])
  expect(next!.result!.summary.verdicts).toEqual({ verbatim: 1 })
})
