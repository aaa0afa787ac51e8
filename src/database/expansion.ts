/** Reads the resources that rows refer to, each once: for `expand`. */
export interface Expansion<Item> {
  /** Returns the query that reads the resources whose ids a subquery returns. It has a column `id`. */
  readonly select: (ids: string) => string
  readonly parse: (row: unknown) => Item
}

/**
 * Extends a query so that it also reads what its rows refer to.
 * @param references by name: the column that refers, and how the resource is read.
 * @returns the query with one column more for each name, `expanded_<name>`: the resource as JSON, or null.
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
