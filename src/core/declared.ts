/**
 * The part of a zod schema that this module reads: `def.type` names the kind, the rest of `def` holds the parts.
 * Declared here because `core` imports no package.
 */
export interface Shape {
  readonly def: { readonly type: string }
}

export type Test = (value: unknown) => boolean

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Shape>>
  readonly catchall?: Shape
  readonly element?: Shape
  readonly items?: readonly Shape[]
  readonly rest?: Shape | null
  readonly options?: readonly Shape[]
  readonly innerType?: Shape
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly format?: string
  readonly checks?: readonly { readonly _zod?: { readonly def: { readonly check: string } } }[]
}

/**
 * Compiles a fast structural check of a value against a schema: every key is declared and every part has the declared
 * type. The check ignores formats and lengths. It returns false for schemas that change their input (defaults,
 * transformations, catch-alls). So it may reject a value that the schema accepts, but it never accepts a value from
 * which the schema would remove or change something.
 */
export function declaredBy(shape: Shape): Test {
  const definition = shape.def as Definition
  if (definition.checks?.some((check) => check._zod?.def.check === 'overwrite')) return never
  return KINDS[definition.type]?.(definition) ?? never
}

const never: Test = () => false

/** The check of each kind of schema. */
const KINDS: Readonly<Record<string, (definition: Definition) => Test>> = {
  string: () => (value) => typeof value === 'string',
  boolean: () => (value) => typeof value === 'boolean',
  null: () => (value) => value === null,
  number: ({ format }) => (format === 'safeint' ? Number.isSafeInteger : Number.isFinite),
  enum: ({ entries }) => ofValues(Object.values(entries!)),
  literal: ({ values }) => ofValues(values!),
  nullable: ({ innerType }) => orElse(null, declaredBy(innerType!)),
  optional: ({ innerType }) => orElse(undefined, declaredBy(innerType!)),
  union: ({ options }) => ofUnion(options!.map(declaredBy)),
  array: ({ element }) => ofArray(declaredBy(element!)),
  tuple: ({ items, rest }) => (rest ? never : ofTuple(items!.map(declaredBy))),
  object: ({ shape, catchall }) => (catchall && catchall.def.type !== 'never' ? never : ofObject(shape!)),
}

function ofObject(shape: Readonly<Record<string, Shape>>): Test {
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

/** Excludes class instances: a `Date` has no keys, but JSON does not write it as an object. */
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

const ofArray =
  (isDeclared: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(isDeclared)

const ofTuple =
  (tests: readonly Test[]): Test =>
  (value) =>
    Array.isArray(value) &&
    value.length === tests.length &&
    tests.every((isDeclared, index) => isDeclared(value[index]))

const ofUnion =
  (tests: readonly Test[]): Test =>
  (value) =>
    tests.some((isDeclared) => isDeclared(value))

const orElse =
  (also: null | undefined, isDeclared: Test): Test =>
  (value) =>
    value === also || isDeclared(value)

function ofValues(values: readonly unknown[]): Test {
  const known = new Set(values)
  return (value) => known.has(value)
}
