import { z } from 'zod'

export type Test = (value: unknown) => boolean

const never: Test = () => false

/**
 * Compiles a quick test whether a value is built as its schema says: nothing in it that the schema does not name, and
 * every part of its type. Whether a text or number is well-formed is not looked at, and where a schema does more than
 * describe (defaults, codecs, catch-alls) the test says no: it may deny what the schema allows, never the reverse.
 */
export function declaredBy(schema: z.core.$ZodType): Test {
  if (schema instanceof z.ZodObject) return ofObject(schema)
  if (schema instanceof z.ZodArray) return ofArray(declaredBy(schema.def.element))
  if (schema instanceof z.ZodUnion) return ofUnion(schema.def.options.map(declaredBy))
  if (schema instanceof z.ZodNullable) return ofWrapped(null, declaredBy(schema.def.innerType))
  if (schema instanceof z.ZodOptional) return ofWrapped(undefined, declaredBy(schema.def.innerType))
  if (schema instanceof z.ZodEnum) return ofValues(Object.values(schema.def.entries))
  if (schema instanceof z.ZodLiteral) return ofValues(schema.def.values)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return isString
  if (schema instanceof z.ZodNumberFormat) return Number.isSafeInteger
  if (schema instanceof z.ZodNumber) return Number.isFinite
  if (schema instanceof z.ZodBoolean) return isBoolean
  if (schema instanceof z.ZodNull) return isNull
  return never
}

/** A date, say, has no keys either, but is not written as an object. */
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

const isString: Test = (value) => typeof value === 'string'
const isBoolean: Test = (value) => typeof value === 'boolean'
const isNull: Test = (value) => value === null

function ofObject({ def: { shape, catchall } }: z.ZodObject): Test {
  if (catchall !== undefined && !(catchall instanceof z.ZodNever)) return never
  const parts = new Map(Object.entries(shape).map(([name, part]) => [name, declaredBy(part)]))
  const isOptional = (name: string): boolean => parts.get(name)!(undefined)
  return (value) => {
    if (typeof value !== 'object' || value === null || !isPlain(value)) return false
    let found = 0
    for (const name in value) {
      const isDeclared = parts.get(name)
      if (isDeclared === undefined || !isDeclared(value[name as never])) return false
      found++
    }
    return found === parts.size || [...parts.keys()].every((name) => name in value || isOptional(name))
  }
}

const ofArray =
  (isDeclared: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(isDeclared)

const ofUnion =
  (tests: readonly Test[]): Test =>
  (value) =>
    tests.some((isDeclared) => isDeclared(value))

const ofWrapped =
  (also: null | undefined, isDeclared: Test): Test =>
  (value) =>
    value === also || isDeclared(value)

function ofValues(values: readonly unknown[]): Test {
  const known = new Set(values)
  return (value) => known.has(value)
}
