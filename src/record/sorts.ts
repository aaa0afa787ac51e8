/** The field that a sort orders by: `said` for `-said` and `said`. */
export type SortField<Sort extends string> = Sort extends `-${infer Field}` ? Field : Sort

/** Returns the field of a sort, and whether a minus sign reverses the order. */
export const readSort = <Sort extends string>(
  sort: Sort,
): { readonly field: SortField<Sort>; readonly descending: boolean } => {
  const descending = sort.startsWith('-')
  return { field: (descending ? sort.slice(1) : sort) as SortField<Sort>, descending }
}
