import createOpenapiClient, { type Client } from 'openapi-fetch'
import { addIdempotencyKey } from './idempotency.ts'
import { type List, type ListOptions, listOf, type PageOf } from './list.ts'
import type { BodyOf, Call, ItemOf, ListPage, ListPath, PathMethod, QueryOf } from './operations.ts'
import { problemOf } from './problem.ts'
import { type Fetch, type RetryOptions, withRetries } from './retry.ts'
import type { components, paths } from './schema.ts'

type Schemas = components['schemas']
type Options = { readonly signal?: AbortSignal }
/** The options of a request that writes. */
type WriteOptions = Options & {
  /** Identifies the write for a day: repeated with the same key, it takes effect once. Default: a random key. */
  readonly idempotencyKey?: string
}

export interface ClientOptions {
  /** The address of the service: `https://quotes.example`. */
  readonly baseUrl: string
  /** An API key. Reading needs none, unless the service says so. */
  readonly key?: string | undefined
  /** When and how often requests are sent again. */
  readonly retry?: RetryOptions | undefined
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sends the requests. Default: the `fetch` of the platform. */
  readonly fetch?: Fetch | undefined
}

/** The query of a list of statements. */
type StatementQuery = QueryOf<'/v1/statements'>
/** The statements of a list: with `fields`, only the named fields. */
type StatementWith<Query> = Query extends { readonly fields: string | readonly string[] }
  ? Schemas['SparseStatement']
  : Schemas['Statement']

/** The query of a list of changes. */
type ChangeQuery = Omit<QueryOf<'/v1/changes'>, 'after' | 'wait'> & {
  /** The position of the last known change; 0 is the beginning. */
  readonly after?: number
  /** The seconds to wait if there is no change yet. */
  readonly wait?: number
}

/**
 * Makes a client of a service. Its methods reject with a {@link ProblemError} if the service refuses a request, and with
 * the reason of the signal if it aborts.
 */
export function createClient({ baseUrl, key, retry, headers, fetch = globalThis.fetch }: ClientOptions) {
  // Browsers refuse a fetch that is called as a method of another object.
  const send: Fetch = (request) => fetch(request)
  const api = createOpenapiClient<paths>({
    baseUrl,
    headers: {
      accept: 'application/json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    fetch: withRetries(send, retry),
    querySerializer: { array: { style: 'form', explode: false } },
  })
  api.use({
    onRequest: ({ request }) => addIdempotencyKey(request),
    async onResponse({ response }) {
      if (!response.ok) throw await problemOf(response)
    },
  })

  const call =
    <Method extends PathMethod>(method: Method): Call<Method> =>
    async (path, ...[init]) =>
      (await (api as Client<never>).request(method as never, path as never, init as never)).data as never
  const get = call('get')
  const post = call('post')

  /** Reads the page at a path or a link, which begins with `/v1/`. */
  const readPage = async <Page>(path: string, init: object): Promise<Page> =>
    (await api.GET(path as never, init as never)).data as Page

  const listAt = <Item, Page extends PageOf<Item>>(
    path: string,
    params: object,
    { signal, endless = false }: ListOptions & { readonly endless?: boolean },
  ): List<Item, Page> =>
    listOf(
      () => readPage<Page>(path, { params, signal }),
      (next) => readPage<Page>(next, { signal }),
      endless,
    )

  /** Lists what a path of the API lists. @param query the filters; a filter that takes several values also takes one. */
  const list = <Path extends ListPath>(
    path: Path,
    query: QueryOf<Path> = {} as QueryOf<Path>,
    options: ListOptions & { readonly path?: Readonly<Record<string, string>> } = {},
  ) => listAt<ItemOf<Path>, ListPage<Path>>(path, { query, path: options.path }, options)

  return {
    /** The client of openapi-fetch below this one, for other formats and for headers of responses. */
    api,
    get,
    post,
    patch: call('patch'),
    delete: call('delete'),
    list,

    /** Lists statements, latest words first. */
    statements: <const Query extends StatementQuery = object>(query?: Query, options: ListOptions = {}) =>
      listAt<StatementWith<Query>, PageOf<StatementWith<Query>> & Pick<Schemas['StatementPage'], 'page'>>(
        '/v1/statements',
        { query },
        options,
      ),
    officials: (query?: QueryOf<'/v1/officials'>, options?: ListOptions) =>
      list('/v1/officials', query, options),
    organizations: (query?: QueryOf<'/v1/organizations'>, options?: ListOptions) =>
      list('/v1/organizations', query, options),
    articles: (query?: QueryOf<'/v1/articles'>, options?: ListOptions) =>
      list('/v1/articles', query, options),
    publishers: (query?: QueryOf<'/v1/publishers'>, options?: ListOptions) =>
      list('/v1/publishers', query, options),
    dates: (query?: QueryOf<'/v1/dates'>, options?: ListOptions) => list('/v1/dates', query, options),
    jobs: (query?: QueryOf<'/v1/jobs'>, options?: ListOptions) => list('/v1/jobs', query, options),

    /**
     * Lists changes in order, from the position `after`. With `follow`, the list does not end: it waits for further
     * changes. Keep the `position` of the last change, to continue after it later.
     */
    changes: (
      query: ChangeQuery = {},
      { follow = false, ...options }: ListOptions & { readonly follow?: boolean } = {},
    ): List<Schemas['Change'], Schemas['ChangePage']> => {
      const wait = follow ? (query.wait ?? FOLLOW_SECONDS) : query.wait
      return listAt('/v1/changes', { query: { ...query, wait } }, { ...options, endless: follow })
    },

    /** Reads a statement with its evidence. */
    statement: (id: string, options?: Options) =>
      get('/v1/statements/{id}', { params: { path: { id } }, ...options }),
    /** Reads a person, by id or slug. */
    official: (id: string, options?: Options) =>
      get('/v1/officials/{id}', { params: { path: { id } }, ...options }),
    /** Reads an organization, by id or slug. */
    organization: (id: string, options?: Options) =>
      get('/v1/organizations/{id}', { params: { path: { id } }, ...options }),
    article: (id: string, options?: Options) =>
      get('/v1/articles/{id}', { params: { path: { id } }, ...options }),
    /** Reads the text of an article, to which all offsets refer: `text.slice(start, end) === exact`. */
    articleText: async (id: string, options?: Options): Promise<string> => {
      const params = { path: { id } }
      const headers = { accept: 'text/plain' }
      return (await api.GET('/v1/articles/{id}/text', { params, headers, parseAs: 'text', ...options })).data!
    },

    /** Answers a plain question, with how it was understood. */
    search: (question: string, options?: Options) =>
      get('/v1/search', { params: { query: { q: question } }, ...options }),
    /** Checks a quotation against the record. */
    verify: (quotation: BodyOf<'/v1/verify'>, options?: Options) =>
      post('/v1/verify', { body: quotation, ...options }),
    /** Finds who said what in a text. The service stores nothing. */
    extract: (body: BodyOf<'/v1/extract'>, options?: Options) => post('/v1/extract', { body, ...options }),
    /** Sends an article. */
    ingest: (article: BodyOf<'/v1/articles'>, { idempotencyKey, ...options }: WriteOptions = {}) =>
      post('/v1/articles', {
        body: article,
        ...(idempotencyKey !== undefined && { params: { header: { 'idempotency-key': idempotencyKey } } }),
        ...options,
      }),
  }
}

/** The seconds that a request for changes waits at the service. */
const FOLLOW_SECONDS = 30

/** A client of a service. */
export type OnRecordClient = ReturnType<typeof createClient>
