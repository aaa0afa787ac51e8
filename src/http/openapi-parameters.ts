import { type Json, mapObjects, type Parameter, withoutRedundancy } from './openapi-schemas.ts'

const exampleOf = ({ example, examples, schema }: Parameter): unknown => {
  const [named] = Object.values((examples ?? {}) as Record<string, { value: unknown }>)
  const listed = schema?.['examples'] as readonly unknown[] | undefined
  return example ?? named?.value ?? listed?.[0]
}

/** Splits the example of a list at its commas. */
const itemsOf = (example: unknown, isList: boolean): unknown =>
  isList && typeof example === 'string' ? example.split(',') : example

/** Adds an example to a description, unless the schema already shows good values. */
const describedBy = (
  description: string | undefined,
  schema: Json,
  example: unknown,
): { description?: string } => {
  const values = schema['enum'] ?? (schema['items'] as Json | undefined)?.['enum'] ?? schema['default']
  if (!description) return {}
  return { description: values === undefined ? `${description} Example: \`${example}\`.` : description }
}

/**
 * Completes a parameter. Swagger UI fills in the example of a parameter as if the caller had typed it. A request would
 * then have every filter at once. So the example of an optional parameter goes into its schema, and into the
 * description for readers. A path needs a value, so the parameters of a path keep their examples.
 */
export const describeParameter = (parameter: Parameter): Parameter => {
  const { example: _example, examples: _examples, ...rest } = parameter
  const { examples: _listed, ...schema } = mapObjects(parameter.schema ?? {}, withoutRedundancy) as Json
  const isList = parameter.in === 'query' && schema['type'] === 'array'
  const style = isList ? { style: 'form', explode: false } : {}
  const example = exampleOf(parameter)
  if (example === undefined) return { ...rest, schema, ...style }
  if (parameter.in === 'path') return { ...rest, schema, example }
  const described = describedBy(rest.description, schema, example)
  return { ...rest, ...described, schema: { ...schema, examples: [itemsOf(example, isList)] }, ...style }
}
