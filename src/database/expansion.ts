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
