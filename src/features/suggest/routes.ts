import { z } from 'zod'
import { NAME_KINDS } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { limit } from '../../http/parameters.ts'
import { list } from '../../input/lists.ts'
import { safeText } from '../../input/values.ts'
import { suggest } from './domain.ts'
import { Suggestions } from './schema.ts'

/** Mounts the suggestions for a typed name. */
export function suggestRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/suggest',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'suggest',
        tags: ['officials'],
        summary: 'Suggest names while they are typed',
        description:
          'People, organizations and publishers whose name, alias or title matches: first whole words and beginnings in any order, then words that sound alike and typing errors. Case, accents, apostrophes and hyphens do not matter. Best match first, then by number of statements. A merged record counts as the record that took its place.',
        querystring: z.strictObject({
          q: safeText(200, 1).meta({
            description: 'The typed part of a name. Only the first six words count.',
            examples: ['vedant pat'],
          }),
          kind: list(NAME_KINDS, { description: 'Only these kinds, separated by commas.' }),
          limit: limit(),
        }),
        response: { 200: example(Suggestions, 'suggest') },
      },
    },
    async ({ query: { q, kind, limit: most } }) => suggest(db, { q, kinds: kind ?? NAME_KINDS, limit: most }),
  )
}
