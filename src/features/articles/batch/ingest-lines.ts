import { createSerializer, mapInOrder } from '../../../core/concurrency.ts'
import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { idempotently, type Write } from '../../access/idempotency/domain.ts'
import { type Fetched, ingestArticle, loadArticle } from '../ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../ingestion/limits.ts'
import { problemOf } from '../jobs/domain.ts'
import type { LineResult } from '../jobs/schema.ts'
import { type ArticleLine, articleLinesOf, type ReadableLine } from './lines.ts'

export interface BatchOptions {
  readonly db: Db
  readonly now: () => Date
  readonly fetchDocument: (url: string) => Promise<Fetched>
  /** Told of failures that are ours. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Reads the articles of a batch as its lines come in, each in a transaction of its own, and tells of each what became
 * of it, in order. Lines of one address are read one after another.
 *
 * @param write of the whole request. With an Idempotency-Key, the result of each line is kept under it: sent again,
 *   lines that were read answer as they did.
 * @throws DomainError `unavailable` once a line has failed for want of a database: the next would too.
 */
export async function* readBatch(
  stream: AsyncIterable<Uint8Array>,
  write: Omit<Write, 'body'>,
  actor: string,
  options: BatchOptions,
): AsyncGenerator<LineResult> {
  const serialize = createSerializer()
  const results = mapInOrder(articleLinesOf(stream), ARTICLES_AT_ONCE, (line) =>
    'problem' in line
      ? Promise.resolve(failed(line))
      : serialize(line.urlHash, () => readOne(line, write, actor, options)),
  )
  for await (const result of results) {
    yield result
    if (result.problem?.code === 'unavailable') throw new DomainError('unavailable', result.problem.detail)
  }
}

async function readOne(
  { line, submission }: ReadableLine,
  write: Omit<Write, 'body'>,
  actor: string,
  { db, now, fetchDocument, onFailure }: BatchOptions,
): Promise<LineResult> {
  try {
    const article = await loadArticle(submission, fetchDocument)
    const at = now()
    const ofLine = { ...write, operation: `${write.operation} line ${line}`, body: submission }
    const { body } = await idempotently(db, ofLine, at, async (tx) => {
      const { articleId, outcome, statements } = await ingestArticle(tx, article, at, actor)
      const about = { id: articleId, url: `/v1/articles/${articleId}` }
      return { status: 200, body: { line, outcome, article: about, statements, problem: null } }
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
  problem,
})
