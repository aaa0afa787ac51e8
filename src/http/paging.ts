import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Keyed, type PageRequest, slicePage } from '../core/page.ts'
import { canonicalUrl } from './canonical-url.ts'
import { type Cursors, createCursors } from './cursor.ts'
import type { App } from './instance.ts'

export { sparse } from './sparse.ts'

declare module 'fastify' {
  interface FastifyInstance {
    cursors: Cursors
  }
}

/** Parameters that change the presentation of a list, but not its content. A cursor stays valid if they change. */
const VIEW_PARAMETERS = ['cursor', 'limit', 'sort', 'fields', 'expand', 'format', 'count', 'facets']

/** The response of a list: its items and links to other pages. */
export interface Page<Item> {
  readonly items: Item[]
  readonly page: PageLinks
}

export const PageLinks = z.object({
  limit: z.int().meta({ description: 'The number of items per page that applied.' }),
  count: z
    .int()
    .nullable()
    .meta({ description: 'The number of all matches; null without the parameter count.' }),
  self: z.string(),
  first: z.string(),
  prev: z.string().nullable().meta({ description: 'The previous page; null on the first page.' }),
  next: z.string().nullable().meta({ description: 'The next page; null on the last page.' }),
})
/** The facts of a page. URLs are absolute paths with a query. */
export type PageLinks = Readonly<z.output<typeof PageLinks>>

/** Builds the schema of a list's response. */
export const pageOf = <Item extends z.ZodType>(item: Item) => pageWith(item, PageLinks)

/** Builds the schema of a list's response. @param links the links of its pages, and the facts beside them. */
export const pageWith = <Item extends z.ZodType, Links extends z.ZodType>(item: Item, links: Links) =>
  z.object({ items: z.array(item), page: links })

/** Builds an example of a list's response for the OpenAPI document: one page with these items. */
export const examplePage = <Item>(url: string, items: readonly Item[]): Page<Item> => ({
  items: [...items],
  page: { limit: 20, count: null, self: url, first: url, prev: null, next: null },
})

/** Adds cursors to the server. @param key the secret that signs them. */
export const installPaging = (app: App, key: string | Uint8Array): void => {
  app.decorate('cursors', createCursors(key))
}

/**
 * What a list reads of a request. `url` may be the URL of another list, which the response shows. Code that answers
 * without HTTP makes such a request itself.
 */
export type ListRequest = Pick<FastifyRequest, 'url' | 'dataVersion'> & {
  readonly server: Pick<FastifyInstance, 'cursors' | 'readCache'>
}

/** What a list sets in a response: headers. */
export interface ListReply {
  header(name: string, value: string): unknown
}

/** Returns the URL of a list without the parameters of its presentation. It is equal for all pages of the list. */
export const scopeOf = (request: Pick<FastifyRequest, 'url'>): string => scopeOfUrl(request.url)

const scopeOfUrl = (url: string): string => canonicalUrl(url, VIEW_PARAMETERS)

/** Returns the URL of the page after the fetched rows of a list at another URL; null if there is none. */
export function nextOfList(
  request: ListRequest,
  url: string,
  { page, rows }: Pick<PageSource<unknown>, 'page' | 'rows'>,
): string | null {
  const { next } = slicePage(page, rows)
  if (next === null) return null
  return canonicalUrl(url, [], { cursor: request.server.cursors.encode(next, scopeOfUrl(url)) })
}

/**
 * Reads the requested page.
 * @param query the validated `limit` and `cursor`, and the name of the sort.
 * @throws DomainError `invalid_cursor`.
 */
export const readPage = (
  request: ListRequest,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly sort: string },
): PageRequest => {
  const { limit, cursor, sort } = query
  const position = cursor === undefined ? null : request.server.cursors.decode(cursor, sort, scopeOf(request))
  return { limit, sort, position }
}

/** The fetched rows of a page. */
export interface PageSource<Row> {
  readonly page: PageRequest
  /** Up to `limit + 1` rows. The row nearest to the position comes first ({@link slicePage}). */
  readonly rows: readonly Keyed<Row>[]
  readonly count?: number | null
  /** The facts of the page besides the links, as its schema describes them. */
  readonly facts?: object
}

/**
 * Builds the response of a list: sets the `Link` header (RFC 8288) and returns the body with the same URLs.
 * @param source `present` converts a row to an item of the response.
 */
export function sendPage<Row, Item>(
  request: ListRequest,
  reply: ListReply,
  source: PageSource<Row> & { readonly present: (row: Row) => Item },
): Page<Item>
export function sendPage<Item>(request: ListRequest, reply: ListReply, source: PageSource<Item>): Page<Item>
export function sendPage(
  request: ListRequest,
  reply: ListReply,
  source: PageSource<unknown> & { readonly present?: (row: unknown) => unknown },
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
    ...source.facts,
  }
  const relations = (['first', 'prev', 'next'] as const).flatMap((relation) => {
    const url = links[relation]
    return url === null ? [] : [`<${url}>; rel="${relation}"`]
  })
  reply.header('link', relations.join(', '))
  return { items: source.present ? items.map(source.present) : [...items], page: links }
}
