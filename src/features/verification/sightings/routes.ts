import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { findSightings } from './domain.ts'
import { Sightings } from './schema.ts'

/** Mounts the reports of one utterance. */
export function sightingRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/statements/:id/sightings',
    {
      config: { scope: 'read', errors: ['gone'] },
      schema: {
        operationId: 'getSightings',
        tags: ['statements'],
        summary: 'List the reports of one utterance',
        description:
          'All statements on record that report the same utterance: whole, cut, with other punctuation or partly as a paraphrase.',
        params: z.strictObject({ id: z.uuid().describe('The id of a statement.') }),
        response: { 200: example(Sightings, 'getSightings') },
      },
    },
    ({ params }) => findSightings(db, params.id),
  )
}
