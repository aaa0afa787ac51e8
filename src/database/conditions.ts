/** Conditions of a WHERE clause and the parameters they speak of, gathered one by one. */
export interface Conditions {
  readonly parameters: unknown[]
  /** Keeps a parameter and returns what stands for it in the statement: `$3`. */
  parameter(value: unknown): string
  /** Adds a condition on one value, unless the value is not given. */
  add(value: unknown, condition: (placeholder: string) => string): void
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
  return {
    parameters,
    parameter,
    add(value, condition) {
      if (value !== undefined && value !== null) clauses.push(condition(parameter(value)))
    },
    demand: (condition) => void clauses.push(condition),
    where: () => (clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : ''),
    beyond: () => conditions(parameters),
  }
}

/** A pattern of LIKE for a text anywhere in another; what LIKE would read as a sign is taken as it stands. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
