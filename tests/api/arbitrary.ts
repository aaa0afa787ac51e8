import fc from 'fast-check'
import type { BodyDescription, Contract, JsonSchema, Operation, Parameter } from './contract.ts'

/** A request for `inject`. */
export interface Asked {
  readonly operation: Operation
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | null
  /** The reason why the document refuses the request: its scope, a parameter or its body. Null if it does not. */
  readonly refusal: string | null
}

/** Values of the service that requests can use. */
export interface Known {
  /** Existing identifiers by collection: `officials`, `dates` … */
  readonly identifiers: Readonly<Record<string, readonly string[]>>
  /** A key of an administrator. */
  readonly key: string
  /** Keys with one scope each. */
  readonly scoped: Readonly<Record<string, string>>
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    'null',
    'true',
    '\u0000',
    '2024',
    '2024-09',
    '../2025',
    '1e9',
    "' OR 1=1",
    '__proto__',
  ),
  fc.string({ maxLength: 4000 }),
)

/** Is undefined in nine of ten cases. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const anyDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

function textFor({ format }: JsonSchema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date') return anyDate.map((date) => date.slice(0, 10))
  if (format === 'date-time') return anyDate
  return anyText
}

/** Generates values of a schema, most of them valid. */
function valuesOf(contract: Contract, named: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const schema = contract.resolve(named)
  const choices = schema.anyOf ?? schema.oneOf
  const wrong = { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown> }
  const right = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 12, arbitrary }, wrong)
  if (depth > 6) return fc.constant(null)
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(contract, choice, depth + 1)))
  if ('const' in schema) return right(fc.constant(schema.const))
  if (schema.enum) return right(fc.constantFrom(...schema.enum))
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      valuesOf(contract, property, depth + 1),
    ])
    return right(
      fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] as never[] }),
    )
  }
  if (schema.type === 'array')
    return right(fc.array(valuesOf(contract, schema.items ?? {}, depth + 1), { maxLength: 3 }))
  if (schema.type === 'string') return right(textFor(schema))
  if (schema.type === 'boolean') return right(fc.boolean())
  if (schema.type === 'integer') return right(fc.integer({ min: schema.minimum ?? -5, max: 1000 }))
  if (schema.type === 'number')
    return right(fc.double({ min: schema.minimum ?? -1, max: schema.maximum ?? 2, noNaN: true }))
  return wrong.arbitrary
}

function parameterValue({ name, schema }: Parameter, known: Known): fc.Arbitrary<string> {
  const words = schema.enum ?? schema.items?.enum
  const fitting = words
    ? fc
        .subarray([...words], { minLength: 1, maxLength: schema.enum ? 1 : Math.min(3, words.length) })
        .map(String)
    : fc.constantFrom(
        ...(known.identifiers[`${name}s`] ?? []),
        ...(schema.examples ?? []).map(String),
        ...(schema.type === 'string' ? ['word'] : ['1', '7', '100']),
      )
  return fc.oneof({ weight: 15, arbitrary: fitting }, { weight: 1, arbitrary: anyText })
}

const pairOf = (parameter: Parameter, known: Known): fc.Arbitrary<readonly [string, string]> =>
  parameterValue(parameter, known).map((value) => [parameter.name, value])

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

/** Describes how a value of a query violates its schema; null if it does not, or if the schema cannot say. */
function valueFaultOf({ schema }: Parameter, value: string): string | null {
  if (schema.enum && !schema.enum.includes(value)) return `${value} is none of ${schema.enum.join(', ')}`
  if (schema.type !== 'integer') return null
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
  const isWithin = Number(value) >= minimum && Number(value) <= maximum
  return /^-?\d+$/.test(value) && isWithin ? null : `${value} is no integer from ${minimum} to ${maximum}`
}

interface Query {
  readonly text: string
  readonly refusal: string | null
}

function queryFor(operation: Operation, known: Known): fc.Arbitrary<Query> {
  const names = operation.parameters.filter((parameter) => parameter.in === 'query')
  const taken = new Set(names.map(({ name }) => name))
  const required = names.filter((parameter) => parameter.required)
  const optional = names.filter((parameter) => !parameter.required)
  const pairs = fc
    .tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(required) },
        { weight: 1, arbitrary: fc.subarray(required) },
      ),
      fc.subarray(optional, { maxLength: Math.min(4, optional.length) }),
    )
    .chain((chosen) => fc.tuple(...chosen.flat().map((parameter) => pairOf(parameter, known))))
  const unknown = rarely(
    fc.tuple(
      anyText.filter((name) => !taken.has(name)),
      anyText,
    ),
  )
  return fc.tuple(pairs, unknown, fc.boolean()).map(([own, other, isTwice]) => {
    const all = [...own, ...(other ? [other] : []), ...(isTwice && own.length > 3 ? own.slice(0, 1) : [])]
    const text = all.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
    const faults = own.map(([name, value]) => {
      const fault = valueFaultOf(names.find((parameter) => parameter.name === name)!, value)
      return fault && `${name}: ${fault}`
    })
    const unknownName = other ? `${other[0]} is no parameter` : null
    return { text, refusal: unknownName ?? faults.find((fault) => fault !== null) ?? null }
  })
}

function pathFor({ path }: Operation, known: Known): fc.Arbitrary<string> {
  const parts = [...path.matchAll(/\/(\w+)\/\{/g)].map(([, collection]) =>
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...(known.identifiers[collection!] ?? ['1'])) },
      { weight: 1, arbitrary: anyText.filter((text) => text !== '' && !/^\.+$/.test(text)) },
      { weight: 1, arbitrary: fc.uuid() },
    ),
  )
  return fc.tuple(...parts).map((values) => {
    const left = [...values]
    return path.replace(/\{\w+\}/g, () => encoded(left.shift() ?? ''))
  })
}

const headersFor = (known: Known): fc.Arbitrary<Record<string, string>> =>
  fc
    .record({
      authorization: fc.oneof(
        { weight: 30, arbitrary: fc.constant(`Bearer ${known.key}`) },
        {
          weight: 6,
          arbitrary: fc.constantFrom(...Object.values(known.scoped)).map((key) => `Bearer ${key}`),
        },
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom('', 'Bearer x', 'Basic YTpi', `Bearer ${known.key}x`) },
      ),
      'if-match': fc.constantFrom('"1"', '"1"', '"2"', '*', 'x', undefined),
      accept: rarely(
        fc.constantFrom('*/*', 'text/html', 'application/ld+json', 'text/*;q=0.5', ';;,', 'a/b'),
      ),
      'if-none-match': rarely(fc.constantFrom('*', 'W/"x"', '"', '')),
      'idempotency-key': rarely(fc.oneof(fc.uuid(), fc.constantFrom('', 'a', 'k'.repeat(300)))),
    })
    .map(
      (headers) =>
        Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >,
    )

function bodyFor(
  contract: Contract,
  bodies: Readonly<Record<string, BodyDescription>>,
): fc.Arbitrary<{ type: string; text: string }> {
  const given = Object.entries(bodies).map(([type, { schema = {}, example }]) =>
    fc
      .oneof(
        { weight: 5, arbitrary: valuesOf(contract, schema) },
        { weight: 1, arbitrary: fc.constant(example) },
      )
      .map((value) => ({ type, text: (typeof value === 'string' ? value : JSON.stringify(value)) ?? '' })),
  )
  const odd = fc.record({
    type: fc.constantFrom('application/json', 'text/plain', 'x', ''),
    text: fc.oneof(fc.json(), anyText),
  })
  return fc.oneof({ weight: 8, arbitrary: fc.oneof(...given) }, { weight: 1, arbitrary: odd })
}

/** Returns the reason why a key may not ask for an operation; null if it may, or if the key is not valid. */
function scopeFaultOf(operation: Operation, authorization: string | undefined, known: Known): string | null {
  if (operation.scopes.length === 0) return null
  const scope = Object.keys(known.scoped).find((one) => authorization === `Bearer ${known.scoped[one]}`)
  if (authorization === undefined) return 'there is no key'
  return scope === undefined || scope === 'admin' || operation.scopes.includes(scope)
    ? null
    : `the key has only ${scope}`
}

/** Generates requests to every operation of a contract: most nearly valid, some random. */
export function requestsTo(contract: Contract, known: Known): fc.Arbitrary<Asked> {
  const forOperation = contract.operations.map((operation) => {
    const hasBody = Object.keys(operation.bodies).length > 0
    const body = hasBody ? bodyFor(contract, operation.bodies) : fc.constant(null)
    return fc.tuple(pathFor(operation, known), queryFor(operation, known), headersFor(known), body).map(
      ([path, query, headers, sent]): Asked => ({
        operation,
        url: query.text === '' ? path : `${path}?${query.text}`,
        headers: sent && sent.type !== '' ? { ...headers, 'content-type': sent.type } : headers,
        payload: sent?.text ?? null,
        refusal:
          scopeFaultOf(operation, headers['authorization'], known) ??
          query.refusal ??
          (sent && contract.bodyFaultOf(operation, sent.type, sent.text)),
      }),
    )
  })
  return fc.oneof(...forOperation)
}
