import { z } from 'zod'
import { DomainError } from '../../src/core/errors.ts'
import { pick } from '../../src/core/pick.ts'
import { installCompression } from '../../src/http/compression.ts'
import { installConditional } from '../../src/http/conditional.ts'
import { installErrorPages } from '../../src/http/error-pages.ts'
import { type HealthOptions, installHealth } from '../../src/http/health.ts'
import type { App } from '../../src/http/instance.ts'
import { installMetrics, type MetricsOptions } from '../../src/http/metrics.ts'
import { installNegotiation } from '../../src/http/negotiation.ts'
import { installOpenapi } from '../../src/http/openapi.ts'
import { installPaging, pageOf, readPage, sendPage, sparse } from '../../src/http/paging.ts'
import { count, cursor, expand, fields, limit } from '../../src/http/parameters.ts'
import { installRateLimit, type RateLimitOptions } from '../../src/http/rate-limit.ts'
import { createServer, type ServerOptions } from '../../src/http/server.ts'
import { list } from '../../src/input/lists.ts'
import { choice, flag, fraction, identifier, safeText } from '../../src/input/values.ts'

/** The books of a small library, whose routes exercise every rule of `src/http` without the service's own routes. */
export const BOOKS = Array.from({ length: 47 }, (_, index) => ({
  id: `book-${String(index).padStart(2, '0')}`,
  title: `The ${index}th Book of Lanterns`,
  pages: 100 + (index % 7),
}))

const Book = z
  .object({ id: z.string(), title: z.string(), pages: z.int() })
  .meta({ id: 'Book', description: 'A book.', examples: [BOOKS[0]] })
const NewBook = z
  .strictObject({
    title: safeText(200, 1),
    pages: z.int().positive().optional(),
    tags: z.array(z.strictObject({ name: z.string() })).optional(),
  })
  .meta({ id: 'NewBook', description: 'A book to add.', examples: [{ title: 'Lanterns', pages: 12 }] })
const BookPage = pageOf(sparse(Book)).meta({
  id: 'BookPage',
  description: 'A page of books.',
  examples: [
    {
      items: [BOOKS[0]],
      page: { limit: 20, count: null, self: '/v1/books', first: '/v1/books', prev: null, next: null },
    },
  ],
})

const byPages = (a: (typeof BOOKS)[number], b: (typeof BOOKS)[number]): number =>
  a.pages - b.pages || (a.id < b.id ? -1 : 1)

const addRoutes = (app: App): void => {
  const listing = z.strictObject({
    limit: limit(),
    cursor: cursor(),
    count: count(),
    fields: fields(Book),
    expand: expand(['author', 'publisher']),
    sort: choice(['pages', '-pages'], { description: 'Order of the list.' }).default('pages'),
    q: safeText(100).optional().meta({ description: 'Words of the title.' }),
    kind: list(['novel', 'essay', 'poem'], { description: 'Kinds to keep.' }),
    min: fraction({ description: 'Least score.' }).optional(),
    illustrated: flag({ description: 'Only with pictures, or only without.' }).optional(),
  })
  app.get(
    '/v1/books',
    {
      schema: {
        operationId: 'listBooks',
        summary: 'List books',
        description: 'All books, a page at a time.',
        tags: ['books'],
        querystring: listing,
        response: { 200: BookPage },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = readPage(request, query)
      const sorted = [...BOOKS].sort(byPages)
      if (query.sort === '-pages') sorted.reverse()
      const at = page.position === null ? -1 : sorted.findIndex(({ id }) => id === page.position?.id)
      const rows = page.position?.direction === 'prev' ? sorted.slice(0, at).reverse() : sorted.slice(at + 1)
      return sendPage(request, reply, {
        page,
        rows: rows
          .slice(0, page.limit + 1)
          .map((item) => ({ key: { values: [item.pages], id: item.id }, item })),
        present: (book) => pick(book, query.fields),
        count: query.count === 'none' ? null : sorted.length,
      })
    },
  )
  app.get(
    '/v1/books/:id',
    {
      schema: {
        operationId: 'getBook',
        summary: 'Read a book',
        description: 'One book.',
        tags: ['books'],
        params: z.object({ id: identifier({ description: 'Its id.', examples: ['book-00'] }) }),
        response: { 200: Book },
      },
    },
    async (request) => {
      const found = BOOKS.find(({ id }) => id === request.params.id)
      if (found === undefined) throw new DomainError('not_found', 'There is no such book.')
      return found
    },
  )
  app.post(
    '/v1/books',
    {
      bodyLimit: 2000,
      schema: {
        operationId: 'addBook',
        summary: 'Add a book',
        description: 'Adds one book.',
        tags: ['books'],
        body: NewBook,
        response: { 201: Book },
      },
    },
    async (request, reply) => {
      const { title, pages } = request.body
      return reply.code(201).send({ id: 'book-99', title, pages: pages ?? 1, secret: 'kept inside' } as never)
    },
  )
  app.post(
    '/v1/books::batch',
    {
      schema: {
        operationId: 'addBooks',
        summary: 'Add books',
        description: 'Adds many books.',
        tags: ['books'],
        response: { 204: z.null() },
      },
    },
    async (_request, reply) => reply.code(204).send(null),
  )
}

export interface LibraryOptions {
  readonly server?: ServerOptions
  readonly rateLimit?: Partial<RateLimitOptions>
  readonly version?: () => Promise<string>
  readonly salt?: string
  readonly checks?: HealthOptions['checks']
  readonly metrics?: MetricsOptions
  /** Adds more routes at the end. */
  readonly routes?: (app: App) => void
}

/** Creates a server with all plugins in the same order as the service. */
export const createLibrary = async (options: LibraryOptions = {}): Promise<App> => {
  const app = createServer(options.server)
  installConditional(app, { version: options.version ?? (async () => '1'), salt: options.salt })
  await installRateLimit(app, { quota: 1000, windowSeconds: 60, ...options.rateLimit })
  installNegotiation(app)
  await installCompression(app)
  await installOpenapi(app, {
    info: { title: 'Library', version: '1.0.0', description: 'Books.' },
    tags: [
      { name: 'books', description: 'Books.' },
      { name: 'service', description: 'The service itself.' },
    ],
  })
  installErrorPages(app)
  installHealth(app, { checks: options.checks ?? [], tag: 'service' })
  installMetrics(app, options.metrics)
  installPaging(app, 'a key for tests')
  addRoutes(app)
  options.routes?.(app)
  await app.ready()
  return app
}
