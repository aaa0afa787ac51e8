import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../core/errors.ts'
import { callerOf } from './auth.ts'
import { safeText } from './parameters.ts'

const LONGEST_KEY = 255
const VISIBLE = /^[\x21-\x7e]+$/
/** Longest reason, in UTF-16 code units. */
const REASON_MAX = 2000

const idempotencyKey = z
  .string()
  .optional()
  .describe('Makes the write happen once, however often it is sent. Kept for 24 hours.')

/** Headers that every write may carry. */
export const writeHeaders = z.looseObject({ 'idempotency-key': idempotencyKey })

/** Headers of every change of what is there. */
export const changeHeaders = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .describe('Required: the version the change is based on, in quotation marks, such as "3".'),
  'idempotency-key': idempotencyKey,
})

/** Why somebody changes something. */
export const reason = safeText(REASON_MAX, 1).describe('Why. Everybody who reads the history sees it.')

/** A write as its request tells it, for whoever makes it happen once. */
export interface RequestedWrite {
  readonly caller: string
  readonly operation: string
  readonly key: string | null
  readonly body: unknown
}

/**
 * What a request wants written.
 * @param operation the operation's id, with what it is done to.
 * @throws DomainError `invalid_parameter` for an Idempotency-Key that is none.
 */
export function requestedWrite(request: FastifyRequest, operation: string): RequestedWrite {
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
export function sendWritten<Body>(
  reply: FastifyReply,
  answer: {
    readonly status: number
    readonly body: unknown
    readonly headers?: Readonly<Record<string, string>> | undefined
    readonly replayed: boolean
  },
): Body {
  if (answer.replayed) reply.header('idempotent-replayed', 'true')
  reply.code(answer.status).headers(answer.headers ?? {})
  return answer.body as Body
}
