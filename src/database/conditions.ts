/** Collects the conditions of a WHERE clause and their parameters. */
export interface Conditions {
  readonly parameters: unknown[]
  /** Adds a parameter and returns its placeholder: `$3`. */
  parameter(value: unknown): string
  /** Adds a condition on a value, unless the value is `undefined` or `null`. */
  add(value: unknown, condition: (placeholder: string) => string): void
  /** Returns a condition that a column has one of these values. @param type the SQL type of the column. Default: uuid. */
  oneOf(column: string, values: readonly string[], type?: string): string
  /** Adds the condition of `oneOf`, unless no values are given. */
  addOneOf(column: string, values: readonly string[] | undefined, type?: string): void
  /** Adds a condition that needs no parameter, or whose parameters were added. */
  demand(condition: string): void
  /** Adds the condition that one of several conditions holds. No row passes two of them. */
  demandOneOf(alternatives: readonly string[]): void
  /** Returns the clause `WHERE … AND …`, or nothing if there are no conditions. */
  where(): string
  /**
   * Returns the clauses of queries that have the same rows together, and no common row. None has an OR of
   * `demandOneOf`, with which PostgreSQL often reads a whole index.
   */
  branches(): string[]
  /** Returns empty conditions for another part of the same query: the parameters are shared. */
  beyond(): Conditions
}

export function conditions(parameters: unknown[] = []): Conditions {
  const clauses: string[] = []
  const choices: (readonly string[])[] = []
  const parameter = (value: unknown): string => `$${parameters.push(value)}`
  // For one value, an index that begins with the column returns the rows in order.
  const oneOf = (column: string, values: readonly string[], type = 'uuid'): string =>
    values.length === 1
      ? `${column} = ${parameter(values[0])}::${type}`
      : `${column} = ANY(${parameter(values)}::${type}[])`
  return {
    parameters,
    parameter,
    add(value, condition) {
      if (value !== undefined && value !== null) clauses.push(condition(parameter(value)))
    },
    oneOf,
    addOneOf(column, values, type) {
      if (values !== undefined) clauses.push(oneOf(column, values, type))
    },
    demand: (condition) => void clauses.push(condition),
    demandOneOf: (alternatives) => void choices.push(alternatives),
    where: () => whereOf([...clauses, ...choices.map((alternatives) => `(${alternatives.join(' OR ')})`)]),
    branches: () => combinationsOf(choices).map((chosen) => whereOf([...clauses, ...chosen])),
    beyond: () => conditions(parameters),
  }
}

const whereOf = (clauses: readonly string[]): string =>
  clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : ''

/** Returns each combination of one alternative of each choice. */
const combinationsOf = (choices: readonly (readonly string[])[]): string[][] =>
  choices.reduce<string[][]>(
    (chosen, alternatives) => chosen.flatMap((some) => alternatives.map((one) => [...some, one])),
    [[]],
  )

/** Returns the LIKE pattern that finds a text anywhere in another. The wildcards of LIKE are escaped. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
