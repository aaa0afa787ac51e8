import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { idOf } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Contract, type JsonSchema, type Operation, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

/** Tests every operation of the OpenAPI document that accepts JSON, including new ones. */
let service: EmptyService
let contract: Contract
let key: string
/** Each operation with each JSON media type that it accepts. */
let takers: { operation: Operation; type: string; example: unknown; schema: JsonSchema }[]

beforeAll(async () => {
  service = await emptyService()
  contract = await readContract(service.app)
  key = (await createKey(service.database.db, { name: 'anybody', scopes: ['admin'], expiresAt: null }, NOW))
    .secret
  takers = contract.operations.flatMap((operation) =>
    Object.entries(operation.bodies)
      .filter(([type]) => /^application\/(?:\S+\+)?json$/.test(type))
      .map(([type, { example, schema = {} }]) => ({ operation, type, example, schema })),
  )
  expect(takers.length).toBeGreaterThan(5)
})
afterAll(() => service.close())

/** Sends a body, and checks the response against the OpenAPI document. */
async function send(operation: Operation, payload: string | Buffer, headers: Record<string, string>) {
  const answer = await service.app.inject({
    method: operation.method,
    url: operation.path.replace(/\{\w+\}/g, idOf('nothing on record')),
    headers: { authorization: `Bearer ${key}`, 'if-match': '"1"', ...headers },
    payload,
  })
  const contentType = String(answer.headers['content-type'])
  const { statusCode: status, body } = answer
  const shown = `${operation.id}: ${status} ${body.slice(0, 300)}`
  expect(contract.faultOf(operation, { status, contentType, body }), shown).toBeNull()
  return { status, body: JSON.parse(body), shown, headers: answer.headers }
}

describe('a body', () => {
  it('gets 415 if it is compressed', async () => {
    const large = Buffer.alloc(50_000_000, ' ')
    const compressed = {
      gzip: gzipSync(large),
      'x-gzip': gzipSync('{}'),
      deflate: deflateSync(large),
      br: brotliCompressSync('{}'),
      'gzip, gzip': gzipSync(gzipSync(large)),
      zstd: Buffer.from('{}'),
    }
    for (const { operation, type } of takers) {
      for (const [coding, payload] of Object.entries(compressed)) {
        const answer = await send(operation, payload, { 'content-type': type, 'content-encoding': coding })
        expect([answer.status, answer.body.code], answer.shown).toEqual([415, 'unsupported_media_type'])
        expect(answer.headers['accept-encoding']).toBe('identity')
      }
    }
  })

  it('gets 415 with another media type', async () => {
    for (const { operation, example } of takers) {
      for (const type of [
        'text/plain',
        'application/xml',
        'application/zip',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        'json',
        '*/*',
      ]) {
        const payload = type.includes('utf-16')
          ? Buffer.from(`\ufeff${JSON.stringify(example)}`, 'utf16le')
          : JSON.stringify(example)
        const { status, shown } = await send(operation, payload, { 'content-type': type })
        expect([400, 415], `${type}: ${shown}`).toContain(status)
      }
    }
  })

  it('gets an error if it is not JSON or does not match the schema', async () => {
    const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    for (const { operation, type, example, schema } of takers) {
      const whole = JSON.stringify(example)
      const within = (rest: string) => `${whole.slice(0, -1)}${whole === '{}' ? '' : ','}${rest}}`
      for (const payload of [
        '',
        '{',
        whole.slice(0, -1),
        `${whole}${whole}`,
        "{'a': 1}",
        '{"a": NaN}',
        'null',
        '[]',
        '"text"',
        deep(1000),
        nested(1000),
        deep(100_000),
        Buffer.concat([Buffer.from(whole.slice(0, -1)), Buffer.from([0xe9, 0x7d])]),
      ]) {
        const { status, shown } = await send(operation, payload, { 'content-type': type })
        expect([400, 413, 422], `${String(payload).slice(0, 60)}: ${shown}`).toContain(status)
      }
      const isClosed = contract.resolve(schema).additionalProperties === false
      for (const member of [
        `"deep":${deep(1000)}`,
        '"__proto__":{"admin":true}',
        '"constructor":{"prototype":{"admin":true}}',
      ]) {
        const { status, shown } = await send(operation, within(member), { 'content-type': type })
        if (isClosed) expect([400, 422], shown).toContain(status)
        else expect(status, shown).toBeLessThan(500)
      }
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('gets 422 if a value is nested too deeply, wherever it stands', async () => {
    let unread = 0
    for (const { operation, type, schema, example } of takers) {
      for (const { pointer, isUnread } of valuesIn(schema)) {
        if (isUnread) unread++
        for (const [open, close] of [
          ['[', ']'],
          ['{"a":', '}'],
        ] as const) {
          const nested = (depth: number) => {
            const marked = JSON.stringify(withValue(example, pointer, 'nested here'))
            return marked.replace('"nested here"', `${open.repeat(depth)}1${close.repeat(depth)}`)
          }
          const headers = { 'content-type': type, 'idempotency-key': `${pointer}${open}` }
          const { status, body, shown } = await send(operation, nested(5000), headers)
          expect([status, body.code], `${pointer}: ${shown}`).toEqual([422, 'invalid_body'])
          expect(body.detail).toContain('nested more than 100 deep')
          // A field without a schema may contain nested values, but not without limit.
          const shallow = await send(operation, nested(90), headers)
          expect(shallow.status, `${pointer}: ${shallow.shown}`).toBeLessThan(500)
        }
      }
    }
    expect(unread).toBeGreaterThan(10)
  })

  it('gets an error with a pointer if a character cannot be stored', async () => {
    let tried = 0
    for (const { operation, type, schema, example } of takers) {
      for (const pointer of textsIn(schema)) {
        for (const text of ['one\u0000two', 'half \ud83d', '\udc00']) {
          const body = JSON.stringify(withValue(example, pointer, text))
          const { status, body: problem, shown } = await send(operation, body, { 'content-type': type })
          const about = `${JSON.stringify(text)} at ${pointer}: ${shown}`
          expect(status, about).toBe(422)
          // The fault of an item may be that of its list, if the message shows the item.
          const pointers: string[] = problem.errors.map((error: { pointer: string }) => error.pointer)
          const isNamed = pointers.some(
            (named) => named === pointer || named === pointer.replace(/\/\d+$/, ''),
          )
          expect(isNamed, about).toBe(true)
          tried++
        }
      }
    }
    expect(tried).toBeGreaterThan(60)
  })
})

/** Lists JSON pointers to every string of a body. Of an array, lists only the first item. */
function textsIn(named: JsonSchema, pointer = '', depth = 0): string[] {
  const schema = contract.resolve(named)
  if (depth > 5) return []
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.flatMap((choice) => textsIn(choice, pointer, depth)))]
  if (schema.type === 'string') return [pointer]
  if (schema.type === 'array') return textsIn(schema.items ?? {}, `${pointer}/0`, depth + 1)
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    textsIn(property, `${pointer}/${name}`, depth + 1),
  )
}

/** Returns JSON pointers to every value that a body may have. Of a list, returns only the first item. */
function valuesIn(
  named: JsonSchema,
  pointer = '',
  depth = 0,
): { readonly pointer: string; readonly isUnread: boolean }[] {
  const schema = contract.resolve(named)
  if (depth > 5) return []
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((choice) => valuesIn(choice, pointer, depth))
  const isUnread = schema.type === undefined && schema.properties === undefined
  const here = { pointer, isUnread }
  if (schema.type === 'array') return [here, ...valuesIn(schema.items ?? {}, `${pointer}/0`, depth + 1)]
  const properties = Object.entries(schema.properties ?? {})
  const isOpen = schema.properties !== undefined && schema.additionalProperties !== false
  const others = isOpen ? [{ pointer: `${pointer}/of another program`, isUnread: true }] : []
  const inner = properties.flatMap(([name, value]) => valuesIn(value, `${pointer}/${name}`, depth + 1))
  return [here, ...others, ...inner]
}

/** Copies a JSON value with another value at a pointer. Creates missing parents. */
function withValue(value: unknown, pointer: string, replacement: unknown): unknown {
  if (pointer === '') return replacement
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(pointer)!
  if (first === '0') {
    const [head, ...tail] = Array.isArray(value) ? value : []
    return [withValue(head, rest, replacement), ...tail]
  }
  const object = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  return { ...object, [first]: withValue(object[first], rest, replacement) }
}
