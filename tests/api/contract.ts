import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { App } from '../../src/http/instance.ts'
import { errorKeyOf } from '../../src/http/openapi-errors.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
  readonly required?: boolean
  readonly schema: {
    readonly type?: string
    readonly enum?: readonly string[]
    readonly items?: { readonly enum?: readonly string[] }
    readonly examples?: readonly unknown[]
    readonly minimum?: number
    readonly maximum?: number
  }
}

/** One operation as `/openapi.json` describes it. */
export interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path with its parameters in braces: `/v1/officials/{id}`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly responses: readonly string[]
  /** The media types of a successful response, preferred first. */
  readonly mediaTypes: readonly string[]
  /** The accepted bodies by media type. */
  readonly bodies: Readonly<Record<string, BodyDescription>>
  /** The scopes, one of which a key needs; empty if the operation needs no key. */
  readonly scopes: readonly string[]
}

export interface BodyDescription {
  readonly schema?: JsonSchema
  readonly example?: unknown
}

/** The part of JSON Schema that the OpenAPI document uses for requests. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly minimum?: number
  readonly maximum?: number
}

/** The parts of a response that the document describes. */
interface Answer {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: string
  /** True if the request had the parameter `fields`. Items are then judged by their reduced form. */
  readonly isSparse?: boolean
}

/** Returns whether a request gets items in the reduced form. */
export const isReduced = (url: string): boolean => new URLSearchParams(url.split('?')[1]).has('fields')

export interface Contract {
  readonly operations: readonly Operation[]
  operation(id: string): Operation
  /** Finds the operation of a request. A literal path takes precedence over a path with parameters. */
  operationAt(method: string, url: string): Operation
  /** Returns the methods of a path as in its `Allow` header. */
  allowed(path: string): string
  /** Follows a reference to a component schema. */
  resolve(schema: JsonSchema): JsonSchema
  /** Describes how a response violates the document; null if it matches. */
  faultOf(operation: Operation, answer: Answer): string | null
  /** Describes how a JSON body violates the document; null if it matches, or if the document cannot say. */
  bodyFaultOf(operation: Operation, mediaType: string, text: string): string | null
}

export interface Document {
  readonly paths: Record<string, Record<string, DescribedOperation>>
  readonly components: { readonly schemas: Record<string, JsonSchema> }
}
interface DescribedOperation {
  readonly operationId: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, BodyDescription>> }
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>
}

const FORMATS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  // Not checked.
  uri: true,
} as const

type Json = Record<string, unknown>

/** Copies a value and changes each object in it, outermost first. */
const mapped = (value: unknown, change: (object: Json) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((entry) => mapped(entry, change))
  if (typeof value !== 'object' || value === null) return value
  const changed = change(value as Json)
  return Object.fromEntries(
    Object.entries(changed as Json).map(([key, entry]) => [key, mapped(entry, change)]),
  )
}

/** Replaces the references of operations to shared parameters, responses and examples. Schemas stay references. */
export const withoutSharedParts = (document: unknown): Document => {
  const { components } = document as { components: Record<string, Json> }
  const follow = (object: Json): Json => {
    const [, kind, name] =
      /^#\/components\/(parameters|responses|examples)\/(.+)$/.exec(String(object['$ref'])) ?? []
    return kind === undefined ? object : (components[kind]![name!] as Json)
  }
  const named = (media: Json): Json => {
    const [example] = Object.values((media['examples'] ?? {}) as Record<string, { value: unknown }>)
    return 'schema' in media && example !== undefined && !Array.isArray(media['examples'])
      ? { ...media, example: example.value }
      : media
  }
  return mapped(mapped(document, follow), named) as Document
}

/** Describes the items that the parameter `fields` reduced: each whole form is replaced by the form beside it. */
const reduced = (document: Document): Document =>
  mapped(document, (object) => object['x-schema-with-fields'] ?? object) as Document

/**
 * Splits a list into its items without a retracted statement, and its retracted statements, which have the reduced
 * form. Null for an empty part.
 */
function splitWithheld(value: unknown): [unknown, unknown] {
  const { items } = (value ?? {}) as { items?: unknown }
  if (!Array.isArray(items)) return [value, null]
  const isWithheld = (item: Json): boolean => item['status'] === 'retracted' && !('text' in item)
  const withheld = items.filter(isWithheld)
  if (withheld.length === 0) return [value, null]
  const page = value as Json
  return [
    { ...page, items: items.filter((item) => !isWithheld(item)) },
    { ...page, items: withheld },
  ]
}

/** Reads the OpenAPI document of the service. */
export async function readContract(app: App): Promise<Contract> {
  const described = await app.inject('/openapi.json')
  if (described.statusCode !== 200) throw new Error(`/openapi.json: ${described.body}`)
  const document = withoutSharedParts(described.json())
  const ajv = new Ajv2020({ strict: false, formats: FORMATS })
  ajv.addSchema(document, 'whole')
  ajv.addSchema(reduced(document), 'sparse')
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => toOperation(path, method, described)),
  )
  const validators = new Map<string, ValidateFunction>()
  const validatorAt = (reference: string): ValidateFunction => {
    const known = validators.get(reference) ?? ajv.compile({ $ref: reference })
    validators.set(reference, known)
    return known
  }

  const faultOf = (
    operation: Operation,
    { status, contentType, body, isSparse = false }: Answer,
  ): string | null => {
    const responses = document.paths[operation.path]?.[operation.method.toLowerCase()]?.responses
    const described = responses?.[status] ?? responses?.[errorKeyOf(status)]
    if (!described) return `${status} is not documented`
    const mediaType = contentType?.split(';')[0] ?? ''
    const problem = status >= 400
    if (problem && mediaType !== 'application/problem+json') return `${status} as ${mediaType}`
    if (!problem && !described.content) return body === '' ? null : `${status} has a body`
    if (!problem && !described.content?.[mediaType]) return `${mediaType} is not documented for ${status}`
    const pointer = problem ? '/components/schemas/Problem' : pointerTo(operation, String(status), mediaType)
    const validate = validatorAt(`${isSparse ? 'sparse' : 'whole'}#${pointer}`)
    // NDJSON is a string in the document.
    const value: unknown = /[/+]json$/.test(mediaType) ? JSON.parse(body) : body
    const [whole, withheld] = isSparse ? [value, null] : splitWithheld(value)
    if (!validate(whole)) return ajv.errorsText(validate.errors)
    const validateReduced = validatorAt(`sparse#${pointer}`)
    return withheld === null || validateReduced(withheld) ? null : ajv.errorsText(validateReduced.errors)
  }

  const bodyFaultOf = ({ path, method, bodies }: Operation, mediaType: string, text: string) => {
    if (!bodies[mediaType] || !/[/+]json$/.test(mediaType)) return null
    const validate = validatorAt(
      `whole#${pointerOf(['/paths', path, method.toLowerCase(), 'requestBody', 'content', mediaType, 'schema'])}`,
    )
    const value = parsed(text)
    if (value === undefined) return 'is not JSON'
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }

  return {
    operations,
    bodyFaultOf,
    operation: (id) => operations.find((operation) => operation.id === id)!,
    operationAt: (method, url) => {
      const path = url.split('?')[0]!
      const candidates = operations.filter((operation) => operation.method === method)
      return (
        candidates.find((operation) => operation.path === path) ??
        candidates.find((operation) => matcherOf(operation.path).test(path))!
      )
    },
    allowed: (path) => {
      const methods = Object.keys(document.paths[path] ?? {}).map((method) => method.toUpperCase())
      return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
    },
    resolve: (schema) => {
      if (!schema.$ref) return schema
      const [, ...path] = schema.$ref.split('/')
      return path.reduce<unknown>((value, key) => (value as Json)[key], document) as JsonSchema
    },
    faultOf,
  }
}

/** Parses JSON; undefined if the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const matcherOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)

function toOperation(path: string, method: string, described: DescribedOperation): Operation {
  const success = described.responses['200']?.content ?? {}
  return {
    id: described.operationId,
    method: method.toUpperCase() as Operation['method'],
    path,
    parameters: described.parameters ?? [],
    responses: Object.keys(described.responses),
    mediaTypes: Object.keys(success),
    bodies: described.requestBody?.content ?? {},
    scopes: (described.security ?? []).flatMap((schemes) => Object.values(schemes).flat()),
  }
}

const pointerTo = ({ path, method }: Operation, status: string, mediaType: string): string =>
  pointerOf(['/paths', path, method.toLowerCase(), 'responses', status, 'content', mediaType, 'schema'])

const pointerOf = (parts: readonly string[]): string =>
  parts
    .map((part, index) => (index === 0 ? part : part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .map((part) => (part.startsWith('/paths') ? part : encodeURIComponent(part)))
    .join('/')
