import { z } from 'zod'
import { parseEdtf } from '../../core/edtf.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { parsed, safeText } from '../../http/parameters.ts'
import { extractFrom } from './domain.ts'
import { ExtractionResult } from './schema.ts'

/** The longest text that is read, in UTF-16 code units. */
export const LONGEST_TEXT = 2_000_000

/** A code unit takes up to six bytes where JSON escapes it. */
const BODY_BYTES_MAX = LONGEST_TEXT * 6

/** Reading a text without keeping it. */
export function extractionRoutes(app: App): void {
  app.post(
    '/extract',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'read' },
      schema: {
        operationId: 'extract',
        tags: ['extraction'],
        summary: 'Read a text and keep nothing',
        description:
          'Finds who said what and when in any text. Nothing is stored. Give `published` for relative dates ("last month") to be reckoned from.',
        body: z
          .strictObject({
            text: safeText(LONGEST_TEXT).describe(
              'The text to read. Offsets of the answer count in exactly this text.',
            ),
            published: parsed(parseEdtf, 'Must be an EDTF date, such as 2025-01-15, 2025-01 or 2025-01?.', {
              description: 'When the text was published.',
              examples: ['2025-01-15'],
            })
              .nullish()
              .describe('When the text was published, as EDTF; leave it out where nobody knows.'),
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
