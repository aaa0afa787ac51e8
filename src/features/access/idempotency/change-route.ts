import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ErrorCode } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { CHANGE_ERRORS, changeHeaders } from '../../../http/writes.ts'
import { type AnswerOf, writeOnce } from './once.ts'
import type { Writer } from './schema.ts'

/** A route that changes or removes one resource. */
export interface ChangeRoute<Body extends z.ZodType | null, Answer extends z.ZodType> {
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  /** The path, with the parameter `id`. */
  readonly url: string
  readonly operationId: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  /** Who may change the resource. */
  readonly config: Pick<FastifyContextConfig, 'scope' | 'needsKey'>
  readonly params: z.ZodType<{ id: string }>
  /** The schema of the body; null for none. */
  readonly body: Body
  /** The longest body, in bytes. */
  readonly bodyLimit?: number
  /** The status of the response, and its schema. */
  readonly status: 200 | 204
  readonly answer: Answer
  /** The error codes of this route, besides those of every change. */
  readonly errors?: readonly ErrorCode[]
  /** Changes the resource within the transaction of the request. */
  readonly change: (
    tx: Tx,
    asked: ChangeRequest<Body extends z.ZodType ? z.output<Body> : null>,
    writer: Writer,
  ) => Promise<AnswerOf<z.input<Answer>>>
}

/** What a request asks to change. */
interface ChangeRequest<Body> {
  readonly id: string
  readonly body: Body
  readonly request: FastifyRequest
}

/**
 * Mounts a change of one resource. The change needs the version on which it is based, and happens once for each
 * Idempotency-Key.
 */
export function mountChange<Body extends z.ZodType | null, Answer extends z.ZodType>(
  app: App,
  { db, now }: { readonly db: Db; readonly now: () => Date },
  route: ChangeRoute<Body, Answer>,
): void {
  const { method, url, operationId, tag, summary, description, params, body, bodyLimit } = route
  const answer: z.ZodType = route.answer
  app.route({
    method,
    url,
    ...(bodyLimit !== undefined && { bodyLimit }),
    config: { ...route.config, errors: [...CHANGE_ERRORS, ...(route.errors ?? [])] },
    schema: {
      operationId,
      tags: [tag],
      summary,
      description,
      params,
      headers: changeHeaders,
      ...(body !== null && { body }),
      response: { [route.status]: answer },
    },
    handler: (request, reply) => {
      const { id } = request.params
      const asked = { id, request, body: request.body } as unknown as Parameters<typeof route.change>[1]
      const write = { db, at: now(), operation: `${operationId} ${id}` }
      return writeOnce(request, reply, write, (tx, writer) => route.change(tx, asked, writer))
    },
  })
}

/** Returns the response to a removal. */
export const removed: AnswerOf<null> & { readonly status: 204 } = { status: 204, body: null }
