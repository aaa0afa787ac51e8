import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../database/db.ts'
import { requestedWrite } from '../../features/access/idempotency/once.ts'
import { answerQuotation, type ReceiptOptions, verifyQuotation } from '../../features/verification/domain.ts'
import { answerDraft, type DraftOptions } from '../../features/verification/draft/domain.ts'
import { LARGEST_DRAFT } from '../../features/verification/draft/parameters.ts'
import { questionOf, quotationBody } from '../../features/verification/parameters.ts'
import type { Question } from '../../features/verification/schema.ts'
import { HTML_MEDIA_TYPE } from '../../http/browsers.ts'
import { queryOf } from '../../http/canonical-url.ts'
import { clientGone, onceAnswered } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import { acceptForms, draftIn, fieldsOf, validated } from '../shell/form-body.ts'
import { mountPage, sendPage } from '../shell/page-route.ts'
import { type AskedQuotation, checkPage } from './draw.ts'

/** Mounts the page that checks quotations and drafts. */
export async function checkPageRoutes(app: App, options: DraftOptions): Promise<void> {
  mountPage(app, '/check', async (request) =>
    checkPage({ quotation: await checkQuotation(options.db, request) }),
  )
  await app.register(async (scoped) => {
    acceptForms(scoped)
    scoped.post(
      '/check',
      {
        bodyLimit: LARGEST_DRAFT,
        schema: { hide: true },
        config: { scope: 'read', session: 'also', produces: [HTML_MEDIA_TYPE] },
      },
      async (request, reply) =>
        sendPage(
          reply,
          checkPage(
            fieldsOf(request)['quote'] === undefined
              ? { draft: await checkDraft(options, request, reply) }
              : { quotation: await checkWithReceipt(options, request) },
          ),
        ),
    )
  })
}

async function checkDraft(options: DraftOptions, request: FastifyRequest, reply: FastifyReply) {
  const { text = '', published = '', receipt } = fieldsOf(request)
  const draft = draftIn({ text, published: published.trim() })
  const who = request.caller?.holder ?? request.ip
  const caller = { who, hasKey: request.caller !== null, gone: clientGone(reply) }
  onceAnswered(reply, options.queue.admit(caller))
  const write = requestedWrite(request, 'verifyDraft')
  const { answer: result } = await answerDraft(
    options,
    { ...draft, receipt: receipt !== undefined },
    write,
    caller,
  )
  return { asked: { text: draft.text, published }, result }
}

/** Checks the quotation of a form, and makes a receipt. */
async function checkWithReceipt(options: ReceiptOptions, request: FastifyRequest) {
  const asked = askedIn(fieldsOf(request))
  const question = { ...questionIn(asked), receipt: true }
  const { answer: result } = await answerQuotation(options, question, {
    write: requestedWrite(request, 'verifyQuotation'),
    hasCaller: request.caller !== null,
  })
  return { asked, result }
}

/** Checks the quotation in the address of a request; undefined if it has none. */
async function checkQuotation(db: Db, { url }: FastifyRequest) {
  const asked = askedIn(Object.fromEntries(new URLSearchParams(queryOf(url))))
  if (asked.quote === '') return undefined
  return { asked, result: await verifyQuotation(db, questionIn(asked)) }
}

const askedIn = ({ quote = '', speaker = '' }: Readonly<Record<string, string>>): AskedQuotation => ({
  quote: quote.trim(),
  speaker: speaker.trim(),
})

/** Returns the question about a quotation. @throws DomainError `invalid_body`. */
function questionIn({ quote, speaker }: AskedQuotation): Question {
  const { receipt: _receipt, ...asked } = validated(quotationBody, { quote, ...(speaker && { speaker }) })
  return questionOf(asked)
}
