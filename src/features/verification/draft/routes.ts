import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import { clientGone, onceAnswered } from '../../../http/client-gone.ts'
import type { App } from '../../../http/instance.ts'
import { publicationDate } from '../../../input/dates.ts'
import { safeText } from '../../../input/values.ts'
import { type ReadingQueue, readInSlices } from '../../extraction/domain.ts'
import { verifyDraft } from './domain.ts'
import { DraftVerification, LONGEST_DRAFT } from './schema.ts'

/** The largest body, in bytes: the longest draft, with each of its characters escaped in JSON, and the rest. */
const LARGEST_BODY = LONGEST_DRAFT * 6 + 1_000

/** Mounts the check of all quotations of a draft. */
export function draftRoutes(app: App, { db, queue }: { db: Db; queue: ReadingQueue }): void {
  app.post(
    '/verify::draft',
    {
      bodyLimit: LARGEST_BODY,
      config: { scope: 'read' },
      schema: {
        operationId: 'verifyDraft',
        tags: ['statements'],
        summary: 'Check the quotations of a draft',
        description:
          'Finds each quotation of a text with its speaker and checks it as `POST /v1/verify` does, in place. Nothing of the text is stored. The service reads one text at a time, as `POST /v1/extract` does.',
        body: z
          .strictObject({
            text: safeText(LONGEST_DRAFT, 1).describe('The draft as plain text.'),
            published: publicationDate('The day of its publication.').describe(
              'The day of its publication, as EDTF.',
            ),
          })
          .meta({
            examples: [
              {
                text: '“There is no military solution to this conflict,” State Department spokesperson Vedant Patel said on Tuesday.',
                published: '2025-01-15',
              },
            ],
          }),
        response: { 200: example(DraftVerification, 'verifyDraft') },
      },
    },
    async (request, reply) => {
      const { text, published = null } = request.body
      const reader = { hasKey: request.caller !== null, gone: clientGone(reply) }
      onceAnswered(reply, queue.admit(reader))
      const extraction = await queue.read(reader, () =>
        readInSlices(text, { published, signal: reader.gone }),
      )
      return verifyDraft(db, text, extraction)
    },
  )
}
