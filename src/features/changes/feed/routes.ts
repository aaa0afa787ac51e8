import { z } from 'zod'
import { ACTIONS } from '../../../core/actions.ts'
import { SUBJECTS } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import { ledgerPosition } from '../../../database/ledger.sql.ts'
import { example } from '../../../documentation/examples.ts'
import { canonicalUrl } from '../../../http/canonical-url.ts'
import type { App } from '../../../http/instance.ts'
import { limit } from '../../../http/parameters.ts'
import { identifiers, list } from '../../../input/lists.ts'
import { type FilterParameters, parsed, valuesOf } from '../../../input/values.ts'
import { resolveReferences } from '../../../record/references/domain.ts'
import { resolvedFact } from '../../../record/references/schema.ts'
import { listChanges } from './domain.ts'
import { createWatch } from './ledger-watch.ts'
import { type ChangeFilters, ChangePage } from './schema.ts'

const position = parsed<number>(
  (text) => (/^\d{1,15}$/.test(text) ? Number(text) : null),
  'Must be a position: a whole number, 0 for the beginning.',
  {
    description: 'Changes after this position. 0 is the beginning; page.next continues from the last one.',
    examples: ['0'],
  },
)

const WAIT_MAX_SECONDS = 30
const wait = parsed<number>(
  (text) => (/^\d{1,2}$/.test(text) && Number(text) <= WAIT_MAX_SECONDS ? Number(text) : null),
  `Must be a whole number of seconds from 0 to ${WAIT_MAX_SECONDS}.`,
  {
    description: 'If there is no change yet: how many seconds to wait for one. Default: do not wait.',
    examples: ['1'],
  },
)

const changeFilters = {
  subject: list(SUBJECTS, { description: 'Only changes of these subjects.', examples: ['statement'] }),
  action: list(ACTIONS, { description: 'Only changes with these actions.', examples: ['created,corrected'] }),
  official: identifiers({
    description: 'Only changes of these people and of their statements: ids or slugs, separated by commas.',
    examples: ['vedant-patel'],
  }),
} satisfies FilterParameters<Pick<ChangeFilters, 'subject' | 'action' | 'official'>>

/** Mounts the list of changes, for applications that keep a copy. */
export function changeRoutes(app: App, { db }: { db: Db }): void {
  const watch = createWatch(async () => Number(await ledgerPosition(db)))
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())

  app.get(
    '/changes',
    {
      // A reader goes on from a position that a replica may not have reached.
      config: { scope: 'read', replica: false },
      schema: {
        operationId: 'listChanges',
        tags: ['changes'],
        summary: 'List changes in order',
        description:
          'All creations, corrections, merges and retractions, without gaps, in the order in which they became visible. To miss no change, store the last position, or follow page.next, which is always present.',
        querystring: z.strictObject({
          after: position.optional(),
          ...changeFilters,
          wait: wait.optional(),
          limit: limit(),
        }),
        response: { 200: example(ChangePage, 'listChanges') },
      },
    },
    async (request, reply) => {
      const { after = 0, limit: rows, wait: seconds = 0 } = request.query
      const { action, subject, ...named } = valuesOf(changeFilters, request.query)
      const { official, resolved } = await resolveReferences(db, named)
      const filters = { subject, official, action }
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const until = AbortSignal.any([gone.signal, closing.signal])
      const deadline = performance.now() + seconds * 1000
      // A request that waits for changes must not get 304 at once.
      if (seconds > 0) {
        request.entityTag = null
        reply.header('cache-control', 'no-store')
      }
      let listed = await listChanges(db, after, filters, rows)
      while (listed.changes.length === 0 && !until.aborted) {
        const leftMs = deadline - performance.now()
        if (leftMs <= 0) break
        await watch.beyond(listed.next, leftMs, until)
        listed = await listChanges(db, listed.next, filters, rows)
      }
      const next = canonicalUrl(request.url, [], { after: String(listed.next) })
      reply.header('link', `<${next}>; rel="next"`)
      return {
        items: [...listed.changes],
        page: { limit: rows, next, has_more: listed.hasMore, ...resolvedFact(resolved) },
      }
    },
  )
}
