import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { writeHeaders } from '../../http/writes.ts'
import { requestedWrite } from '../access/idempotency/once.ts'
import { answerQuotation, type ReceiptOptions } from './domain.ts'
import { questionOf, quotationBody } from './parameters.ts'
import { LONGEST_QUOTE, VerificationWithReceipt } from './schema.ts'

/** The largest body, in bytes: the longest quotation, with each of its characters escaped in JSON, and the rest. */
const LARGEST_BODY = LONGEST_QUOTE * 6 + 20_000

/** Mounts the check of a quotation. */
export function verificationRoutes(app: App, options: ReceiptOptions): void {
  app.post(
    '/verify',
    {
      bodyLimit: LARGEST_BODY,
      config: { scope: 'read', errors: ['conflict'] },
      schema: {
        operationId: 'verifyQuotation',
        tags: ['statements'],
        summary: 'Check a quotation against the record',
        description:
          'Says whether the words are on record, who said them, and names each difference. `speaker`, `said_from` and `said_to` are what your text claims; the other parameters are those of `GET /v1/statements` and select where to look. Without `receipt`, nothing is stored.',
        headers: writeHeaders,
        body: quotationBody,
        response: { 200: example(VerificationWithReceipt, 'verifyQuotation') },
      },
    },
    async (request, reply) => {
      const { receipt, ...asked } = request.body
      const question = { ...questionOf(asked), receipt: receipt ?? false }
      const { answer, isReplayed } = await answerQuotation(options, question, {
        write: requestedWrite(request, 'verifyQuotation'),
        hasCaller: request.caller !== null,
      })
      if (isReplayed) reply.header('idempotent-replayed', 'true')
      return answer
    },
  )
}
