import { isDeepStrictEqual } from 'node:util'
import type { Json, OpenapiDocument, Schema } from './openapi-schemas.ts'
import { SPARSE_PREFIX } from './sparse.ts'

/** The relations between named schemas, by their names. */
export interface SchemaRelations {
  /** The schema that a schema extends. The schema has all properties of its base. */
  readonly bases: Readonly<Record<string, string>>
  /** The schema that shares some properties with a schema. */
  readonly relatives: Readonly<Record<string, string>>
}

const SCHEMAS = '#/components/schemas'

const propertiesOf = ({ properties }: Schema): Json => (properties ?? {}) as Json
const requiredOf = ({ required }: Schema): readonly string[] => (required ?? []) as string[]

/**
 * Writes a schema as a reference to its base, and its other properties.
 * @throws Error if the schema lacks a property of the base, or has it in another form.
 */
const withBase = (name: string, schema: Schema, baseName: string, base: Schema): Schema => {
  const { type, properties: _properties, required: _required, ...rest } = schema
  const [own, inherited] = [propertiesOf(schema), propertiesOf(base)]
  for (const [property, expected] of Object.entries(inherited)) {
    const isRequired = requiredOf(base).includes(property)
    const isInherited =
      isDeepStrictEqual(own[property], expected) && requiredOf(schema).includes(property) === isRequired
    if (!isInherited) throw new Error(`${name} does not extend ${baseName}: ${property} differs.`)
  }
  const added = Object.entries(own).filter(([property]) => !(property in inherited))
  const required = requiredOf(schema).filter((property) => !(property in inherited))
  const addition = { type, properties: Object.fromEntries(added), ...(required.length > 0 && { required }) }
  return { ...rest, allOf: [{ $ref: `${SCHEMAS}/${baseName}` }, addition] }
}

/** Replaces properties that another schema also has by references to them, where a reference is shorter. */
const withProperties = (schema: Schema, name: string, other: Schema): Schema => {
  const known = propertiesOf(other)
  const properties = Object.entries(propertiesOf(schema)).map(([property, value]): [string, unknown] => {
    const reference = { $ref: `${SCHEMAS}/${name}/properties/${property}` }
    const isShorter = JSON.stringify(reference).length < JSON.stringify(value).length
    return [property, isShorter && isDeepStrictEqual(value, known[property]) ? reference : value]
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

const relativeOf = (name: string, relatives: SchemaRelations['relatives']): string =>
  name.startsWith(SPARSE_PREFIX) ? name.slice(SPARSE_PREFIX.length) : (relatives[name] ?? '')

/**
 * Replaces the common parts of named schemas by references. A schema with a base extends it (`allOf`), so that
 * generators make `Webhook & { secret: string }`. The properties of a reduced form refer to the whole form, and the
 * properties of a schema with a relative refer to the relative.
 */
export const relateSchemas = (
  document: OpenapiDocument,
  { bases, relatives }: SchemaRelations,
): OpenapiDocument => {
  const all = document.components.schemas
  const schemas = Object.entries(all).map(([name, schema]): [string, Schema] => {
    const relativeName = relativeOf(name, relatives)
    const relative = all[relativeName]
    if (relative) return [name, withProperties(schema, relativeName, relative)]
    const baseName = bases[name] ?? ''
    const base = all[baseName]
    return [name, base ? withBase(name, schema, baseName, base) : schema]
  })
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } }
}
