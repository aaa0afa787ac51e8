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
/** The parts of an OpenAPI 3.1 document this module works on. */
export interface OpenapiDocument extends Json {
  components: { schemas: Record<string, Schema> } & Json
  paths: Record<string, Record<string, Operation>>
}

const SAFE_INTEGER = Number.MAX_SAFE_INTEGER
const MEDIA_EXAMPLE_KEYS = ['example', 'examples']
const REFERENCE = '#/components/schemas/'

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy of a JSON value with each object changed by a function, innermost first. */
export const mapObjects = (value: unknown, change: (object: Json) => Json): unknown => {
  if (Array.isArray(value)) return value.map((entry) => mapObjects(entry, change))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [
    key,
    MEDIA_EXAMPLE_KEYS.includes(key) || key === 'default' ? entry : mapObjects(entry, change),
  ])
  return change(Object.fromEntries(entries))
}

/** Bounds that only say "an integer JavaScript can hold" say nothing about the value. */
export const withoutSafeBounds = (schema: Json): Json => {
  const { minimum, maximum, ...rest } = schema
  if (minimum !== undefined && minimum !== -SAFE_INTEGER) rest['minimum'] = minimum
  if (maximum !== undefined && maximum !== SAFE_INTEGER) rest['maximum'] = maximum
  return rest
}

/** Answers may gain fields without breaking anybody, so their schemas forbid none. */
export const open = (schema: Json): Json => {
  const { additionalProperties, ...rest } = schema
  return additionalProperties === false || additionalProperties === undefined
    ? rest
    : { ...rest, additionalProperties }
}

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

/** All names reachable from a value, through the schemas it refers to. */
const reachable = (from: unknown, schemas: Record<string, Schema>): ReadonlySet<string> => {
  const used = referencedIn(from, new Set())
  // A set being walked also yields what is added on the way.
  for (const name of used) referencedIn(schemas[name], used)
  return used
}

/**
 * The component schemas an API uses, and no others: schemas are registered for the whole process, so those of
 * another API in it would show up too. A shape has one name where what is sent and what is answered are alike, or
 * only one of them exists; else what is sent is called `…Input`.
 */
export const settleSchemas = (document: OpenapiDocument): OpenapiDocument => {
  const all = document.components.schemas
  const outputOf = (name: string): string | null => {
    const output = name.endsWith(INPUT) ? name.slice(0, -INPUT.length) : ''
    return output in all ? output : null
  }
  const schemas = Object.fromEntries(
    Object.entries(all).map(([name, schema]): [string, Schema] => {
      const tidy = mapObjects(schema, withoutSafeBounds)
      return [name, (outputOf(name) === null ? mapObjects(tidy, open) : tidy) as Schema]
    }),
  )
  const used = reachable([document.paths, document.components['responses']], schemas)
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
