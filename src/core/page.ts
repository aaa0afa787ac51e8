/**
 * Keyset paging without HTTP: a position in a sorted list, and how rows fetched around one become a page. A position
 * is exclusive: the page after it starts with the row that follows, the page before it ends with the row that
 * precedes.
 */

/** A value rows are sorted by. Dates travel as the strings they sort by. */
export type SortValue = string | number | null

/** Where a row stands in the sort: its sort values in order, and its id, which breaks ties. */
export interface RowKey {
  readonly values: readonly SortValue[]
  readonly id: string
}

/** A thing of a list with the key it was sorted by. */
export interface Keyed<Item> {
  readonly key: RowKey
  readonly item: Item
}

/** A row's key, and which way to read from it. */
export interface Position extends RowKey {
  /** The sort the values belong to, by its public name (`-said`). */
  readonly sort: string
  readonly direction: 'next' | 'prev'
}

/** What a list is asked for. A query fetches `limit + 1` rows: the extra one tells whether more follow. */
export interface PageRequest {
  /** Rows per page, 1 to 100. */
  readonly limit: number
  readonly sort: string
  /** `null`: from the start. */
  readonly position: Position | null
}

/** One page, in the list's order, with the positions to read on from; `null` where nothing is left. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: Position | null
  readonly prev: Position | null
}

/**
 * Turn the rows fetched for a request into its page.
 *
 * @param rows up to `limit + 1` rows, nearest to the position first: in the list's order for `next`, in the opposite
 *   order for `prev`.
 */
export const slicePage = <Item>(request: PageRequest, rows: readonly Keyed<Item>[]): PageOf<Item> => {
  const { limit, sort, position } = request
  const backwards = position?.direction === 'prev'
  const hasMore = rows.length > limit
  const nearest = rows.slice(0, limit)
  const items = backwards ? nearest.reverse() : nearest
  const first = items[0]
  const last = items[items.length - 1]
  const at = ({ key: { values, id } }: Keyed<Item>, direction: 'next' | 'prev'): Position => ({
    sort,
    values,
    id,
    direction,
  })
  return {
    items: items.map(({ item }) => item),
    next: last !== undefined && (backwards || hasMore) ? at(last, 'next') : null,
    prev: first !== undefined && (backwards ? hasMore : position !== null) ? at(first, 'prev') : null,
  }
}
