import type { FastifyRequest } from 'fastify'
import { type ArticleReader, type Fetched, loadArticle } from '../../features/articles/ingestion/domain.ts'
import { extractFrom, type ReadingQueue } from '../../features/extraction/domain.ts'
import { LARGEST_BODY, LONGEST_TEXT, STATEMENTS_WITHOUT_KEY_MAX } from '../../features/extraction/schema.ts'
import { HTML_MEDIA_TYPE } from '../../http/browsers.ts'
import { clientGone, onceAnswered } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import { mountAsset, readEngine } from '../shell/assets.ts'
import { acceptForms, draftIn, fieldsOf } from '../shell/form-body.ts'
import { mountPage, sendPage } from '../shell/page-route.ts'
import { type ReadText, readPage } from './draw.ts'

export interface ReadOptions {
  readonly now: () => Date
  readonly queue: ReadingQueue
  readonly reader: ArticleReader
  /** Fetches a document at a public address. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  /** The most bytes of a body from a caller without a key. */
  readonly bodyMaxWithoutKey: number
}

type Asked = Omit<ReadText, 'result'>

/**
 * Mounts the page that reads a text and stores nothing. With JavaScript, the browser reads the text with the program
 * that this page alone loads. The server reads texts from forms, and what it fetches from an address.
 */
export async function readPageRoutes(app: App, options: ReadOptions): Promise<void> {
  const { queue, reader, bodyMaxWithoutKey } = options
  const engine = readEngine()
  if (engine) mountAsset(app, engine)
  const browser = { engine: engine?.path ?? null, longest: LONGEST_TEXT }
  mountPage(app, '/read', async () => readPage(browser, null), { also: () => browser.engine ?? '' })
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
        const who = request.caller?.holder ?? request.ip
        const caller = { who, hasKey: request.caller !== null, gone: clientGone(reply) }
        onceAnswered(reply, queue.admit(caller))
        const asked = await askedBy(request, options)
        const { text, published } = draftIn(asked)
        const result = await queue.read(caller, () =>
          extractFrom(reader, text, {
            published: published ?? null,
            statementsMax: STATEMENTS_WITHOUT_KEY_MAX,
            signal: caller.gone,
          }),
        )
        return sendPage(reply, readPage(browser, { ...asked, result }))
      },
    )
  })
}

/** Returns the text of a form, or the article at the address of the form. */
async function askedBy(request: FastifyRequest, { fetchDocument, now, reader }: ReadOptions): Promise<Asked> {
  const { text = '', published = '', address = '' } = fieldsOf(request)
  if (address.trim() === '') return { text, published: published.trim() }
  const article = await loadArticle({ url: address.trim() }, fetchDocument, now(), undefined, reader)
  const source = { url: article.url ?? address.trim(), title: article.title }
  return { text: article.text, published: article.published?.edtf ?? '', source }
}
