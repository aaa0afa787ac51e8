import { isDeepStrictEqual } from 'node:util'
import type { Json, OpenapiDocument, Schema } from './openapi-schemas.ts'
import { SPARSE_PREFIX } from './sparse.ts'

/** The name of the schema that a named schema extends, by its name. */
export type SchemaBases = Readonly<Record<string, string>>

const SCHEMAS = '#/components/schemas'

const propertiesOf = ({ properties }: Schema): Json => (properties ?? {}) as Json
const requiredOf = ({ required }: Schema): readonly string[] => (required ?? []) as string[]

/**
 * Writes a schema as a reference to its base, and the properties that only the schema has.
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

/** Writes each property of a reduced form as a reference to the property of the whole form, where that is shorter. */
const withProperties = (reduced: Schema, name: string, whole: Schema): Schema => {
  const known = propertiesOf(whole)
  const properties = Object.entries(propertiesOf(reduced)).map(([property, schema]): [string, unknown] => {
    const reference = { $ref: `${SCHEMAS}/${name}/properties/${property}` }
    const isShorter = JSON.stringify(reference).length < JSON.stringify(schema).length
    return [property, isShorter && isDeepStrictEqual(schema, known[property]) ? reference : schema]
  })
  return { ...reduced, properties: Object.fromEntries(properties) }
}

/**
 * Writes what a named schema has in common with another one as a reference. A schema with a base extends it (`allOf`),
 * so that generators make `Webhook & { secret: string }`. The properties of a reduced form refer to those of the whole
 * form.
 */
export const inheritSchemas = (document: OpenapiDocument, bases: SchemaBases): OpenapiDocument => {
  const all = document.components.schemas
  const schemas = Object.entries(all).map(([name, schema]): [string, Schema] => {
    const wholeName = name.startsWith(SPARSE_PREFIX) ? name.slice(SPARSE_PREFIX.length) : ''
    const whole = all[wholeName]
    if (whole) return [name, withProperties(schema, wholeName, whole)]
    const baseName = bases[name] ?? ''
    const base = all[baseName]
    return [name, base ? withBase(name, schema, baseName, base) : schema]
  })
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } }
}
