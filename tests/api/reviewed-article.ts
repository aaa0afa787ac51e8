import type { Statement } from '../../src/record/statements/schema.ts'
import type { Answer } from './ask.ts'
import { type ReviewService, reviewService } from './review-service.ts'

/** One line for each test, so that every test has its own statement. */
const LINES = Array.from(
  { length: 30 },
  (_, index) =>
    `“Lock ${index + 1} of the canal stays open,” harbour master Ada Brandt told the Dock Gazette on Tuesday.`,
)

export interface ReviewedArticle extends ReviewService {
  readonly articleId: string
  readonly text: string
  /** Returns a statement that no other test changes. */
  another(): Statement
  /** Changes the status of a statement: `verify`, `dispute`, `retract` … */
  move(
    statement: { readonly id: string },
    action: string,
    version: number | string,
    reason?: string,
  ): Promise<Answer>
  /** Corrects a statement. */
  patch(statement: { readonly id: string }, version: number, correction: object): Promise<Answer>
  /** Returns the first span of the text with these words, at or after an offset. */
  piece(exact: string, from?: number): { start: number; end: number; exact: string }
}

/** Starts a service with one article of thirty lines, and functions to review its statements. */
export async function reviewedArticle(): Promise<ReviewedArticle> {
  const service = await reviewService()
  const statements = await service.ingest(LINES)
  const text = LINES.join('\n\n')
  let taken = 0
  return {
    ...service,
    articleId: statements[0]!.article.id,
    text,
    another: () => statements[taken++]!,
    move: (statement, action, version, reason = 'Heard it.') =>
      service.ask(`/v1/statements/${statement.id}/${action}`, { method: 'POST', body: { reason }, version }),
    patch: (statement, version, correction) =>
      service.ask(`/v1/statements/${statement.id}`, {
        method: 'PATCH',
        body: { reason: 'Misread.', ...correction },
        version,
      }),
    piece(exact, from = 0) {
      const start = text.indexOf(exact, from)
      return { start, end: start + exact.length, exact }
    },
  }
}
