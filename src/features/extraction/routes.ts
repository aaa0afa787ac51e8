import { z } from 'zod'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { publicationDate } from '../../input/dates.ts'
import { safeText } from '../../input/values.ts'
import { extractFrom } from './domain.ts'
import { ExtractionResult, LARGEST_BODY, LONGEST_TEXT } from './schema.ts'

/** Mounts the extraction from texts that are not stored. */
export function extractionRoutes(app: App): void {
  app.post(
    '/extract',
    {
      bodyLimit: LARGEST_BODY,
      config: { scope: 'read' },
      schema: {
        operationId: 'extract',
        tags: ['extraction'],
        summary: 'Extract from a text without storing it',
        description:
          'Finds who said what and when in any text. Nothing is stored. Relative dates ("last month") are resolved against `published`.',
        body: z
          .strictObject({
            text: safeText(LONGEST_TEXT).describe(
              'The text to read. The offsets in the response count in exactly this text.',
            ),
            published: publicationDate('When the text was published.').describe(
              'When the text was published, as EDTF. Leave it out if unknown.',
            ),
          })
          .meta({
            examples: [
              {
                text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
                published: '2025-01-15',
              },
            ],
          }),
        response: { 200: example(ExtractionResult, 'extract') },
      },
    },
    async (request) => extractFrom(request.body.text, request.body.published ?? null),
  )
}
