import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../database/handle.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { negotiate } from '../../../http/negotiation.ts'
import { getAnnotation, getAnnotations } from './domain.ts'
import { Annotation, AnnotationPage } from './schema.ts'

const JSON_LD = 'application/ld+json'
/** A JSON document that is a Linked Data one as well: the same bytes under either name. */
const linkedData = <Shape extends z.ZodType>(description: string, schema: Shape) => ({
  description,
  content: { [JSON_LD]: { schema }, 'application/json': { schema } },
})

/** Statements as W3C Web Annotations: one, and all of an article. Ids are absolute: `originOf` tells where this is. */
export function annotationRoutes(
  app: App,
  { db, originOf }: { db: Db; originOf: (request: FastifyRequest) => string },
): void {
  app.get(
    '/statements/:id/annotation',
    {
      config: { scope: 'read', errors: ['gone'], produces: [JSON_LD, 'application/json'] },
      schema: {
        operationId: 'getStatementAnnotation',
        tags: ['statements'],
        summary: 'One statement as a W3C Web Annotation',
        description: 'Positions count Unicode code points, as the Recommendation demands.',
        params: z.strictObject({ id: z.uuid().describe('The id of a statement.') }),
        response: { 200: linkedData('The annotation.', example(Annotation, 'getStatementAnnotation')) },
      },
    },
    async (request, reply) => {
      reply.type(negotiate(request) ?? JSON_LD)
      return getAnnotation(db, request.params.id, originOf(request))
    },
  )

  app.get(
    '/articles/:id/annotations',
    {
      config: { scope: 'read', produces: [JSON_LD, 'application/json'] },
      schema: {
        operationId: 'getArticleAnnotations',
        tags: ['articles', 'statements'],
        summary: 'What was said in one article, as W3C Web Annotations',
        description: 'All statements of the latest text, in text order. Positions count Unicode code points.',
        params: z.strictObject({ id: z.uuid().describe('The id of an article.') }),
        response: {
          200: linkedData(
            'All annotations of the article.',
            example(AnnotationPage, 'getArticleAnnotations'),
          ),
        },
      },
    },
    async (request, reply) => {
      reply.type(negotiate(request) ?? JSON_LD)
      return getAnnotations(db, request.params.id, originOf(request))
    },
  )
}
