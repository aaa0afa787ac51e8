import type { z } from 'zod'
import type { Db, Tx } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { type ChangeRoute, mountChange } from './change-route.ts'
import type { AnswerOf } from './once.ts'
import type { Review } from './schema.ts'

/** A route on which a reviewer changes one resource. */
export interface ReviewRoute<Body extends z.ZodType<{ reason: string }>, Answer extends z.ZodType>
  extends Omit<ChangeRoute<Body, Answer>, 'config' | 'status' | 'change'> {
  /** The scope that a key needs. Default: `review`. */
  readonly scope?: 'admin' | undefined
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
  context: { readonly db: Db; readonly now: () => Date },
  route: ReviewRoute<Body, Answer>,
): void {
  const { scope = 'review', body, change, ...rest } = route
  mountChange(app, context, {
    ...rest,
    config: { scope },
    body,
    status: 200,
    change: (tx, { id, body: given }, writer) => {
      const { reason, ...edit } = given as z.output<Body>
      return change(tx, id, edit, { ...writer, reason })
    },
  })
}
