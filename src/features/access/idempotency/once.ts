import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { callerOf } from '../../../http/auth.ts'
import { requireVersion, versionTag } from '../../../http/preconditions.ts'
import { type Answered, idempotently, type Write, type WriteAnswer } from './domain.ts'
import type { Writer } from './schema.ts'

const LONGEST_KEY = 255
const VISIBLE = /^[\x21-\x7e]+$/

/**
 * What a request wants written.
 * @param operation the operation's id, with what it is done to.
 * @throws DomainError `invalid_parameter` for an Idempotency-Key that is none.
 */
export function requestedWrite(request: FastifyRequest, operation: string): Write {
  const key = request.headers['idempotency-key']
  if (key !== undefined && (typeof key !== 'string' || key.length > LONGEST_KEY || !VISIBLE.test(key))) {
    const message = `Must be 1 to ${LONGEST_KEY} visible ASCII characters, a UUID for instance.`
    throw new DomainError('invalid_parameter', `Idempotency-Key: ${message}`, [
      { parameter: 'Idempotency-Key', code: 'invalid_parameter', message },
    ])
  }
  return { caller: callerOf(request).id, operation, key: key ?? null, body: request.body }
}

/** Sends what a write answered. */
export function sendWritten<Body>(reply: FastifyReply, answer: Answered): Body {
  if (answer.replayed) reply.header('idempotent-replayed', 'true')
  reply.code(answer.status).headers(answer.headers ?? {})
  return answer.body as Body
}

/** What a route writes, and when. */
export interface RouteWrite {
  readonly db: Db
  readonly at: Date
  /** The operation's id, with what it is done to: `verifyStatement 0193…`. */
  readonly operation: string
}

interface AnswerOf<Body> extends WriteAnswer {
  readonly body: Body
}

/**
 * Does what a request asks to be written, in one transaction and once however often it is sent, and answers it.
 * @throws DomainError whatever `idempotently` and the work throw.
 */
export async function writeOnce<Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, at, operation }: RouteWrite,
  work: (tx: Tx, writer: Writer) => Promise<AnswerOf<Body>>,
): Promise<Body> {
  const { name: actor } = callerOf(request)
  const demand = (current: number): void => requireVersion(request, current)
  const write = requestedWrite(request, operation)
  const answer = await idempotently(db, write, at, (tx) => work(tx, { actor, at, demand }))
  return sendWritten<Body>(reply, answer)
}

/** The answer to a change: the thing as it is now, and the tag of its version. */
export const changed = <Body extends { readonly version: number }>(body: Body): AnswerOf<Body> => ({
  status: 200,
  body,
  headers: { etag: versionTag(body.version) },
})

/** The answer to a creation: the thing, where it is, and the tag of its version. */
export const created = <Body extends { readonly url: string; readonly version: number }>(
  body: Body,
): AnswerOf<Body> => ({
  status: 201,
  body,
  headers: { location: body.url, etag: versionTag(body.version) },
})
