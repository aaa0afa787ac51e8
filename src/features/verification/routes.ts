import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { verifyQuotation } from './domain.ts'
import { questionOf, quotationBody } from './parameters.ts'
import { LONGEST_QUOTE, Verification } from './schema.ts'

/** The largest body, in bytes: the longest quotation, with each of its characters escaped in JSON, and the rest. */
const LARGEST_BODY = LONGEST_QUOTE * 6 + 20_000

/** Mounts the check of a quotation. */
export function verificationRoutes(app: App, { db }: { db: Db }): void {
  app.post(
    '/verify',
    {
      bodyLimit: LARGEST_BODY,
      config: { scope: 'read' },
      schema: {
        operationId: 'verifyQuotation',
        tags: ['statements'],
        summary: 'Check a quotation against the record',
        description:
          'Says whether the words are on record, who said them, and names each difference. `speaker`, `said_from` and `said_to` are what your text claims; the other parameters are those of `GET /v1/statements` and select where to look. Nothing is stored.',
        body: quotationBody,
        response: { 200: example(Verification, 'verifyQuotation') },
      },
    },
    ({ body }) => verifyQuotation(db, questionOf(body)),
  )
}
