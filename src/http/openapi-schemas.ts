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

/**
 * The component schemas an API uses, and no others: schemas are registered for the whole process, so those of
 * another API in it would show up too. An input schema that equals its output form is that form.
 */
export const settleSchemas = (document: OpenapiDocument): OpenapiDocument => {
  const all = document.components.schemas
  const isInput = (name: string): boolean => name.endsWith('Input') && name.slice(0, -5) in all
  const schemas = Object.fromEntries(
    Object.entries(all).map(([name, schema]): [string, Schema] => {
      const tidy = mapObjects(schema, withoutSafeBounds)
      return [name, (isInput(name) ? tidy : mapObjects(tidy, open)) as Schema]
    }),
  )
  const merged = new Set(
    Object.keys(schemas).filter(
      (name) => isInput(name) && isDeepStrictEqual(schemas[name], schemas[name.slice(0, -5)]),
    ),
  )
  const follow = (object: Json): Json => {
    const target = targetOf(object)
    return target !== null && merged.has(target)
      ? { ...object, $ref: `${REFERENCE}${target.slice(0, -5)}` }
      : object
  }
  const followed = mapObjects({ ...document, components: { ...document.components, schemas } }, follow)
  const result = followed as OpenapiDocument
  const used = referencedIn([result.paths, result.components['responses']], new Set())
  for (const name of used) referencedIn(result.components.schemas[name], used)
  const kept = Object.entries(result.components.schemas).filter(([name]) => used.has(name))
  return { ...result, components: { ...result.components, schemas: Object.fromEntries(kept.sort()) } }
}
