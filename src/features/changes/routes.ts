import { z } from 'zod'
import type { Db } from '../../database/handle.ts'
import { example } from '../../documentation/examples.ts'
import { canonicalUrl } from '../../http/canonical-url.ts'
import type { App } from '../../http/instance.ts'
import { limit, list, parsed, safeText } from '../../http/parameters.ts'
import { findChanges } from './domain.ts'
import { ChangePage, SUBJECTS } from './schema.ts'

const position = parsed<number>(
  (text) => (/^\d{1,15}$/.test(text) ? Number(text) : null),
  'Must be a position: a whole number, 0 for the beginning.',
  {
    description: 'Changes after this position. 0 is the beginning; page.next knows how to go on.',
    examples: ['0'],
  },
)

/** What changed, for apps that keep a copy. */
export function changeRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/changes',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listChanges',
        tags: ['changes'],
        summary: 'What changed, in order',
        description:
          'Every creation, correction, merge and retraction, without gaps and in the order in which they became visible. Keep the last position you have seen, or follow page.next, which is always there: whoever does misses nothing.',
        querystring: z.strictObject({
          after: position.optional(),
          subject: list(SUBJECTS, { description: 'Only changes of these.', examples: ['statement'] }),
          action: safeText(40)
            .optional()
            .describe('Only changes of this kind: created, corrected, retracted, …'),
          limit: limit(),
        }),
        response: { 200: example(ChangePage, 'listChanges') },
      },
    },
    async (request, reply) => {
      const { after = 0, subject, action, limit: rows } = request.query
      const found = await findChanges(db, after, { subject, action }, rows)
      const items = found.slice(0, rows)
      const last = items.at(-1)?.position ?? after
      const next = canonicalUrl(request.url, [], { after: String(last) })
      reply.header('link', `<${next}>; rel="next"`)
      return { items, page: { limit: rows, next, has_more: found.length > rows } }
    },
  )
}
