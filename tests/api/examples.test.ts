import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import examples from '../../src/documentation/examples.json' with { type: 'json' }
import { createKey } from '../../src/features/access/keys/domain.ts'
import { POPOLO_EXAMPLE } from '../../src/features/people/rosters/formats/popolo-input.ts'
import type { Popolo } from '../../src/features/people/rosters/formats/schema.ts'
import type { Receipt } from '../../src/features/receipts/schema.ts'
import type { Citations } from '../../src/features/statements/citation/schema.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'

/**
 * The examples in the OpenAPI document are the responses of the seeded service, with stable ids and cursors.
 *
 * To add an example, add a line to `answers()`: the operation id, and a request. To write it, and after a change of
 * responses: `UPDATE_EXAMPLES=1 npx vitest run tests/api/examples.test.ts`. Then `example(schema, 'operationId')` in
 * the route compiles.
 */

/** A text to extract and to ingest. */
const FERRY = {
  text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
  published: '2025-01-15',
}

/** A quotation that is not on record. */
const DRAFT = { text: '“The ferry will run,” harbour master Ada Brandt said.', published: '2025-01-15' }
const SIGNATURE = 'dJ0xXqNvqmWJtVq5rO2cQmYh3l1bI4mB2vP0o8a7Qw9cFz6sT5uE1kR3yHnLgWjXiKpMeSdVbAoCqZfUtYrGDA'
const QUOTATION = { quote: 'The ferry will run all winter.', speaker: 'Ada Brandt' }

let service: TestService

beforeAll(async () => {
  service = await seededService({ ONRECORD_RECEIPT_KEY: '7f'.repeat(32) })
})
afterAll(() => service.close())

async function answers(): Promise<Record<string, unknown>> {
  const get = async (url: string) => {
    const answer = await service.app.inject({ url, headers: { host: '127.0.0.1:3000' } })
    expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
    return String(answer.headers['content-type']).includes('json') ? answer.json() : answer.body
  }
  const { secret } = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['admin'], expiresAt: null },
    NOW,
  )
  const post = async (url: string, payload: object) => {
    const headers = { authorization: `Bearer ${secret}` }
    return (await service.app.inject({ method: 'POST', url, headers, payload })).json()
  }
  const ingest = (payload: object) => post('/v1/articles', payload)
  const publishers = async () => {
    await ingest({ text: '“The quay is open,” harbour master Ada Brandt said.', publisher: 'The Gazette' })
    return get('/v1/publishers')
  }
  const [statement] = (await get('/v1/statements?official=matthew-miller&type=mixed&limit=1')).items
  const article = statement.article.id
  return {
    listOfficials: await get('/v1/officials?q=patel&limit=1&fields=id,slug,name'),
    getOfficial: await get('/v1/officials/vedant-patel'),
    getTimelineOfOfficial: await get('/v1/officials/vedant-patel/timeline?by=year'),
    compare: await get(
      '/v1/compare?officials=matthew-miller,vedant-patel&q=pakistan&by=year&limit=1&fields=id',
    ),
    listOrganizations: await get('/v1/organizations?limit=1&fields=id,slug,name'),
    getOrganization: await get('/v1/organizations/interior-ministry'),
    listStatements: await get(
      '/v1/statements?official=matthew-miller&type=mixed&limit=1&fields=id,type,text,said,status',
    ),
    search: await get('/v1/search?q=patel+on+missiles&today=2025-02-01&fields=id'),
    suggest: await get('/v1/suggest?q=vedant+petal&limit=1'),
    getStatement: await get(statement.url),
    exportStatements: (await service.app.inject('/v1/export?type=mixed&fields=type,text')).body,
    citeStatement: firstCitationOnly(await get(`${statement.url}/citation`)),
    getStatementAnnotation: await get(`${statement.url}/annotation`),
    getArticleAnnotations: firstAnnotationOnly(await get(`/v1/articles/${article}/annotations`)),
    getArticleAnnotationPage: firstItemOnly(await get(`/v1/articles/${article}/annotations/0`)),
    getOembed: await get(`/oembed?url=http://127.0.0.1:3000${statement.url}`),
    listDates: await get('/v1/dates?limit=2'),
    getDate: await get('/v1/dates/2024-09?match=within&fields=id,text'),
    listArticles: await get('/v1/articles?limit=1&fields=id,title,published'),
    getArticle: await get(`/v1/articles/${article}`),
    listSnapshots: await get(`/v1/articles/${article}/snapshots`),
    getArticleText: ((await get(`/v1/articles/${article}/text`)) as string).slice(0, 200),
    listChanges: await get('/v1/changes?limit=1&subject=official'),
    getSightings: await get(`${statement.url}/sightings`),
    verifyQuotation: await post('/v1/verify', QUOTATION),
    verifyDraft: await post('/v1/verify:draft', DRAFT),
    getReceipt: signedAlike((await post('/v1/verify', { ...QUOTATION, receipt: true })).receipt),
    getReceiptKeys: await get('/.well-known/onrecord-keys.json'),
    extract: (await service.app.inject({ method: 'POST', url: '/v1/extract', payload: FERRY })).json(),
    ingestArticle: await ingest(FERRY),
    ingestArticleAgain: await ingest(FERRY),
    importRoster: await post('/v1/rosters', POPOLO_EXAMPLE),
    exportRoster: officeHoldersOf(await get('/v1/rosters')),
    listPublishers: await publishers(),
  }
}

/** Replaces the signature: it differs with the ids of each run. */
const signedAlike = (receipt: Receipt): Receipt => ({ ...receipt, signature: SIGNATURE })

/** Keeps only the persons with a membership. */
function officeHoldersOf({ memberships, organizations, persons }: Popolo): Popolo {
  const held = new Set(memberships.flatMap(({ person_id, organization_id }) => [person_id, organization_id]))
  const isHeld = ({ id }: { id: string }): boolean => held.has(id)
  return { memberships, organizations: organizations.filter(isHeld), persons: persons.filter(isHeld) }
}

const firstCitationOnly = ({ citations, ...cited }: Citations) => ({
  ...cited,
  citations: citations.slice(0, 1),
})

const firstItemOnly = <Page extends { items: unknown[] }>(page: Page): Page => ({
  ...page,
  items: page.items.slice(0, 1),
})

/** Returns a collection of annotations with one annotation on its first page. */
const firstAnnotationOnly = <Collection extends { first: { items: unknown[] } }>(
  collection: Collection,
): Collection => ({ ...collection, first: firstItemOnly(collection.first) })

const EXAMPLES_FILE = fileURLToPath(new URL('../../src/documentation/examples.json', import.meta.url))

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Numbers ids in order of appearance and shortens cursors. */
function steady(value: unknown): unknown {
  const numbers = new Map<string, string>()
  const text = JSON.stringify(value)
    .replace(/cursor=[\w-]+/g, 'cursor=bmV4dA')
    .replace(UUID, (id) => {
      const known = numbers.get(id) ?? `0193c1d2-0000-7000-8000-${String(numbers.size + 1).padStart(12, '0')}`
      numbers.set(id, known)
      return known
    })
  return JSON.parse(text)
}

test('the examples in the API documents are the answers of the seeded service', async () => {
  const now = steady(await answers())
  if (process.env['UPDATE_EXAMPLES']) {
    await writeFile(EXAMPLES_FILE, JSON.stringify(now))
    execFileSync('npx', ['biome', 'format', '--write', EXAMPLES_FILE])
  }
  expect(process.env['UPDATE_EXAMPLES'] ? now : examples).toEqual(now)
})
