import type { FastifyRequest } from 'fastify'
import type { Db } from '../../database/db.ts'
import { requestedWrite } from '../../features/access/idempotency/once.ts'
import { verifyQuotation } from '../../features/verification/domain.ts'
import { answerDraft, type DraftOptions } from '../../features/verification/draft/domain.ts'
import { draftBody, LARGEST_DRAFT } from '../../features/verification/draft/parameters.ts'
import { questionOf, quotationBody } from '../../features/verification/parameters.ts'
import { HTML_MEDIA_TYPE } from '../../http/browsers.ts'
import { queryOf } from '../../http/canonical-url.ts'
import { clientGone, onceAnswered } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import { validationError } from '../../input/validation.ts'
import { acceptForms, fieldsOf } from '../shell/form-body.ts'
import { mountPage, sendPage } from '../shell/page-route.ts'
import { checkPage } from './draw.ts'

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
      async (request, reply) => {
        const { text = '', published = '', receipt } = fieldsOf(request)
        const draft = parsedDraft({ text, ...(published.trim() && { published: published.trim() }) })
        const who = request.caller?.holder ?? request.ip
        const caller = { who, hasKey: request.caller !== null, gone: clientGone(reply) }
        onceAnswered(reply, options.queue.admit(caller))
        const write = requestedWrite(request, 'verifyDraft')
        const asked = { ...draft, receipt: receipt !== undefined }
        const { answer: result } = await answerDraft(options, asked, write, caller)
        return sendPage(reply, checkPage({ draft: { asked: { text: draft.text, published }, result } }))
      },
    )
  })
}

function parsedDraft(body: object) {
  const result = draftBody.safeParse(body)
  if (!result.success) throw validationError(result.error.issues, 'body', draftBody, body)
  return result.data
}

/** Checks the quotation of a request; undefined if the request has none. */
async function checkQuotation(db: Db, { url }: FastifyRequest) {
  const query = new URLSearchParams(queryOf(url))
  const quote = (query.get('quote') ?? '').trim()
  if (quote === '') return undefined
  const speaker = (query.get('speaker') ?? '').trim()
  const body = { quote, ...(speaker && { speaker }) }
  const parsed = quotationBody.safeParse(body)
  if (!parsed.success) throw validationError(parsed.error.issues, 'body', quotationBody, body)
  const { receipt: _receipt, ...asked } = parsed.data
  return { asked: { quote, speaker }, result: await verifyQuotation(db, questionOf(asked)) }
}
