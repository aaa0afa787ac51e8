import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import { readPage, sendPage } from '../../http/paging.ts'
import { cursor, limit } from '../../http/parameters.ts'
import { versionTag } from '../../http/preconditions.ts'
import { CHANGE_ERRORS, changeHeaders, writeHeaders } from '../../http/writes.ts'
import { changed, created, writeOnce } from '../access/idempotency/once.ts'
import { OWNED, READING, viewerOf } from '../access/keys/viewer.ts'
import { ANSWERS } from './documentation.ts'
import { changeSearch, createSearch, getSearch, listSearches, removeSearch } from './domain.ts'
import { newSearchBody, searchBody, searchId } from './parameters.ts'

const BODY_BYTES_MAX = 32 * 1024
const tags = ['searches']

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

  app.patch(
    '/searches/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { ...OWNED, errors: CHANGE_ERRORS },
      schema: {
        operationId: 'changeSearch',
        tags,
        summary: 'Change a saved search',
        description:
          'Fields that are left out keep their values; `filters` replaces all filters. Webhooks use the changed search from their next message on.',
        params: searchId,
        headers: changeHeaders,
        body: searchBody,
        response: { 200: ANSWERS.search },
      },
    },
    async (request, reply) => {
      const { params, body } = request
      const write = { db, at: now(), operation: `changeSearch ${params.id}` }
      return writeOnce(request, reply, write, async (tx, { demand, at }) =>
        changed(await changeSearch(tx, viewerOf(request), params.id, body, { demand, now: at })),
      )
    },
  )

  app.delete(
    '/searches/:id',
    {
      config: { ...OWNED, errors: CHANGE_ERRORS },
      schema: {
        operationId: 'deleteSearch',
        tags,
        summary: 'Delete a saved search',
        description: 'Webhooks that follow the search keep its id, and send no more of its matches.',
        params: searchId,
        headers: changeHeaders,
        response: { 204: ANSWERS.nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `deleteSearch ${id}` }
      return writeOnce(request, reply, write, async (tx, { demand }) => {
        await removeSearch(tx, viewerOf(request), id, demand)
        return { status: 204, body: null }
      })
    },
  )
}
