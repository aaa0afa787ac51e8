import type { z } from 'zod'
import { compileMatcher } from '../core/schema-matcher.ts'

/**
 * Makes the function that parses rows of one shape. If a row has exactly the declared keys and types, the function
 * returns the row itself, as it does for most rows. This avoids the copy that zod makes of each column.
 * @returns a function that throws a ZodError if a row does not have the shape.
 */
export function rowReader<Row>(shape: z.ZodType<Row>): (row: unknown) => Row {
  const isDeclared = compileMatcher(shape)
  return (row) => (isDeclared(row) ? (row as Row) : shape.parse(row))
}
