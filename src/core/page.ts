/**
 * The types of keyset pagination, and the function that builds a page from fetched rows. It does not depend on HTTP. A
 * position is exclusive: the next page starts with the row after it, and the previous page ends with the row before it.
 */

/** A value by which rows are sorted. Dates are strings here. */
export type SortValue = string | number | null

/** The sort key of a row: its sort values in order, and its id for rows with equal values. */
export interface RowKey {
  readonly values: readonly SortValue[]
  readonly id: string
}

/** An item of a list with its sort key. */
export interface Keyed<Item> {
  readonly key: RowKey
  readonly item: Item
}

/** The key of a row and the direction to read from it. */
export interface Position extends RowKey {
  /** The public name of the sort of these values (`-said`). */
  readonly sort: string
  readonly direction: 'next' | 'prev'
}

/** The page that a caller asks for. A query fetches `limit + 1` rows: the extra row shows whether more follow. */
export interface PageRequest {
  /** Rows per page, 1 to 100. */
  readonly limit: number
  readonly sort: string
  /** The position before the page; `null` for the first page. */
  readonly position: Position | null
}

/**
 * One page in the order of the list. `next` and `prev` are the positions of the neighboring pages. Each is null if that
 * page does not exist.
 */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: Position | null
  readonly prev: Position | null
}

/**
 * Builds the page of a request from the fetched rows.
 * @param rows up to `limit + 1` rows. The row nearest to the position comes first. So the rows are in list order for
 * `next`, and in reverse order for `prev`.
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
