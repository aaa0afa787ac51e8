/** Reads in full the resources that rows refer to, each once. The parameter `expand` asks for them. */
export interface Expansion<Item> {
  /** Returns the query for the resources with the ids of a subquery. It has a column `id`. */
  readonly select: (ids: string) => string
  readonly parse: (row: unknown) => Item
}

/**
 * Extends a query so that it also reads the resources to which its rows refer.
 * @param references by name: the column with the reference, and how to read the resource.
 * @returns the query with one more column for each name, `expanded_<name>`: the resource as JSON, or null.
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
