import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { readStrictJson } from '../../../http/json-body.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { getArticle } from '../../../record/articles/domain.ts'
import { answerBefore } from '../../access/idempotency/domain.ts'
import { requestedWrite, sendWritten, writeOnce } from '../../access/idempotency/once.ts'
import { type Fetched, ingestArticle, loadArticle } from './domain.ts'
import { LARGEST_BODY } from './limits.ts'
import { fromNinjs, NINJS_MEDIA_TYPE, NinjsItem } from './ninjs.ts'
import { ArticleInput } from './parameters.ts'
import { IngestionResult } from './schema.ts'

export interface IngestionOptions {
  readonly db: Db
  readonly now: () => Date
  /** Reads what is published at an address. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
}

const EXAMPLE = {
  text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
  title: 'Ferry to run all winter',
  publisher: 'The Gazette',
  url: 'https://gazette.example/ferry',
  published: '2025-01-15',
  language: 'en-GB',
}

/** Articles in. */
export async function ingestionRoutes(app: App, { db, now, fetchDocument }: IngestionOptions): Promise<void> {
  await app.register(async (scoped) => {
    readStrictJson(scoped, ['application/json', NINJS_MEDIA_TYPE])
    scoped.post(
      '/articles',
      {
        bodyLimit: LARGEST_BODY,
        config: { scope: 'ingest', errors: ['conflict', 'fetch_failed'] },
        schema: {
          operationId: 'ingestArticle',
          tags: ['articles'],
          summary: 'Send an article to be read',
          description:
            'Takes the text, or HTML, or the address alone, or an IPTC ninjs item. Answers 201 where the article is new; 200 where this very text is on record, or where another text is on record at the same URL: then this one is a new snapshot, and the statements on record are followed into it. All that is found is kept in one transaction.',
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
        const operation = 'ingestArticle'
        const earlier = await answerBefore(db, requestedWrite(request, operation), at)
        if (earlier) return sendWritten<IngestionResult>(reply, earlier)
        const article = await loadArticle(submission, fetchDocument)
        return writeOnce(request, reply, { db, at, operation }, async (tx, { actor }) => {
          const { articleId, outcome, statements } = await ingestArticle(tx, article, at, actor)
          const body = { outcome, statements, article: await getArticle(tx, articleId) }
          const headers = { location: `/v1/articles/${articleId}` }
          return outcome === 'created' ? { status: 201, body, headers } : { status: 200, body }
        })
      },
    )
  })
}
