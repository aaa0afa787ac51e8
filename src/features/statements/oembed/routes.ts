import { z } from 'zod'
import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { negotiate } from '../../../http/negotiation.ts'
import { wholeNumber } from '../../../input/values.ts'
import { CARD_WIDTH, getOembed, OEMBED_FORMATS, OEMBED_PATH, toXml } from './domain.ts'
import { Oembed } from './schema.ts'

const [JSON_FORMAT, XML_FORMAT] = OEMBED_FORMATS
const LONGEST_ADDRESS = 2000
const LARGEST_SIDE = 10_000

const side = (name: string, most: number) =>
  wholeNumber(1, LARGEST_SIDE, {
    default: most,
    description: `The greatest ${name} of the card, in pixels.`,
  })

/** Loose, because consumers send parameters that only other providers know. */
const querystring = z.looseObject({
  url: z
    .string()
    .max(LONGEST_ADDRESS)
    .meta({ description: 'The address of a statement, such as `https://…/v1/statements/{id}`.' }),
  maxwidth: side('width', CARD_WIDTH),
  maxheight: side('height', LARGEST_SIDE),
  format: z
    .string()
    .max(LONGEST_ADDRESS)
    .optional()
    .meta({
      description: '`json` or `xml`. It goes before Accept.',
      enum: OEMBED_FORMATS.map(({ name }) => name),
    }),
})

/** Mounts the oEmbed response for statements, at the root of the service. */
export function oembedRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    OEMBED_PATH,
    {
      config: {
        scope: 'read',
        errors: ['gone', 'not_found', 'not_implemented'],
        produces: OEMBED_FORMATS.map(({ mediaType }) => mediaType),
      },
      schema: {
        operationId: 'getOembed',
        tags: ['statements'],
        summary: 'Embed a statement',
        description:
          'A statement as oEmbed (`rich`): a quotation block without scripts. `Link` headers of statements lead here. Other parameters of consumers are ignored.',
        querystring,
        response: {
          200: {
            description: 'OK',
            content: {
              [JSON_FORMAT.mediaType]: { schema: example(Oembed, 'getOembed') },
              [XML_FORMAT.mediaType]: { schema: z.string().describe('The same fields as XML.') },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { url, maxwidth, maxheight, format } = request.query
      const wanted = negotiate(request)
      const chosen = OEMBED_FORMATS.find(({ name, mediaType }) =>
        format === undefined ? mediaType === wanted : name === format,
      )
      if (!chosen)
        throw new DomainError('not_implemented', `"${format}" is no format of oEmbed here. Use json or xml.`)
      const origin = request.server.originOf(request)
      const card = await getOembed(db, url, origin, { maxwidth, maxheight })
      reply.type(`${chosen.mediaType}; charset=utf-8`)
      return chosen === XML_FORMAT ? reply.send(toXml(card)) : card
    },
  )
}
