import type { PageRequest } from '../core/page.ts'

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

/** What a list is sorted by: an expression that an index equals, then the id, both in one direction. */
export interface Keyset {
  readonly expression: string
  /** The SQL types of the expression and of the id: positions travel as text. */
  readonly type: string
  readonly id: string
  readonly idType: string
  readonly descending: boolean
}

/**
 * Restricts a list to what lies beyond the request's position and gives the clause that orders and limits it: rows
 * come nearest to the position first, one more than the page holds.
 */
export function seek(keyset: Keyset, request: PageRequest, into: Conditions): string {
  const { expression, id, type, idType } = keyset
  if (request.position) {
    const value = `${into.parameter(request.position.values[0])}::${type}`
    const last = `${into.parameter(request.position.id)}::${idType}`
    into.demand(`(${expression}, ${id}) ${isDescending(keyset, request) ? '<' : '>'} (${value}, ${last})`)
  }
  return `${inOrder(keyset, request)} LIMIT ${request.limit + 1}`
}

/** The clause that puts rows in the order of a list, nearest to the request's position first. */
export function inOrder(keyset: Keyset, request: PageRequest): string {
  const order = isDescending(keyset, request) ? 'DESC' : 'ASC'
  return `ORDER BY ${keyset.expression} ${order}, ${keyset.id} ${order}`
}

const isDescending = ({ descending }: Keyset, { position }: PageRequest): boolean =>
  descending !== (position?.direction === 'prev')

/** How things that rows refer to are read along with them, each once: for `expand`. */
export interface Expansion<Item> {
  /** The statement that reads the things whose ids a subquery gives. It has a column `id`. */
  readonly select: (ids: string) => string
  readonly parse: (row: unknown) => Item
}

/**
 * Reads along what the rows of a query refer to, in the same statement of SQL.
 * @param references by name: the column that refers, and how what it refers to is read.
 * @returns the query with a column `expanded_<name>` each: the thing as JSON, or null.
 */
export function expanded(
  query: string,
  references: Readonly<Record<string, { readonly column: string; readonly expansion: Expansion<unknown> }>>,
): string {
  const named = Object.entries(references)
  if (named.length === 0) return query
  const things = named.map(
    ([name, { column, expansion }]) =>
      `${name} AS (${expansion.select(`SELECT ${column} FROM page WHERE ${column} IS NOT NULL`)})`,
  )
  const columns = named.map(
    ([name, { column }]) =>
      `(SELECT to_json(${name}) FROM ${name} WHERE ${name}.id = page.${column}) AS expanded_${name}`,
  )
  return `WITH page AS (SELECT listed.*, row_number() OVER () AS rank FROM (${query}) listed), ${things.join(', ')}
    SELECT page.*, ${columns.join(', ')} FROM page ORDER BY page.rank`
}
