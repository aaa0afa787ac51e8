import { createSerializer, mapInOrder } from '../../../core/concurrency.ts'
import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { idempotently, type Write } from '../../access/idempotency/domain.ts'
import { problemOf } from '../../lines/domain.ts'
import {
  type ArticleReader,
  type Fetched,
  ingestArticle,
  loadArticle,
  type PublisherZones,
  readAhead,
} from '../ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../ingestion/limits.ts'
import type { LineResult } from '../jobs/schema.ts'
import { type ArticleLine, parseArticleLines, type ReadableLine } from './lines.ts'

export interface BatchOptions {
  readonly db: Db
  readonly now: () => Date
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: ArticleReader
  /** Receives failures of the service itself. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Ingests the articles of a batch while its lines arrive, each in its own transaction, and yields the results in order.
 * Lines with the same URL are ingested one after another.
 * @param write the write of the whole request. With an Idempotency-Key, the result of each ingested line is stored
 * under this key. A repeated request gets the stored results.
 * @throws DomainError `unavailable` if a line fails because the database is unavailable. The next lines would fail too.
 */
export async function* ingestBatch(
  stream: AsyncIterable<Uint8Array>,
  write: Omit<Write, 'body'>,
  actor: string,
  options: BatchOptions,
): AsyncGenerator<LineResult> {
  const serialize = createSerializer()
  const results = mapInOrder(parseArticleLines(stream), ARTICLES_AT_ONCE, (line) =>
    'problem' in line
      ? Promise.resolve(failed(line))
      : serialize(line.urlHash, () => ingestLine(line, write, actor, options)),
  )
  for await (const result of results) {
    yield result
    if (result.problem?.code === 'unavailable') throw new DomainError('unavailable', result.problem.detail)
  }
}

async function ingestLine(
  { line, submission }: ReadableLine,
  write: Omit<Write, 'body'>,
  actor: string,
  { db, now, fetchDocument, zones, reader, onFailure }: BatchOptions,
): Promise<LineResult> {
  try {
    const at = now()
    const article = await loadArticle(submission, fetchDocument, at, zones, reader)
    const read = await readAhead(db, reader, article)
    const ofLine = { ...write, operation: `${write.operation} line ${line}`, body: submission }
    const { body } = await idempotently(db, ofLine, at, async (tx) => {
      const { articleId, outcome, statements, metadata } = await ingestArticle(
        tx,
        article,
        at,
        actor,
        false,
        read,
      )
      const about = { id: articleId, url: `/v1/articles/${articleId}` }
      const warnings = [...(article.warnings ?? [])]
      const body = { line, outcome, article: about, statements, metadata, warnings, problem: null }
      return { status: 200, body }
    })
    return body as LineResult
  } catch (error) {
    const problem = problemOf(error)
    if (problem.code === 'internal_error') onFailure(error)
    return failed({ line, problem })
  }
}

const failed = ({ line, problem }: Extract<ArticleLine, { problem: unknown }>): LineResult => ({
  line,
  outcome: 'failed',
  article: null,
  statements: null,
  metadata: null,
  warnings: [],
  problem,
})
