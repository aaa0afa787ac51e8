import type { Keyed, PageRequest, RowKey } from '../core/page.ts'
import type { Conditions } from './conditions.ts'
import type { Db } from './db.ts'
import { type Keyset, seek } from './keyset.ts'
import { rows } from './sql.ts'

/** A list in SQL, and how its rows are read. */
export interface List<Item> {
  /** The query up to its conditions. */
  readonly select: string
  readonly where: Conditions
  /** The sort. A `-` before the sort of the request makes it descend. */
  readonly by: Omit<Keyset, 'descending'>
  readonly read: (row: unknown) => Item
  readonly keyOf: (item: Item) => RowKey
}

/**
 * Reads a page of a list. The row nearest to the position of the request comes first. The result has at most one row
 * more than the page.
 */
export async function listKeyed<Item>(
  db: Db,
  { select, where, by, read, keyOf }: List<Item>,
  request: PageRequest,
): Promise<Keyed<Item>[]> {
  const order = seek({ ...by, descending: request.sort.startsWith('-') }, request, where)
  const found = await rows(db, `${select} ${where.where()} ${order}`, where.parameters)
  return found.map((row) => {
    const item = read(row)
    return { key: keyOf(item), item }
  })
}
