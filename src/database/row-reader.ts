import type { z } from 'zod'
import { compileMatcher } from '../core/schema-matcher.ts'

/**
 * Reads rows by their shape. One that is built as declared is taken as it is: most are, and a copy of each column of
 * each row is what makes reading them dear.
 * @returns a function that throws a ZodError where a row breaks its shape.
 */
export function rowReader<Row>(shape: z.ZodType<Row>): (row: unknown) => Row {
  const isDeclared = compileMatcher(shape)
  return (row) => (isDeclared(row) ? (row as Row) : shape.parse(row))
}
