import { isDeepStrictEqual } from 'node:util'

export type Json = Record<string, unknown>

export interface Schema extends Json {
  $ref?: string
  examples?: unknown[]
}
export interface Media extends Json {
  schema?: Schema
  example?: unknown
  examples?: Json
}
export interface Response extends Json {
  description: string
  content?: Record<string, Media>
}
export interface Parameter extends Json {
  name: string
  in: string
  description?: string
  schema?: Json
}
export interface Operation extends Json {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, Response>
}
/** The parts of an OpenAPI 3.1 document that this module changes. */
export interface OpenapiDocument extends Json {
  tags?: { name: string }[]
  components: { schemas: Record<string, Schema> } & Json
  paths: Record<string, Record<string, Operation>>
}

const SAFE_INTEGER = Number.MAX_SAFE_INTEGER
const MEDIA_EXAMPLE_KEYS = ['example', 'examples']
const REFERENCE = '#/components/schemas/'

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Copies a JSON value and applies a function to each object in it, innermost first. Skips examples and defaults. */
export const mapObjects = (value: unknown, change: (object: Json) => Json): unknown => {
  if (Array.isArray(value)) return value.map((entry) => mapObjects(entry, change))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [
    key,
    MEDIA_EXAMPLE_KEYS.includes(key) || key === 'default' ? entry : mapObjects(entry, change),
  ])
  return change(Object.fromEntries(entries))
}

/** Formats whose pattern from zod is redundant. */
const FORMATS_WITH_PATTERN: ReadonlySet<unknown> = new Set(['uuid', 'date', 'date-time'])

/**
 * Removes keywords from zod that do not help a reader: bounds that every value meets, patterns beside a format, and
 * `readOnly`, which only marks types that code must not change.
 */
export const withoutRedundancy = (schema: Json): Json => {
  const { minimum, maximum, pattern, readOnly: _, ...rest } = schema
  if (rest['minLength'] === 0) delete rest['minLength']
  if (pattern !== undefined && !FORMATS_WITH_PATTERN.has(schema['format'])) rest['pattern'] = pattern
  if (minimum !== undefined && minimum !== -SAFE_INTEGER) rest['minimum'] = minimum
  if (maximum !== undefined && maximum !== SAFE_INTEGER) rest['maximum'] = maximum
  return withNullAsType(rest)
}

const TYPES_WITH_NULL: ReadonlySet<unknown> = new Set(['string', 'integer', 'number', 'boolean', 'array'])

/** Writes a value or null as one schema with two types. The keywords of the value do not apply to null. */
const withNullAsType = (schema: Json): Json => {
  const { anyOf, ...rest } = schema
  const [value, other, ...more] = Array.isArray(anyOf) ? (anyOf as Json[]) : []
  const isTyped =
    value !== undefined && TYPES_WITH_NULL.has(value['type']) && !('enum' in value || 'const' in value)
  if (!isTyped || other?.['type'] !== 'null' || more.length > 0) return schema
  return { ...value, ...rest, type: [value['type'], 'null'] }
}

/** Allows additional properties. The schemas of responses must allow them, because a later version can add fields. */
export const allowMoreProperties = (schema: Json): Json => {
  const { additionalProperties, ...rest } = schema
  return additionalProperties === false || additionalProperties === undefined
    ? rest
    : { ...rest, additionalProperties }
}

/** Puts each reference that has keywords beside it into an `allOf`, because @fastify/swagger removes such keywords. */
export const wrapReference = (object: Json): Json => {
  const { $ref, ...beside } = object
  return $ref === undefined || Object.keys(beside).length === 0 ? object : { ...beside, allOf: [{ $ref }] }
}

/** Undoes {@link wrapReference}: OpenAPI 3.1 allows keywords beside a reference. */
export const unwrapReference = (object: Json): Json => {
  const { allOf, ...beside } = object
  const [only] = Array.isArray(allOf) && allOf.length === 1 ? (allOf as Json[]) : []
  return only?.['$ref'] === undefined ? object : { ...only, ...beside }
}

/** Removes the examples of named schemas. Bodies with such a schema have the examples. */
export const withoutExamples = (document: OpenapiDocument): OpenapiDocument => {
  const schemas = Object.entries(document.components.schemas).map(
    ([name, { examples: _examples, ...schema }]): [string, Schema] => [name, schema],
  )
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } }
}

/** Returns the name of the component schema to which a `$ref` points; `null` if there is none. */
export const targetOf = (schema: Json): string | null => {
  const reference = schema['$ref']
  return typeof reference === 'string' && reference.startsWith(REFERENCE)
    ? reference.slice(REFERENCE.length)
    : null
}

const referencedIn = (value: unknown, found: Set<string>): Set<string> => {
  mapObjects(value, (object) => {
    const target = targetOf(object)
    if (target !== null) found.add(target)
    return object
  })
  return found
}

const INPUT = 'Input'

/** Returns the names of all component schemas to which a value refers, directly or indirectly. */
const reachable = (from: unknown, schemas: Record<string, Schema>): ReadonlySet<string> => {
  const used = referencedIn(from, new Set())
  // The loop also visits names that are added during it.
  for (const name of used) referencedIn(schemas[name], used)
  return used
}

/**
 * Keeps only the component schemas that the API uses. The process has one registry, which can contain schemas of
 * another API. If the input form and the output form of a schema are equal, or only one is used, it gets one name.
 * Otherwise the input form is called `…Input`.
 */
export const keepUsedSchemas = (document: OpenapiDocument): OpenapiDocument => {
  const all = document.components.schemas
  const outputOf = (name: string): string | null => {
    const output = name.endsWith(INPUT) ? name.slice(0, -INPUT.length) : ''
    return output in all ? output : null
  }
  const schemas = Object.fromEntries(
    Object.entries(all).map(([name, schema]): [string, Schema] => {
      const tidy = mapObjects(schema, withoutRedundancy)
      return [name, (outputOf(name) === null ? mapObjects(tidy, allowMoreProperties) : tidy) as Schema]
    }),
  )
  const used = reachable([document.paths, document['webhooks'], document.components['responses']], schemas)
  const names = new Map<string, string>()
  for (const name of used) {
    const output = outputOf(name)
    const alike = output !== null && (!used.has(output) || isDeepStrictEqual(schemas[name], schemas[output]))
    names.set(name, alike ? output : name)
  }
  const rename = (object: Json): Json => {
    const target = targetOf(object)
    return target === null ? object : { ...object, $ref: `${REFERENCE}${names.get(target) ?? target}` }
  }
  const kept = [...used].map((name): [string, Schema] => [names.get(name)!, schemas[name]!])
  const components = { ...document.components, schemas: Object.fromEntries(kept.sort()) }
  return mapObjects({ ...document, components }, rename) as OpenapiDocument
}
