import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { validationError } from '../input/validation.ts'

/** Validates each part of a request by its zod schema, and explains a refusal as a {@link DomainError}. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data) => {
    const result = schema.safeParse(data)
    return result.success
      ? { value: result.data }
      : { error: validationError(result.error.issues, httpPart, schema, data) }
  }
}

/** Query strings refuse what they do not know, on routes that declare none as well. */
export const strictQuery = (querystring: unknown): unknown => {
  if (querystring === undefined) return z.strictObject({})
  return querystring instanceof z.ZodObject && querystring.def.catchall === undefined
    ? querystring.strict()
    : querystring
}
