import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { negotiate } from '../../../http/negotiation.ts'
import { choice } from '../../../input/values.ts'
import { citationsOf, mediaTypeOf, readCited, referenceIn } from './domain.ts'
import { Citations, CslItems, STYLE_NAMES, type StyleName } from './schema.ts'

const JSON_TYPE = 'application/json'
const TYPES = [...new Set(STYLE_NAMES.map(mediaTypeOf))]

/** Returns the first style with a media type. For plain text, this is APA. */
const styleOf = (mediaType: string | null): StyleName | undefined =>
  STYLE_NAMES.find((name) => mediaTypeOf(name) === mediaType)

/** Mounts the citations of one statement. */
export function citationRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/statements/:id/citation',
    {
      config: { scope: 'read', errors: ['gone'], produces: [JSON_TYPE, ...TYPES] },
      schema: {
        operationId: 'citeStatement',
        tags: ['statements'],
        summary: 'Cite a statement',
        description:
          'References to the article that prints the words, and the words for a text that quotes them. Without `style`, the answer has all styles. With `style`, or a media type in Accept, it is one reference, in its own type. Unknown parts are left out as the style prescribes.',
        params: z.strictObject({ id: z.uuid().describe('The id of a statement.') }),
        querystring: z.strictObject({
          style: choice(STYLE_NAMES, {
            description: 'The style. It has priority over Accept.',
            examples: ['apa'],
          }).optional(),
        }),
        response: {
          200: {
            description: 'The citations, or one reference.',
            content: {
              [JSON_TYPE]: { schema: example(Citations, 'citeStatement') },
              ...Object.fromEntries(
                TYPES.map((type) => [type, { schema: type.endsWith('json') ? CslItems : z.string() }]),
              ),
            },
          },
        },
      },
    },
    async (request, reply) => {
      const style = request.query.style ?? styleOf(negotiate(request))
      const cited = await readCited(db, request.params.id, request.server.originOf(request))
      if (style === undefined) return citationsOf(cited)
      const { mediaType, reference } = referenceIn(style, cited)
      return sendReference(reply, mediaType, reference)
    },
  )
}

const sendReference = (reply: FastifyReply, mediaType: string, reference: string) =>
  reply.type(`${mediaType}; charset=utf-8`).send(reference)
