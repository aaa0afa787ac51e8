import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'

const PAGE = new URL('../../docs/statement-schema.md', import.meta.url)
const DOCUMENTED_ORIGIN = 'http://127.0.0.1:3000'

let service: TestService
let schema: Record<string, unknown>
let validate: ValidateFunction

const createAjv = () => new Ajv2020({ formats: { uuid: true, date: true, 'date-time': true } })
const get = async (url: string) => (await service.app.inject(url)).json()

beforeAll(async () => {
  service = await seededService({ ONRECORD_PUBLIC_URL: DOCUMENTED_ORIGIN })
  schema = await get('/schema/statement.json')
  validate = createAjv().compile(schema)
})
afterAll(() => service.close())

describe('/schema/statement.json', () => {
  it('is a JSON Schema with an address, a title, a license and an example', async () => {
    const { headers } = await service.app.inject('/schema/statement.json')
    expect(headers['content-type']).toContain('application/schema+json')
    expect(headers['link']).toBe('<https://spdx.org/licenses/MIT.html>; rel="license"')
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${DOCUMENTED_ORIGIN}/schema/statement.json`,
      $comment: expect.stringContaining('MIT'),
      title: 'Statement',
      description: expect.stringContaining('UTF-16'),
    })
    const [example] = schema['examples'] as unknown[]
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
  })

  it('has the address at which the caller asks, without a public URL', async () => {
    const other = await seededService()
    const answer = await other.app.inject({ url: '/schema/statement.json', headers: { host: 'quotes.test' } })
    expect(answer.json()['$id']).toBe('http://quotes.test/schema/statement.json')
    await other.close()
  })

  it('accepts every statement of the service, also with whole records in it', async () => {
    const { items } = await get('/v1/statements?limit=100&expand=official,organization,article')
    expect(items.length).toBeGreaterThan(5)
    for (const item of items) expect(validate(item), JSON.stringify(validate.errors)).toBe(true)
  })

  it('accepts fields of later versions', async () => {
    const { items } = await get('/v1/statements?limit=1')
    const later = { ...items[0], added: 1, speaker: { ...items[0].speaker, added: 1 } }
    expect(validate(later), JSON.stringify(validate.errors)).toBe(true)
  })

  it.each(['text', 'speaker', 'said', 'segments', 'confidence'])(
    'refuses a statement without %s',
    async (name) => {
      const { items } = await get('/v1/statements?limit=1')
      const { [name]: _left, ...rest } = items[0]
      expect(validate(rest)).toBe(false)
    },
  )

  it('answers 304 to its ETag', async () => {
    const { headers } = await service.app.inject('/schema/statement.json')
    const again = await service.app.inject({
      url: '/schema/statement.json',
      headers: { 'if-none-match': headers['etag'] as string },
    })
    expect(again.statusCode).toBe(304)
  })
})

describe('the ninjs item of the page', () => {
  const ITEM = {
    uri: 'https://gazette.example/items/ferry',
    type: 'text',
    standard: {
      name: 'ninjs with statements',
      version: '2.1',
      schema: 'https://gazette.example/schemas/ninjs-with-statements.json',
    },
    pubstatus: 'usable',
    versioncreated: '2025-01-15T09:30:00Z',
    language: 'en',
    headlines: [{ role: 'main', value: 'Ferry to run all winter' }],
    bodies: [
      {
        role: 'main',
        contenttype: 'text/plain',
        value: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
      },
    ],
  }

  it('is what the service finds in it, and valid', async () => {
    const page = readFileSync(PAGE, 'utf8')
    const [extension, item] = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json]) =>
      JSON.parse(json!),
    )
    const { secret } = await createKey(
      service.database.db,
      { name: 'desk', scopes: ['ingest'], expiresAt: null },
      NOW,
    )
    const sent = await service.app.inject({
      method: 'POST',
      url: '/v1/articles',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/vnd.iptc.ninjs+json' },
      body: ITEM,
    })
    expect(sent.statusCode).toBe(201)
    const { items } = await get(`/v1/statements?article=${sent.json().article.id}`)
    const carried = withFixedIds({ ...ITEM, statements: items })
    if (process.env['UPDATE_README']) {
      const written = `${JSON.stringify(carried, null, 2)}\n`
      writeFileSync(
        PAGE,
        page.replace(/^(```json\n)(?!.*^```json).*?^```$/ms, (_, open) => `${open}${written}\`\`\``),
      )
      return
    }
    expect(item).toEqual(carried)
    const ajv = createAjv()
    ajv.addSchema(schema)
    // The schema of IPTC is not here, so only our part of the extension is checked.
    const check = ajv.compile({ type: 'object', properties: extension.properties })
    expect(check(item), JSON.stringify(check.errors)).toBe(true)
    expect(check({ ...item, statements: [{ text: 'The ferry runs.' }] })).toBe(false)
    for (const { start, end, exact } of item.statements[0].segments)
      expect(item.bodies[0].value.slice(start, end)).toBe(exact)
  })
})

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Replaces each id by a number, in the order of their first places. */
function withFixedIds<Value>(value: Value): Value {
  const known = new Map<string, string>()
  const text = JSON.stringify(value).replace(UUID, (id) => {
    if (!known.has(id)) known.set(id, `0193c1d2-0000-7000-8000-${String(known.size + 1).padStart(12, '0')}`)
    return known.get(id)!
  })
  return JSON.parse(text)
}
