import { z } from 'zod'

/** An extension of OpenAPI. Beside the schema of a whole item, it gives the schema of an item that `fields` reduced. */
const SPARSE_KEYWORD = 'x-schema-with-fields'

/** The first letters of the names of reduced forms in the OpenAPI document. */
export const SPARSE_PREFIX = 'Sparse'

/** The reduced form of each item, by its whole form. Each form exists once, so that it has one name. */
const reducedForms = new WeakMap<object, z.ZodObject>()
const isReduced = new WeakSet<object>()

/**
 * Returns the schema of an item that lacks some of its fields; undefined if the parameter `fields` never reduces it.
 */
export const reducedFormOf = (item: z.ZodType): z.ZodObject | undefined => reducedForms.get(item)

/** Builds the schema of an item that `fields` can reduce. */
export const sparse = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>) => {
  type Reduced = ReturnType<typeof item.partial>
  const known = reducedForms.get(item) as Reduced | undefined
  const reduced = known ?? item.partial()
  reducedForms.set(item, reduced)
  isReduced.add(reduced)
  return z.union([item, reduced])
}

/**
 * Documents an item that `fields` can reduce as the whole item, with the reduced form in an extension. A union of both
 * would make every field optional in generated types, although only callers who send `fields` get fewer fields.
 */
export const documentWholeItem = (
  zodSchema: z.core.$ZodTypes,
  jsonSchema: z.core.JSONSchema.BaseSchema,
): void => {
  const { def } = zodSchema._zod
  if (def.type !== 'union' || !def.options.some((option) => isReduced.has(option))) return
  const [whole, reduced] = jsonSchema.anyOf ?? []
  if (whole === undefined) return
  delete jsonSchema.anyOf
  Object.assign(jsonSchema, whole, { [SPARSE_KEYWORD]: reduced })
}
