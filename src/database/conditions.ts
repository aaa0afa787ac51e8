/** Collects the conditions of a WHERE clause and their parameters. */
export interface Conditions {
  readonly parameters: unknown[]
  /** Adds a parameter and returns its placeholder: `$3`. */
  parameter(value: unknown): string
  /** Adds a condition on a value, unless the value is `undefined` or `null`. */
  add(value: unknown, condition: (placeholder: string) => string): void
  /** Returns a condition that a column of the type uuid has one of these values. */
  oneOf(column: string, ids: readonly string[]): string
  /** Adds the condition of `oneOf`, unless no values are given. */
  addOneOf(column: string, ids: readonly string[] | undefined): void
  /** Adds a condition that needs no parameter, or whose parameters were added. */
  demand(condition: string): void
  /** Returns the clause `WHERE … AND …`, or nothing if there are no conditions. */
  where(): string
  /** Returns empty conditions for another part of the same query: the parameters are shared. */
  beyond(): Conditions
}

export function conditions(parameters: unknown[] = []): Conditions {
  const clauses: string[] = []
  const parameter = (value: unknown): string => `$${parameters.push(value)}`
  // For one value, an index that begins with the column returns the rows in order.
  const oneOf = (column: string, ids: readonly string[]): string =>
    ids.length === 1 ? `${column} = ${parameter(ids[0])}::uuid` : `${column} = ANY(${parameter(ids)}::uuid[])`
  return {
    parameters,
    parameter,
    add(value, condition) {
      if (value !== undefined && value !== null) clauses.push(condition(parameter(value)))
    },
    oneOf,
    addOneOf(column, ids) {
      if (ids !== undefined) clauses.push(oneOf(column, ids))
    },
    demand: (condition) => void clauses.push(condition),
    where: () => (clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : ''),
    beyond: () => conditions(parameters),
  }
}

/** Returns the LIKE pattern that finds a text anywhere in another. The wildcards of LIKE are escaped. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
