/**
 * What each filter of a list does to its query: an entry for every filter, so that one without a condition does not
 * compile. An entry reads the other filters too where they change what it means.
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
