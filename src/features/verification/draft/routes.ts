import type { FastifyReply, FastifyRequest } from 'fastify'
import { example } from '../../../documentation/examples.ts'
import { clientGone, onceAnswered } from '../../../http/client-gone.ts'
import type { App } from '../../../http/instance.ts'
import { acceptNdjson, linesBodyOf, NDJSON_MEDIA_TYPE, ndjson, sendLines } from '../../../http/ndjson.ts'
import { writeHeaders } from '../../../http/writes.ts'
import type { Write } from '../../access/idempotency/domain.ts'
import { requestedWrite } from '../../access/idempotency/once.ts'
import type { ReadingRequest } from '../../extraction/domain.ts'
import { DRAFT_RESULTS_EXAMPLE } from './documentation.ts'
import { answerDraft, type DraftOptions } from './domain.ts'
import { DRAFTS_AT_ONCE, verifyLines } from './lines.ts'
import { DRAFT_LINES_EXAMPLE, type Draft, draftBody, LARGEST_DRAFT } from './parameters.ts'
import { DraftVerification } from './schema.ts'

const JSON_MEDIA_TYPE = 'application/json'

/** Mounts the check of all quotations of a draft, or of a batch of drafts. */
export async function draftRoutes(app: App, options: DraftOptions): Promise<void> {
  await app.register(async (scoped) => {
    acceptNdjson(scoped)
    draftRoute(scoped, options)
  })
}

function draftRoute(app: App, options: DraftOptions): void {
  app.post(
    '/verify::draft',
    {
      bodyLimit: LARGEST_DRAFT,
      config: {
        scope: 'read',
        errors: ['conflict'],
        streamedLines: { atOnce: DRAFTS_AT_ONCE + 1, maxBytes: LARGEST_DRAFT },
        produces: [JSON_MEDIA_TYPE, NDJSON_MEDIA_TYPE],
      },
      schema: {
        operationId: 'verifyDraft',
        tags: ['statements'],
        summary: 'Check the quotations of a draft',
        description:
          'Finds each quotation of a text with its speaker and checks it as `POST /v1/verify` does, in place. Without `receipt`, nothing of the text is stored. The service reads few texts at a time, as `POST /v1/extract` does. As NDJSON, each line is a draft with an `id` of yours, and each has a line in the response, in the same order, as soon as it is checked: at most 1,000 lines, or 100 without a key. A line that fails has a `problem`, and the others continue.',
        headers: writeHeaders,
        body: {
          content: {
            [JSON_MEDIA_TYPE]: { schema: draftBody },
            [NDJSON_MEDIA_TYPE]: { schema: ndjson('One draft on each line.', DRAFT_LINES_EXAMPLE) },
          },
        },
        response: {
          200: {
            description: 'The check of the draft, or the result of each line, in order.',
            content: {
              [JSON_MEDIA_TYPE]: { schema: example(DraftVerification, 'verifyDraft') },
              [NDJSON_MEDIA_TYPE]: { schema: ndjson('One result on each line.', DRAFT_RESULTS_EXAMPLE) },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const who = request.caller?.holder ?? request.ip
      const caller = { who, hasKey: request.caller !== null, gone: clientGone(reply) }
      const write = requestedWrite(request, 'verifyDraft')
      if (request.mediaType === JSON_MEDIA_TYPE) {
        onceAnswered(reply, options.queue.admit(caller))
        const { answer, isReplayed } = await answerDraft(options, request.body as Draft, write, caller)
        if (isReplayed) reply.header('idempotent-replayed', 'true')
        return answer
      }
      return answerLines(request, reply, write, caller, options) as never
    },
  )
}

/** Answers the lines of a batch. Each draft takes a place in the queue only while it is checked. */
function answerLines(
  request: FastifyRequest,
  reply: FastifyReply,
  write: Write,
  caller: ReadingRequest,
  options: DraftOptions,
): Promise<FastifyReply> {
  const results = verifyLines(linesBodyOf(request), {
    ...caller,
    check: async (draft, line) => {
      const leave = options.queue.admit(caller)
      const ofLine = { ...write, operation: `${write.operation} line ${line}`, body: draft }
      try {
        return (await answerDraft(options, draft, ofLine, caller)).answer
      } finally {
        leave()
      }
    },
    onFailure: (err) => request.log.error({ err }, 'a line failed'),
  })
  return sendLines(reply, results, 'The body has no draft. Send one on each line.')
}
