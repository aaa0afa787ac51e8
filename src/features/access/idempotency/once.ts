import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { callerOf } from '../../../http/auth.ts'
import { requireVersion, versionTag } from '../../../http/preconditions.ts'
import { type Answered, idempotently, type Write, type WriteAnswer } from './domain.ts'
import type { Writer } from './schema.ts'

const LONGEST_KEY = 255
const VISIBLE = /^[\x21-\x7e]+$/
/** The caller of writes without an API key. All of these share one space of keys. */
const ANYONE = 'anyone'

/**
 * Returns the write that a request asks for.
 * @param operation the operation id and the id of the target.
 * @throws DomainError `invalid_parameter` for an invalid Idempotency-Key.
 */
export function requestedWrite(request: FastifyRequest, operation: string): Write {
  const key = request.headers['idempotency-key']
  if (key !== undefined && (typeof key !== 'string' || key.length > LONGEST_KEY || !VISIBLE.test(key))) {
    const message = `Must be 1 to ${LONGEST_KEY} visible ASCII characters, such as a UUID.`
    throw new DomainError('invalid_parameter', `Idempotency-Key: ${message}`, [
      { parameter: 'Idempotency-Key', code: 'invalid_parameter', message },
    ])
  }
  return { caller: request.caller?.id ?? ANYONE, operation, key: key ?? null, body: request.body }
}

/** Sends the response to a write. */
export function sendWritten<Body>(reply: FastifyReply, answer: Answered): Body {
  if (answer.replayed) reply.header('idempotent-replayed', 'true')
  reply.code(answer.status).headers(answer.headers ?? {})
  return answer.body as Body
}

/** The write of a route, and its time. */
export interface RouteWrite {
  readonly db: Db
  readonly at: Date
  /** The operation id and the id of the target: `verifyStatement 0193…`. */
  readonly operation: string
}

/** A response with a typed body. */
export interface AnswerOf<Body> extends WriteAnswer {
  readonly body: Body
}

/**
 * Runs the write of a request in one transaction, once for each Idempotency-Key, and sends the response.
 * @throws DomainError of `idempotently` and of the work.
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

/** Returns the response to a change: the resource, and the ETag of its version. */
export const changed = <Body extends { readonly version: number }>(body: Body): AnswerOf<Body> => ({
  status: 200,
  body,
  headers: { etag: versionTag(body.version) },
})

/** Returns the response to a creation: the resource, its URL, and the ETag of its version. */
export const created = <Body extends { readonly url: string; readonly version: number }>(
  body: Body,
): AnswerOf<Body> => ({
  status: 201,
  body,
  headers: { location: body.url, etag: versionTag(body.version) },
})
