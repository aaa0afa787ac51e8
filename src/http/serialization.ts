import type { FastifySerializerCompiler } from 'fastify'
import type { z } from 'zod'
import { compileMatcher } from '../core/schema-matcher.ts'

/**
 * Serializes responses by their schema. Removes undeclared fields, and fails if the response violates the schema. Most
 * responses match exactly. A structural check recognizes these, and so saves a parse that would cost as much as the
 * serialization.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema, method, url }) => {
  const matches = compileMatcher(schema)
  return (data) => {
    if (matches(data)) return JSON.stringify(data)
    const { success, data: response, error } = schema.safeParse(data)
    if (!success) throw new Error(`${method} ${url}: the response violates its schema`, { cause: error })
    return JSON.stringify(response)
  }
}
