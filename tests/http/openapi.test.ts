import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { App } from '../../src/http/instance.ts'
import { PROBLEMS } from '../../src/http/problem-table.ts'
import { safeText } from '../../src/input/values.ts'
import { createLibrary } from './library.ts'

type Json = Record<string, unknown>
interface Operation {
  operationId: string
  parameters?: Json[]
  requestBody?: { content: Record<string, { schema: Json; example: unknown }> }
  responses: Record<string, Json>
}
interface Document extends Json {
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Json>
    responses: Record<string, Json>
    headers: Record<string, Json>
  }
}

let app: App
let document: Document

beforeAll(async () => {
  app = await createLibrary()
  document = (await app.inject('/openapi.json')).json()
})
afterAll(() => app.close())

/** Lists every object in a JSON value with its JSON pointer. */
const walk = (value: unknown, place = '#'): [string, Json][] => {
  if (Array.isArray(value)) return value.flatMap((entry, index) => walk(entry, `${place}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  const children = Object.entries(value).flatMap(([key, entry]) =>
    walk(entry, `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
  return [[place, value as Json], ...children]
}

const resolve = (reference: string): unknown =>
  reference
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) => (value as Json)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    )

/** Follows the reference of a part that several operations share. */
const followed = (part: Json): Json =>
  typeof part['$ref'] === 'string' ? (resolve(part['$ref']) as Json) : part

const operations = (): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  )

describe('the document', () => {
  it('is OpenAPI 3.1 and contains exactly the public operations', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Library' }, servers: [{ url: '/' }] })
    expect(operations().map(([name]) => name)).toEqual([
      'get /health/live',
      'get /health/ready',
      'get /v1/books',
      'post /v1/books',
      'get /v1/books/{id}',
      'post /v1/books:batch',
    ])
  })

  it('has no broken reference and no unused schema', () => {
    const references = walk(document).flatMap(([, object]) =>
      typeof object['$ref'] === 'string' ? [object['$ref']] : [],
    )
    expect(references.length).toBeGreaterThan(50)
    for (const reference of references)
      expect([reference, resolve(reference) !== undefined]).toEqual([reference, true])
    for (const name of Object.keys(document.components.schemas)) {
      expect(references).toContain(`#/components/schemas/${name}`)
    }
    expect(Object.keys(document.components.schemas)).toEqual([
      'Book',
      'BookPage',
      'Health',
      'NewBook',
      'Problem',
    ])
  })

  it('has examples that match their schemas', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(document, 'document')
    let checked = 0
    for (const [place, object] of walk(document)) {
      if (!('schema' in object)) continue
      const named = Object.values((object['examples'] ?? {}) as Record<string, Json>).map(followed)
      const examples = [
        ...('example' in object ? [object['example']] : []),
        ...named.map((example) => example['value']),
        ...(((object['schema'] as Json)['examples'] ?? []) as unknown[]),
      ]
      const validate = ajv.compile({ $ref: `document${encodeURI(place)}/schema` })
      for (const example of examples) {
        expect([place, validate(example), validate.errors]).toEqual([place, true, null])
        checked += 1
      }
    }
    expect(checked).toBeGreaterThan(30)
  })

  it('lists the errors of each operation', () => {
    const statuses = Object.fromEntries(
      operations().map(([name, { responses }]) => [name, Object.keys(responses).join(' ')]),
    )
    expect(statuses).toEqual({
      'get /health/live': '200 400 4XX 5XX',
      'get /health/ready': '200 400 4XX 5XX',
      'get /v1/books': '200 304 400 429 4XX 5XX',
      'post /v1/books': '201 400 422 429 4XX 5XX',
      'get /v1/books/{id}': '200 304 400 404 429 4XX 5XX',
      'post /v1/books:batch': '204 400 429 4XX 5XX',
    })
    for (const [code, { status }] of Object.entries(PROBLEMS)) {
      const { responses } = document.components
      const { content } = (responses[String(status)] ?? responses[`${String(status)[0]}XX`]) as {
        content: Record<string, { examples: Json }>
      }
      expect(content['application/problem+json']!.examples).toHaveProperty(code)
    }
  })

  it('allows additional properties in responses but not in bodies', () => {
    const { Book, NewBook } = document.components.schemas
    expect(Book).not.toHaveProperty('additionalProperties')
    expect(NewBook).toMatchObject({ additionalProperties: false })
    expect(JSON.stringify(document)).not.toContain(String(Number.MAX_SAFE_INTEGER))
  })

  it('describes the types of parameters', () => {
    const parameters = new Map(
      document.paths['/v1/books']!['get']!.parameters!.map(followed).map((parameter) => [
        parameter['name'],
        parameter,
      ]),
    )
    expect(parameters.get('limit')).toMatchObject({ schema: { type: 'integer', minimum: 1, default: 20 } })
    expect(parameters.get('fields')).toMatchObject({
      schema: { type: 'array', items: { type: 'string', enum: ['id', 'title', 'pages'] } },
      style: 'form',
      explode: false,
      required: false,
    })
    expect(parameters.get('illustrated')).toMatchObject({ schema: { type: 'boolean' } })
    expect(parameters.get('min')).toMatchObject({ schema: { type: 'number', minimum: 0, maximum: 1 } })
    expect(parameters.get('count')).toMatchObject({
      schema: { enum: ['none', 'estimate', 'exact'], default: 'none' },
    })
  })

  it('describes the headers of responses', async () => {
    const answer = await app.inject('/v1/books')
    const { headers } = document.paths['/v1/books']!['get']!.responses['200'] as { headers: Json }
    expect(Object.keys(headers).sort()).toEqual(['ETag', 'Link', 'RateLimit'])
    for (const name of Object.keys(headers)) expect(answer.headers).toHaveProperty(name.toLowerCase())
  })

  it('has an ETag, and does not depend on other servers in the process', async () => {
    const first = await app.inject('/openapi.json')
    const again = await app.inject({
      url: '/openapi.json',
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    const other = await createLibrary({
      routes: (server) => {
        const response = { 200: z.string().meta({ id: 'OnlyHere', examples: ['a'] }) }
        const about = { operationId: 'other', summary: 's', description: 'd', tags: ['books'], response }
        server.get('/v1/other', { schema: about }, async () => 'a')
      },
    })
    expect((await other.inject('/openapi.json')).json().components.schemas).toHaveProperty('OnlyHere')
    await other.close()
    const third = await createLibrary()
    expect((await third.inject('/openapi.json')).body).toBe(first.body)
    await third.close()
  })
})

describe('the document is refused', () => {
  const about = {
    operationId: 'readShelf',
    summary: 'A shelf',
    description: 'Reads a shelf.',
    tags: ['books'],
    response: { 200: z.object({ a: z.int() }).meta({ examples: [{ a: 1 }] }) },
  }

  it.each([
    ['operationId', { ...about, operationId: '' }, 'GET /v1/shelf needs operationId'],
    ['summary', { ...about, summary: '' }, 'needs summary'],
    ['description', { ...about, description: '' }, 'needs description'],
    ['tags', { ...about, tags: undefined }, 'needs tags'],
    ['declared tag', { ...about, tags: ['boks'] }, 'needs a description of the tag boks'],
    [
      'example',
      { ...about, response: { 200: z.object({ a: z.int() }) } },
      'needs an example of its application/json',
    ],
    ['unique id', { ...about, operationId: 'listBooks' }, 'needs a unique operationId (not listBooks)'],
    [
      'pattern without flags',
      {
        ...about,
        querystring: z.strictObject({
          language: z
            .string()
            .regex(/^[a-z]+$/i)
            .describe('A language.'),
        }),
      },
      'cannot express the flags of /^[a-z]+$/i',
    ],
    [
      'parameter',
      { ...about, querystring: z.strictObject({ q: safeText(9) }) },
      'a description of the parameter q',
    ],
  ])('if an operation has no %s', async (_name, schema, message) => {
    const library = await createLibrary({
      routes: (server) => {
        server.get('/v1/shelf', { schema: schema as typeof about }, async () => ({ a: 1 }))
      },
    })
    expect(() => library.swagger()).toThrow(message)
    expect((await library.inject('/openapi.json')).statusCode).toBe(500)
    await library.close()
  })

  it('unless every operation is fully documented', async () => {
    const library = await createLibrary({
      routes: (server) => {
        server.get('/v1/shelf', { schema: about }, async () => ({ a: 1 }))
      },
    })
    expect(library.swagger().paths).toHaveProperty('/v1/shelf')
    await library.close()
  })
})

describe('the page at /docs', () => {
  it('loads nothing from other hosts', async () => {
    const index = await app.inject('/docs')
    const scripts = [...index.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!)
    expect(scripts.length).toBeGreaterThan(4)
    for (const url of scripts) {
      expect(url).toMatch(/^\/docs\/static\//)
      expect((await app.inject(url)).statusCode).toBe(200)
    }
    const start = await app.inject('/docs/static/swagger-initializer.js')
    expect(start.body).toContain('validatorUrl: null')
    expect((await app.inject('/docs/json')).json()).toEqual(document)
  })
})
