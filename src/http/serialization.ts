import type { FastifySerializerCompiler } from 'fastify'
import type { z } from 'zod'
import { declaredBy } from '../core/declared.ts'

/**
 * Writes answers as their schema has them: what it does not name is left out, and what breaks it is a fault of ours and
 * not sent. Answers are nearly always built as declared, and copying one to find that nothing is to be left out would
 * cost as much as writing it.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema, method, url }) => {
  const isDeclared = declaredBy(schema)
  return (data) => {
    if (isDeclared(data)) return JSON.stringify(data)
    const { success, data: answer, error } = schema.safeParse(data)
    if (!success) throw new Error(`${method} ${url}: the answer breaks its schema`, { cause: error })
    return JSON.stringify(answer)
  }
}
