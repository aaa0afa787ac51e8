import { extractFrom, type Reader, type ReadingQueue } from '../../features/extraction/domain.ts'
import { LARGEST_BODY, STATEMENTS_WITHOUT_KEY_MAX } from '../../features/extraction/schema.ts'
import { draftBody } from '../../features/verification/draft/parameters.ts'
import { HTML_MEDIA_TYPE } from '../../http/browsers.ts'
import { clientGone, onceAnswered } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import { validationError } from '../../input/validation.ts'
import { acceptForms, fieldsOf } from '../shell/form-body.ts'
import { mountPage, sendPage } from '../shell/page-route.ts'
import { readPage } from './draw.ts'

export interface ReadOptions {
  readonly queue: ReadingQueue
  readonly reader: Reader
  /** The most bytes of a body from a caller without a key. */
  readonly bodyMaxWithoutKey: number
}

/** Mounts the page that reads a text and stores nothing. */
export async function readPageRoutes(
  app: App,
  { queue, reader, bodyMaxWithoutKey }: ReadOptions,
): Promise<void> {
  mountPage(app, '/read', async () => readPage(null))
  await app.register(async (scoped) => {
    acceptForms(scoped)
    scoped.post(
      '/read',
      {
        bodyLimit: LARGEST_BODY,
        schema: { hide: true },
        config: {
          scope: 'read',
          session: 'also',
          produces: [HTML_MEDIA_TYPE],
          bodyLimitWithoutKey: bodyMaxWithoutKey,
        },
      },
      async (request, reply) => {
        const { text = '', published = '' } = fieldsOf(request)
        const body = { text, ...(published.trim() && { published: published.trim() }) }
        const parsed = draftBody.safeParse(body)
        if (!parsed.success) throw validationError(parsed.error.issues, 'body', draftBody, body)
        const caller = { hasKey: request.caller !== null, gone: clientGone(reply) }
        onceAnswered(reply, queue.admit(caller))
        const result = await queue.read(caller, () =>
          extractFrom(reader, parsed.data.text, {
            published: parsed.data.published ?? null,
            statementsMax: STATEMENTS_WITHOUT_KEY_MAX,
            signal: caller.gone,
          }),
        )
        return sendPage(reply, readPage({ text, published, result }))
      },
    )
  })
}
