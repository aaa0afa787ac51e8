import type { Keyed, PageRequest, RowKey } from '../core/page.ts'
import type { Conditions } from './conditions.ts'
import type { Db } from './db.ts'
import { type Keyset, seek } from './keyset.ts'
import { rows } from './sql.ts'

/** A list of things, and how one becomes of a row. */
export interface List<Item> {
  /** The query up to its conditions. */
  readonly select: string
  readonly where: Conditions
  /** What it is sorted by; the name of the request's sort says which way. */
  readonly by: Omit<Keyset, 'descending'>
  readonly read: (row: unknown) => Item
  readonly keyOf: (item: Item) => RowKey
}

/** The things of a list, nearest to the request's position first, one more than its page holds. */
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
