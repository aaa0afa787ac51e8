import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { getAnnotation } from './domain.ts'
import { JSON_LD, linkedData, setAnnotationType } from './parameters.ts'
import { Annotation } from './schema.ts'

/** Mounts one statement as a W3C Web Annotation. */
export function annotationRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/statements/:id/annotation',
    {
      config: { scope: 'read', errors: ['gone'], produces: [JSON_LD, 'application/json'] },
      schema: {
        operationId: 'getStatementAnnotation',
        tags: ['statements'],
        summary: 'Read a statement as a W3C Web Annotation',
        description: 'Positions count Unicode code points, as the Recommendation requires.',
        params: z.strictObject({ id: z.uuid().describe('The id of a statement.') }),
        response: { 200: linkedData('The annotation.', example(Annotation, 'getStatementAnnotation')) },
      },
    },
    async (request, reply) => {
      setAnnotationType(request, reply)
      return getAnnotation(db, request.params.id, request.server.originOf(request))
    },
  )
}
