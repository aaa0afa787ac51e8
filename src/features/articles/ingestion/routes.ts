import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import { demandScope } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { readStrictJson } from '../../../http/json-body.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { flag } from '../../../input/values.ts'
import { getArticle } from '../../../record/articles/domain.ts'
import { lockInAnyState } from '../../../record/articles/writes/domain.ts'
import { answerBefore } from '../../access/idempotency/domain.ts'
import { requestedWrite, sendWritten, writeOnce } from '../../access/idempotency/once.ts'
import {
  type ArticleReader,
  type Fetched,
  ingestArticle,
  loadArticle,
  type PublisherZones,
  readAhead,
} from './domain.ts'
import { LARGEST_BODY } from './limits.ts'
import { createLongArticles } from './long-articles.ts'
import { fromNinjs, NINJS_MEDIA_TYPE, NinjsItem } from './ninjs.ts'
import { ArticleInput } from './parameters.ts'
import { IngestionResult } from './schema.ts'

export interface IngestionOptions {
  readonly db: Db
  readonly now: () => Date
  /** Fetches the document at a URL. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: ArticleReader
  /** The most long texts that are read and stored at the same time. */
  readonly readingsAtOnce: number
}

const ingestionQuery = z.strictObject({
  after_erasure: flag({
    description:
      'Accepts a text that was erased, or a text at the URL of an erased article, as a new article. Needs the scope admin.',
    examples: ['false'],
  }).optional(),
})

const EXAMPLE = {
  text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
  title: 'Ferry to run all winter',
  publisher: 'The Gazette',
  url: 'https://gazette.example/ferry',
  published: '2025-01-15',
  language: 'en-GB',
}

/** Mounts the ingestion of one article. */
export async function ingestionRoutes(
  app: App,
  { db, now, fetchDocument, zones, reader, readingsAtOnce }: IngestionOptions,
): Promise<void> {
  const longArticles = createLongArticles(readingsAtOnce)
  await app.register(async (scoped) => {
    readStrictJson(scoped, ['application/json', NINJS_MEDIA_TYPE])
    scoped.post(
      '/articles',
      {
        bodyLimit: LARGEST_BODY,
        config: { scope: 'ingest', errors: ['conflict', 'fetch_failed', 'gone'] },
        onRequest: (request, reply, done) => {
          longArticles.expect(request, reply)
          done()
        },
        schema: {
          operationId: 'ingestArticle',
          tags: ['articles'],
          summary: 'Ingest an article',
          description:
            'Takes the text, the HTML, or only the URL of an article, or an IPTC ninjs item; a withheld or canceled item withdraws its article. The answer is 201 for a new article. It is 200 if the same text is on record, or if the URL is on record with another text: then the text is a new snapshot, and the statements are updated to it. Metadata of a known text fills unknown fields. A withdrawn or erased article is refused (410). One transaction stores everything.',
          querystring: ingestionQuery,
          headers: writeHeaders,
          body: {
            content: {
              'application/json': { schema: ArticleInput.meta({ examples: [EXAMPLE] }) },
              [NINJS_MEDIA_TYPE]: { schema: NinjsItem },
            },
          },
          response: {
            200: example(IngestionResult, 'ingestArticleAgain'),
            201: example(IngestionResult, 'ingestArticle'),
          },
        },
      },
      async (request, reply) => {
        const submission =
          request.mediaType === NINJS_MEDIA_TYPE
            ? fromNinjs(request.body as NinjsItem)
            : (request.body as ArticleInput)
        const at = now()
        const { after_erasure: afterErasure = false } = request.query as z.output<typeof ingestionQuery>
        if (afterErasure) demandScope(request, reply, 'admin')
        const operation = afterErasure ? 'ingestArticle after erasure' : 'ingestArticle'
        const earlier = await answerBefore(db, requestedWrite(request, operation), at)
        if (earlier) return sendWritten<IngestionResult>(reply, earlier)
        return longArticles.inTurn(request, reply, submission, async () => {
          const article = await loadArticle(submission, fetchDocument, at, zones, reader)
          const read = await readAhead(db, reader, article)
          return writeOnce(request, reply, { db, at, operation }, async (tx, { actor }) => {
            const { articleId, ...ingested } = await ingestArticle(tx, article, at, actor, afterErasure, read)
            const { outcome } = ingested
            const { warnings = [], evidence = null, withdrawal } = article
            // An article that was just withdrawn is shown for the last time.
            const shown = withdrawal ? async () => (await lockInAnyState(tx, articleId)).article : getArticle
            const found = { warnings: [...warnings], evidence: { published: evidence } }
            const body = { ...ingested, ...found, article: await shown(tx, articleId) }
            const headers = { location: `/v1/articles/${articleId}` }
            return outcome === 'created' ? { status: 201, body, headers } : { status: 200, body }
          })
        })
      },
    )
  })
}
