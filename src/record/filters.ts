/**
 * The change that each filter of a list makes to its query. The type demands an entry for every filter. The function of
 * an entry also gets the other filters, because they can change its meaning.
 */
export type FilterTable<Filters, Query> = {
  readonly [Name in keyof Filters]-?: (query: Query, filters: Filters) => void
}

/** Adds the conditions of all filters that are given, in the order of the table. */
export function applyFilters<Filters, Query>(
  table: FilterTable<Filters, Query>,
  query: Query,
  filters: Filters,
): void {
  for (const apply of Object.values<FilterTable<Filters, Query>[keyof Filters]>(table)) apply(query, filters)
}
