import type { z } from 'zod'
import { compileMatcher } from '../core/schema-matcher.ts'

/**
 * Makes the function that parses rows of one shape. A row that has exactly this shape is returned as it is: most have,
 * and the copy that zod makes of each column is expensive.
 * @returns a function that throws a ZodError if a row does not have the shape.
 */
export function rowReader<Row>(shape: z.ZodType<Row>): (row: unknown) => Row {
  const isDeclared = compileMatcher(shape)
  return (row) => (isDeclared(row) ? (row as Row) : shape.parse(row))
}
