import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import { readPage, sendPage } from '../../http/paging.ts'
import { cursor, limit } from '../../http/parameters.ts'
import { versionTag } from '../../http/preconditions.ts'
import { writeHeaders } from '../../http/writes.ts'
import { mountChange, removed } from '../access/idempotency/change-route.ts'
import { changed, created, writeOnce } from '../access/idempotency/once.ts'
import { OWNED, READING, viewerOf } from '../access/keys/viewer.ts'
import { ANSWERS } from './documentation.ts'
import { changeSearch, createSearch, getSearch, listSearches, removeSearch } from './domain.ts'
import { newSearchBody, searchBody, searchId } from './parameters.ts'

const BODY_BYTES_MAX = 32 * 1024
const tags = ['searches']

/** What the changes of one saved search share. */
const ONE = { url: '/searches/:id', tag: 'searches', config: OWNED, params: searchId } as const

export interface SearchRoutesOptions {
  readonly db: Db
  readonly now: () => Date
  /** The most saved searches of one key without the scope `admin`. */
  readonly maxPerKey: number
}

/** Mounts the saved searches of a key. */
export function searchRoutes(app: App, { db, now, maxPerKey }: SearchRoutesOptions): void {
  app.post(
    '/searches',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { ...OWNED, errors: ['conflict', 'too_many_searches'] },
      schema: {
        operationId: 'createSearch',
        tags,
        summary: 'Save a search',
        description:
          'Saves words and filters under a name. The search belongs to the key of this request. Read its matches as a list, or let a webhook follow the search.',
        headers: writeHeaders,
        body: newSearchBody,
        response: { 201: ANSWERS.search },
      },
    },
    async (request, reply) => {
      const write = { db, at: now(), operation: 'createSearch' }
      return writeOnce(request, reply, write, async (tx, { at }) =>
        created(await createSearch(tx, viewerOf(request), request.body, { maxPerKey, now: at })),
      )
    },
  )

  app.get(
    '/searches',
    {
      config: READING,
      schema: {
        operationId: 'listSearches',
        tags,
        summary: 'List saved searches',
        description:
          'The searches of your key in the order of creation. With the scope `admin`, the searches of all keys.',
        querystring: z.strictObject({ limit: limit(), cursor: cursor() }),
        response: { 200: ANSWERS.searches },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: 'recorded' })
      const rows = await listSearches(db, viewerOf(request), page)
      return sendPage(request, reply, { page, rows })
    },
  )

  app.get(
    '/searches/:id',
    {
      config: READING,
      schema: {
        operationId: 'getSearch',
        tags,
        summary: 'Read a saved search',
        description: 'The words and the filters of the search.',
        params: searchId,
        response: { 200: ANSWERS.search },
      },
    },
    async (request, reply) => {
      const search = await getSearch(db, viewerOf(request), request.params.id)
      reply.header('etag', versionTag(search.version))
      return search
    },
  )

  mountChange(
    app,
    { db, now },
    {
      ...ONE,
      method: 'PATCH',
      operationId: 'changeSearch',
      summary: 'Change a saved search',
      description:
        'Fields that are left out keep their values; `filters` replaces all filters. Webhooks use the changed search from their next message on.',
      body: searchBody,
      bodyLimit: BODY_BYTES_MAX,
      status: 200,
      answer: ANSWERS.search,
      change: async (tx, { id, body, request }, { demand, at }) =>
        changed(await changeSearch(tx, viewerOf(request), id, body, { demand, now: at })),
    },
  )

  mountChange(
    app,
    { db, now },
    {
      ...ONE,
      method: 'DELETE',
      operationId: 'deleteSearch',
      summary: 'Delete a saved search',
      description: 'Webhooks that follow the search keep its id, and send no more of its matches.',
      body: null,
      status: 204,
      answer: ANSWERS.nothing,
      change: async (tx, { id, request }, { demand }) => {
        await removeSearch(tx, viewerOf(request), id, demand)
        return removed
      },
    },
  )
}
