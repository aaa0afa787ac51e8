import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Keyed, type PageRequest, slicePage } from '../core/page.ts'
import { canonicalUrl } from './canonical-url.ts'
import { type Cursors, createCursors } from './cursor.ts'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyInstance {
    cursors: Cursors
  }
}

/** Parameters that choose how a list is shown, not what is in it: a cursor stays valid when they change. */
const VIEW_PARAMETERS = ['cursor', 'limit', 'sort', 'fields', 'expand', 'count']

/** What a list answers: its items, and where to read on. URLs are absolute paths with query. */
export interface Page<Item> {
  readonly items: Item[]
  readonly page: PageLinks
}

export interface PageLinks {
  /** Items per page that was used, 1 to 100. */
  readonly limit: number
  /** All matches, or `null` when the count was not asked for. */
  readonly count: number | null
  readonly self: string
  readonly first: string
  readonly prev: string | null
  readonly next: string | null
}

const pageLinks = z.object({
  limit: z.int().meta({ description: 'Items per page that was used.' }),
  count: z.int().nullable().meta({ description: 'All matches; null unless count was asked for.' }),
  self: z.string(),
  first: z.string(),
  prev: z.string().nullable().meta({ description: 'The page before; null on the first.' }),
  next: z.string().nullable().meta({ description: 'The page after; null on the last.' }),
})

/** The shape of a list's answer. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), page: pageLinks })

/** The first page of a list at an address that holds these items and no more, as the API's documents show it. */
export const examplePage = <Item>(url: string, items: readonly Item[]): Page<Item> => ({
  items: [...items],
  page: { limit: 20, count: null, self: url, first: url, prev: null, next: null },
})

/** An item whole, or cut down by `fields`. */
export const sparse = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>) =>
  z.union([item, item.partial()])

/** An item cut down to some of its top-level keys; whole when none are named. */
export const pick = <Item extends object, Key extends keyof Item>(
  item: Item,
  keys: readonly Key[] | undefined,
): Item | Pick<Item, Key> => {
  if (keys === undefined) return item
  const kept: Partial<Item> = {}
  for (const key of keys) kept[key] = item[key]
  return kept as Pick<Item, Key>
}

/** Give the server its cursors. @param key the secret they are signed with. */
export const installPaging = (app: App, key: string | Uint8Array): void => {
  app.decorate('cursors', createCursors(key))
}

const scopeOf = (request: FastifyRequest): string => canonicalUrl(request.url, VIEW_PARAMETERS)

/**
 * What page a request asks for.
 *
 * @param query its validated `limit` and `cursor`, and the name of the sort in force.
 * @throws DomainError `invalid_cursor`.
 */
export const readPage = (
  request: FastifyRequest,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly sort: string },
): PageRequest => {
  const { limit, cursor, sort } = query
  const position = cursor === undefined ? null : request.server.cursors.decode(cursor, sort, scopeOf(request))
  return { limit, sort, position }
}

/** What becomes a page. */
export interface PageSource<Thing> {
  readonly page: PageRequest
  /** Up to `limit + 1` rows, nearest to the position first ({@link slicePage}). */
  readonly rows: readonly Keyed<Thing>[]
  readonly count?: number | null
}

/**
 * The answer for a list: sets the `Link` header (RFC 8288) and returns the body with the same URLs.
 * @param source `present`: how a thing is shown, where not as it is.
 */
export function sendPage<Thing, Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  source: PageSource<Thing> & { readonly present: (thing: Thing) => Item },
): Page<Item>
export function sendPage<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  source: PageSource<Item>,
): Page<Item>
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  source: PageSource<unknown> & { readonly present?: (thing: unknown) => unknown },
): Page<unknown> {
  const { items, next, prev } = slicePage(source.page, source.rows)
  const scope = scopeOf(request)
  const { cursors } = request.server
  const urlAt = (position: typeof next): string | null =>
    position === null ? null : canonicalUrl(request.url, [], { cursor: cursors.encode(position, scope) })
  const links: PageLinks = {
    limit: source.page.limit,
    count: source.count ?? null,
    self: canonicalUrl(request.url),
    first: canonicalUrl(request.url, ['cursor']),
    prev: urlAt(prev),
    next: urlAt(next),
  }
  const relations = (['first', 'prev', 'next'] as const).flatMap((relation) => {
    const url = links[relation]
    return url === null ? [] : [`<${url}>; rel="${relation}"`]
  })
  reply.header('link', relations.join(', '))
  return { items: source.present ? items.map(source.present) : [...items], page: links }
}
