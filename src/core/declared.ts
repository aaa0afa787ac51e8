/**
 * A shape that says what it is, as zod's schemas do: `def.type` names its kind, the rest of `def` its parts. Nothing is
 * imported for it.
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
 * Compiles a quick test whether a value is built as its shape says: nothing in it that the shape does not name, and
 * every part of its type. Whether a text or a number is well-formed is not looked at, and where a shape does more than
 * describe (defaults, transformations, catch-alls) the test says no: it may deny what the shape allows, never allow
 * what the shape would cut or change.
 */
export function declaredBy(shape: Shape): Test {
  const definition = shape.def as Definition
  if (definition.checks?.some((check) => check._zod?.def.check === 'overwrite')) return never
  return KINDS[definition.type]?.(definition) ?? never
}

const never: Test = () => false

/** By kind: what a value must be. */
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

/** A date, say, has no keys either, but is not written as an object. */
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
