import { z } from 'zod'
import { SOURCE_ENTRY_STATES } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { cursor, limit } from '../../../http/parameters.ts'
import { versionTag } from '../../../http/preconditions.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { list } from '../../../input/lists.ts'
import { type FilterParameters, valuesOf } from '../../../input/values.ts'
import { mountChange, removed } from '../../access/idempotency/change-route.ts'
import { answerBefore } from '../../access/idempotency/domain.ts'
import { changed, requestedWrite, sendWritten, writeOnce } from '../../access/idempotency/once.ts'
import { ANSWERS } from './documentation.ts'
import {
  addSource,
  changeSource,
  discoverFeed,
  type FetchFeed,
  getSource,
  listEntries,
  listSources,
  removeSource,
} from './domain.ts'
import type { EntryFilters } from './entries/schema.ts'
import { newSourceBody, sourceBody, sourceId } from './parameters.ts'
import type { Source } from './schema.ts'

const BODY_BYTES_MAX = 32 * 1024
const tags = ['sources']

/** What the changes of one source share. */
const ONE = { url: '/sources/:id', tag: 'sources', config: { scope: 'ingest' }, params: sourceId } as const
const READING = { scope: 'ingest', conditional: false } as const

const entryFilters = {
  state: list(SOURCE_ENTRY_STATES, { description: 'Only entries in these states.', examples: ['failed'] }),
} satisfies FilterParameters<EntryFilters>

export interface SourceRoutesOptions {
  readonly db: Db
  readonly now: () => Date
  readonly fetchFeed: FetchFeed
}

/** Mounts the sources: feeds and sitemaps that workers poll. */
export function sourceRoutes(app: App, options: SourceRoutesOptions): void {
  readRoutes(app, options)
  writeRoutes(app, options)
}

function readRoutes(app: App, { db }: SourceRoutesOptions): void {
  app.get(
    '/sources',
    {
      config: READING,
      schema: {
        operationId: 'listSources',
        tags,
        summary: 'List sources',
        description: 'The sources in the order of creation, with the state of each.',
        querystring: z.strictObject({ limit: limit(), cursor: cursor() }),
        response: { 200: ANSWERS.sources },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: 'recorded' })
      return sendPage(request, reply, { page, rows: await listSources(db, page) })
    },
  )

  app.get(
    '/sources/:id',
    {
      config: READING,
      schema: {
        operationId: 'getSource',
        tags,
        summary: 'Read a source',
        description: 'The settings, the last and the next poll, and how many entries are in each state.',
        params: sourceId,
        response: { 200: ANSWERS.source },
      },
    },
    async (request, reply) => {
      const source = await getSource(db, request.params.id)
      reply.header('etag', versionTag(source.version))
      return source
    },
  )

  app.get(
    '/sources/:id/entries',
    {
      config: READING,
      schema: {
        operationId: 'listSourceEntries',
        tags,
        summary: 'List the entries of a source',
        description: 'What became of each entry, and why, latest first.',
        params: sourceId,
        querystring: z.strictObject({ ...entryFilters, limit: limit(), cursor: cursor() }),
        response: { 200: ANSWERS.entries },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: '-recorded' })
      const filters = valuesOf(entryFilters, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listEntries(db, request.params.id, filters, page),
      })
    },
  )
}

function writeRoutes(app: App, { db, now, fetchFeed }: SourceRoutesOptions): void {
  app.post(
    '/sources',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: {
        scope: 'ingest',
        errors: ['conflict', 'fetch_refused', 'fetch_failed', 'robots_disallowed', 'not_a_feed'],
      },
      schema: {
        operationId: 'addSource',
        tags,
        summary: 'Add a source',
        description:
          'Polls a feed (RSS, Atom, JSON Feed) or a sitemap, and ingests every article that it announces. A page is followed to the feed that it names. The answer is 201, or 200 if the feed is a source already.',
        headers: writeHeaders,
        body: newSourceBody,
        response: { 200: ANSWERS.source, 201: ANSWERS.source },
      },
    },
    async (request, reply) => {
      const at = now()
      const operation = 'addSource'
      const earlier = await answerBefore(db, requestedWrite(request, operation), at)
      if (earlier) return sendWritten<Source>(reply, earlier)
      const { url, ...given } = request.body
      const discovered = await discoverFeed(url, fetchFeed, at)
      return writeOnce(request, reply, { db, at, operation }, async (tx, { actor }) => {
        const { source, isNew } = await addSource(tx, discovered, given, actor, at)
        const headers = { location: source.links.self, etag: versionTag(source.version) }
        return { status: isNew ? 201 : 200, body: source, headers }
      })
    },
  )

  mountChange(
    app,
    { db, now },
    {
      ...ONE,
      method: 'PATCH',
      operationId: 'changeSource',
      summary: 'Change, pause or resume a source',
      description:
        'Fields that are left out keep their values. A source that becomes active is polled at once, and its waiting entries are fetched.',
      body: sourceBody,
      bodyLimit: BODY_BYTES_MAX,
      status: 200,
      answer: ANSWERS.source,
      change: async (tx, { id, body }, { demand, at }) =>
        changed(await changeSource(tx, id, body, { demand, now: at })),
    },
  )

  mountChange(
    app,
    { db, now },
    {
      ...ONE,
      method: 'DELETE',
      operationId: 'removeSource',
      summary: 'Remove a source',
      description: 'Nothing more is fetched, and the entries are deleted. The articles stay.',
      body: null,
      status: 204,
      answer: ANSWERS.nothing,
      change: async (tx, { id }, { demand }) => {
        await removeSource(tx, id, demand)
        return removed
      },
    },
  )
}
