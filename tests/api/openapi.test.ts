import { Ajv2020 } from 'ajv/dist/2020.js'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededService, type TestService } from '../support/seeded-service.ts'
import { withoutSharedParts } from './contract.ts'

type Json = Record<string, unknown>

const MOST_BYTES_OF_AN_OPERATION = 3_500

let service: TestService
let text: string
let types: string

beforeAll(async () => {
  service = await seededService()
  text = (await service.app.inject('/openapi.json')).body
  types = astToString(await openapiTS(text))
})
afterAll(() => service.close())

/** Lists every object of a JSON value. */
const objectsIn = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(objectsIn)]
}

const operations = () =>
  Object.values(withoutSharedParts(JSON.parse(text)).paths).flatMap((item) =>
    Object.entries(item).map(([method, operation]) => ({ method, ...operation })),
  )

describe('the document', () => {
  it(`has at most ${MOST_BYTES_OF_AN_OPERATION} bytes for each operation, shared parts included`, () => {
    const bytes = Buffer.byteLength(text) / operations().length
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES_OF_AN_OPERATION)
  })

  it('has no broken reference', () => {
    const document = JSON.parse(text) as Json
    for (const { $ref } of objectsIn(document)) {
      if (typeof $ref !== 'string') continue
      const [, ...path] = $ref.split('/')
      const found = path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key], document)
      expect([$ref, typeof found]).toEqual([$ref, 'object'])
    }
  })

  it('names the schema of every JSON body, except bodies that only one operation takes', () => {
    for (const { operationId, responses } of operations()) {
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (!status.startsWith('2')) continue
        for (const [type, media] of Object.entries(content)) {
          if (!/[/+]json$/.test(type)) continue
          const { schema } = media as { schema: Json }
          const advice = 'A body has no name. Name its schema in src/service/components.ts.'
          expect([operationId, status, schema['$ref']], advice).toEqual([
            operationId,
            status,
            expect.stringMatching(/^#\/components\/schemas\/\w+$/),
          ])
        }
      }
    }
  })

  it('names a response that several operations share after its schema', () => {
    const { paths, components } = JSON.parse(text)
    for (const path of ['/v1/statements', '/v1/officials/{id}/statements']) {
      expect(paths[path].get.responses[200]).toEqual({ $ref: '#/components/responses/StatementPage' })
    }
    expect(components.responses.StatementPage.content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/StatementPage',
    })
    expect(JSON.stringify(components)).not.toContain('"readOnly"')
  })

  it('describes the Idempotency-Key of every operation that takes one', () => {
    const without = operations()
      .filter(({ method, parameters = [] }) => {
        const isWrite = method === 'post' || method === 'patch'
        return isWrite && !parameters.some(({ name }) => name === 'idempotency-key')
      })
      .map(({ operationId }) => operationId)
    // This operation stores nothing, so it may be repeated.
    expect(without).toEqual(['extract'])
  })

  it('gives no example of a filter that Swagger UI would fill in', () => {
    const filled = operations().flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter((parameter) => parameter.in !== 'path' && ('example' in parameter || 'examples' in parameter))
        .map(({ name }) => `${operationId} ${name}`),
    )
    expect(filled).toEqual([])
  })

  it.each(['en', 'en-GB', 'zh-Hant-TW'])('accepts the language %s', (language) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(JSON.parse(text), 'document')
    const validate = ajv.compile({ $ref: 'document#/components/schemas/NewArticle' })
    expect([validate({ text: 'The ferry runs.', language }), validate.errors]).toEqual([true, null])
  })
})

/** The declarations of the language, read once. */
const libraries = new Map<string, ts.SourceFile | undefined>()

/** Compiles a client with the generated types, under strict rules. Returns the messages of the compiler. */
const compile = (client: string): string[] => {
  const files = new Map([
    ['/api.ts', types],
    ['/client.ts', `import type { components, paths } from './api.ts'\n${client}`],
  ])
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    lib: ['lib.es2022.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const onDisk = { ...host }
  host.fileExists = (name) => files.has(name) || onDisk.fileExists(name)
  host.readFile = (name) => files.get(name) ?? onDisk.readFile(name)
  host.getSourceFile = (name, target) => {
    const own = files.get(name)
    if (own !== undefined) return ts.createSourceFile(name, own, target)
    const known = libraries.get(name) ?? onDisk.getSourceFile(name, target)
    libraries.set(name, known)
    return known
  }
  const program = ts.createProgram(['/client.ts'], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const CLIENT = `
type Schemas = components['schemas']
type Answer<Path extends keyof paths, Status extends number> = paths[Path] extends {
  get: { responses: { [Each in Status]: { content: { 'application/json': infer Body } } } }
} ? Body : never

declare const page: Answer<'/v1/statements', 200>
declare const s: Answer<'/v1/statements/{id}', 200>
declare const date: Answer<'/v1/dates/{edtf}', 200>
declare const sparse: Schemas['SparseStatement']
`

describe('the types that openapi-typescript makes of it', () => {
  it('require the fields that the service always sends', () => {
    const messages = compile(`${CLIENT}
      export const name: string | null = s.speaker.name
      export const start: number | undefined = s.segments[0]?.start
      export const edtf: string | undefined = page.items[0]?.said.edtf
      export const next: string | null = page.page.next
      export const statement: Schemas['Statement'] | undefined = date.items[0]
    `)
    expect(messages).toEqual([])
  })

  it('have the same name field in an official as a reference and in full', () => {
    const messages = compile(`${CLIENT}
      export const official: string | undefined = s.speaker.official?.name
      export const publisher: string | null = s.article.publisher
      const { official: person } = s.speaker
      export const title = person && 'positions' in person ? person.positions[0]?.title : undefined
      export const whole: Schemas['Official'] | null = person && 'positions' in person ? person : null
    `)
    expect(messages).toEqual([])
  })

  it('require nothing of a statement that `fields` reduced', () => {
    expect(compile(`${CLIENT} export const edtf: string | undefined = sparse.said?.edtf`)).toEqual([])
    expect(compile(`${CLIENT} export const edtf = sparse.said.edtf`)).toEqual([
      "'sparse.said' is possibly 'undefined'.",
    ])
  })

  it('refuse a field that does not exist, and a value of another type', () => {
    expect(compile(`${CLIENT} export const name = s.speeker.name`)[0]).toContain("'speeker' does not exist")
    expect(compile(`${CLIENT} export const edtf: number = s.said.edtf`)).toEqual([
      "Type 'string' is not assignable to type 'number'.",
    ])
  })
})
