import { type Keyed, type PageRequest, slicePage } from '../../../core/page.ts'
import type { DeskRequest } from './mount.ts'

/** A page of a list, with the cursors of the neighboring pages. */
export interface ListPage<Item> {
  readonly items: readonly Item[]
  readonly prev: string | null
  readonly next: string | null
}

/**
 * Reads the page of a list that the parameter `cursor` names; the first page without it.
 * @param place distinguishes the list from others, so that no cursor of another one is accepted.
 */
export async function readListPage<Item>(
  { query, request }: DeskRequest,
  { place, sort, limit }: { readonly place: string; readonly sort: string; readonly limit: number },
  list: (page: PageRequest) => Promise<readonly Keyed<Item>[]>,
): Promise<ListPage<Item>> {
  const { cursors } = request.server
  const cursor = query.get('cursor')
  const page = { limit, sort, position: cursor === null ? null : cursors.decode(cursor, sort, place) }
  const { items, prev, next } = slicePage(page, await list(page))
  return { items, prev: prev && cursors.encode(prev, place), next: next && cursors.encode(next, place) }
}

/** Returns the address of a page of a list. @returns null if there is no such page. */
export const pageAt = (
  path: string,
  cursor: string | null,
  kept: Readonly<Record<string, string>> = {},
): string | null => cursor && addressWith(path, { ...kept, cursor })

/** Returns a path with parameters in its query. */
export function addressWith(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString()
  return query === '' ? path : `${path}?${query}`
}
