/**
 * The part of a zod schema that this module reads. `def.type` names the kind, and the rest of `def` holds the parts.
 * This module declares its own type, because `core` imports no package.
 */
export interface SchemaLike {
  readonly def: { readonly type: string }
}

export type Matcher = (value: unknown) => boolean

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, SchemaLike>>
  readonly catchall?: SchemaLike
  readonly element?: SchemaLike
  readonly items?: readonly SchemaLike[]
  readonly rest?: SchemaLike | null
  readonly options?: readonly SchemaLike[]
  readonly innerType?: SchemaLike
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly format?: string
  readonly checks?: readonly { readonly _zod?: { readonly def: { readonly check: string } } }[]
}

/**
 * Compiles a fast structural check of a value against a schema. The check is true if every key is declared and every
 * part has the declared type. It ignores formats and lengths. It is false for schemas that change their input
 * (defaults, transformations, catch-alls). So it may reject a value that the schema accepts. But it never accepts a
 * value that the schema would change.
 */
export function compileMatcher(schema: SchemaLike): Matcher {
  const definition = schema.def as Definition
  if (definition.checks?.some((check) => check._zod?.def.check === 'overwrite')) return never
  return KINDS[definition.type]?.(definition) ?? never
}

const never: Matcher = () => false

/** The check of each kind of schema. */
const KINDS: Readonly<Record<string, (definition: Definition) => Matcher>> = {
  string: () => (value) => typeof value === 'string',
  boolean: () => (value) => typeof value === 'boolean',
  null: () => (value) => value === null,
  number: ({ format }) => (format === 'safeint' ? Number.isSafeInteger : Number.isFinite),
  enum: ({ entries }) => ofValues(Object.values(entries!)),
  literal: ({ values }) => ofValues(values!),
  nullable: ({ innerType }) => orElse(null, compileMatcher(innerType!)),
  optional: ({ innerType }) => orElse(undefined, compileMatcher(innerType!)),
  readonly: ({ innerType }) => compileMatcher(innerType!),
  union: ({ options }) => ofUnion(options!.map(compileMatcher)),
  array: ({ element }) => ofArray(compileMatcher(element!)),
  tuple: ({ items, rest }) => (rest ? never : ofTuple(items!.map(compileMatcher))),
  object: ({ shape, catchall }) => (catchall && catchall.def.type !== 'never' ? never : ofObject(shape!)),
}

function ofObject(shape: Readonly<Record<string, SchemaLike>>): Matcher {
  const parts = new Map(Object.entries(shape).map(([name, part]) => [name, compileMatcher(part)]))
  const required = [...parts].flatMap(([name, matches]) => (matches(undefined) ? [] : [name]))
  return (value) => {
    if (typeof value !== 'object' || value === null || !isPlain(value)) return false
    let found = 0
    for (const name in value) {
      const matches = parts.get(name)
      if (matches === undefined || !matches(value[name as never])) return false
      found++
    }
    return found === parts.size || required.every((name) => name in value)
  }
}

/**
 * Returns false for class instances. A `Date` has no keys, so it would match an object without required keys. But JSON
 * writes a `Date` as a string.
 */
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

const ofArray =
  (matches: Matcher): Matcher =>
  (value) =>
    Array.isArray(value) && value.every(matches)

const ofTuple =
  (tests: readonly Matcher[]): Matcher =>
  (value) =>
    Array.isArray(value) &&
    value.length === tests.length &&
    tests.every((matches, index) => matches(value[index]))

const ofUnion =
  (tests: readonly Matcher[]): Matcher =>
  (value) =>
    tests.some((matches) => matches(value))

const orElse =
  (also: null | undefined, matches: Matcher): Matcher =>
  (value) =>
    value === also || matches(value)

function ofValues(values: readonly unknown[]): Matcher {
  const known = new Set(values)
  return (value) => known.has(value)
}
