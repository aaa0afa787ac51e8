import type { z } from 'zod'
import type { ErrorCode } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { CHANGE_ERRORS, changeHeaders } from '../../../http/writes.ts'
import { type AnswerOf, writeOnce } from './once.ts'
import type { Review } from './schema.ts'

/** A route on which a reviewer changes one resource. */
export interface ReviewRoute<Body extends z.ZodType<{ reason: string }>, Answer extends z.ZodType> {
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  /** The scope that a key needs. Default: `review`. */
  readonly scope?: 'admin' | undefined
  readonly operationId: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly bodyLimit: number
  readonly params: z.ZodType<{ id: string }>
  readonly body: Body
  /** The schema of a response with status 200. */
  readonly answer: Answer
  /** The error codes of this route, besides those of every change. */
  readonly errors?: readonly ErrorCode[]
  /**
   * Changes the resource within the transaction of the request.
   * @param edit the body without the reason.
   */
  readonly change: (
    tx: Tx,
    id: string,
    edit: Omit<z.output<Body>, 'reason'>,
    review: Review,
  ) => Promise<AnswerOf<z.input<Answer>>>
}

/**
 * Mounts a change by a reviewer. The change needs a reason and the version on which it is based, and happens once for
 * each Idempotency-Key.
 */
export function mountReview<Body extends z.ZodType<{ reason: string }>, Answer extends z.ZodType>(
  app: App,
  { db, now }: { readonly db: Db; readonly now: () => Date },
  route: ReviewRoute<Body, Answer>,
): void {
  const { method, url, operationId, tag, summary, description, bodyLimit, params, answer } = route
  const body: z.ZodType<{ reason: string }> = route.body
  app.route({
    method,
    url,
    bodyLimit,
    config: { scope: route.scope ?? 'review', errors: [...CHANGE_ERRORS, ...(route.errors ?? [])] },
    schema: {
      operationId,
      tags: [tag],
      summary,
      description,
      params,
      headers: changeHeaders,
      body,
      response: { 200: answer as z.ZodType },
    },
    handler: (request, reply) => {
      const { id } = request.params
      const { reason, ...edit } = request.body as z.output<Body>
      const write = { db, at: now(), operation: `${operationId} ${id}` }
      return writeOnce(request, reply, write, (tx, writer) =>
        route.change(tx, id, edit, { ...writer, reason }),
      )
    },
  })
}
