/** Collects the conditions of a WHERE clause and their parameters. */
export interface Conditions {
  readonly parameters: unknown[]
  /** Adds a parameter and returns its placeholder: `$3`. */
  parameter(value: unknown): string
  /** Adds a condition on a value, unless the value is `undefined` or `null`. */
  add(value: unknown, condition: (placeholder: string) => string): void
  /**
   * Returns a condition that a column has one of these values.
   * @param type the SQL type of the column. Default: uuid.
   */
  oneOf(column: string, values: readonly string[], type?: string): string
  /** Adds the condition of `oneOf`, unless no values are given. */
  addOneOf(column: string, values: readonly string[] | undefined, type?: string): void
  /** Adds a condition without a parameter, or with parameters that were added before. */
  demand(condition: string): void
  /** Adds the condition that one of several conditions is true. They must exclude each other: no row matches two. */
  demandOneOf(alternatives: readonly string[]): void
  /** Returns the clause `WHERE … AND …`, or nothing if there are no conditions. */
  where(): string
  /**
   * Returns WHERE clauses of several queries. Together the queries find the rows that match, and no row is found twice.
   * No clause has an OR from `demandOneOf`, because PostgreSQL often reads a whole index for an OR.
   */
  branches(): string[]
  /** Returns empty conditions for another part of the same query. They share the parameters. */
  beyond(): Conditions
}

export function conditions(parameters: unknown[] = []): Conditions {
  const clauses: string[] = []
  const choices: (readonly string[])[] = []
  const parameter = (value: unknown): string => `$${parameters.push(value)}`
  // With one value, an equality lets an index that begins with the column return rows in order.
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

/** Returns all combinations that take one alternative from each choice. */
const combinationsOf = (choices: readonly (readonly string[])[]): string[][] =>
  choices.reduce<string[][]>(
    (chosen, alternatives) => chosen.flatMap((some) => alternatives.map((one) => [...some, one])),
    [[]],
  )

/** Returns the LIKE pattern that finds a text anywhere in another. The wildcards of LIKE are escaped. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
