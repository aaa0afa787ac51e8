/** Conditions of a WHERE clause and the parameters they speak of, gathered one by one. */
export interface Conditions {
  readonly parameters: unknown[]
  /** Keeps a parameter and returns what stands for it in the statement: `$3`. */
  parameter(value: unknown): string
  /** Adds a condition on one value, unless the value is not given. */
  add(value: unknown, condition: (placeholder: string) => string): void
  /** Returns a condition that a column of the type uuid has one of these values. */
  oneOf(column: string, ids: readonly string[]): string
  /** Adds the condition of `oneOf`, unless no values are given. */
  addOneOf(column: string, ids: readonly string[] | undefined): void
  /** Adds a condition that needs no value, or has kept its own. */
  demand(condition: string): void
  /** The conditions as a clause: `WHERE … AND …`, or nothing. */
  where(): string
  /** Conditions of another part of the query: none yet, but the same parameters. */
  beyond(): Conditions
}

export function conditions(parameters: unknown[] = []): Conditions {
  const clauses: string[] = []
  const parameter = (value: unknown): string => `$${parameters.push(value)}`
  // With one value, an index that begins with the column gives the rows in its order.
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

/** A pattern of LIKE for a text anywhere in another; what LIKE would read as a sign is taken as it stands. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
