import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { validationError } from '../input/validation.ts'

/** Validates each part of a request with its zod schema. A failure becomes a {@link DomainError}. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data) => {
    const result = schema.safeParse(data)
    return result.success
      ? { value: result.data }
      : { error: validationError(result.error.issues, httpPart, schema, data) }
  }
}

/** Makes the query schema of a route reject unknown parameters. A route without a schema accepts no parameters. */
export const strictQuery = (querystring: unknown): unknown => {
  if (querystring === undefined) return z.strictObject({})
  return querystring instanceof z.ZodObject && querystring.def.catchall === undefined
    ? querystring.strict()
    : querystring
}
