import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { DomainError } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { findResponse, keepResponse, tryLockAttempt } from './store.sql.ts'

export { deleteResponsesAbout as forgetResponses } from './store.sql.ts'

/** The response to a write. Header values are strings; the body is JSON. */
export interface WriteAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** A write, and the Idempotency-Key of its caller; null if the caller sent none. */
export interface Write {
  readonly caller: string
  /** The operation id and the id of the target: `verifyStatement 0193…`. */
  readonly operation: string
  readonly key: string | null
  /** The request's body as it was parsed. */
  readonly body: unknown
}

/** A response, and whether it repeats an earlier response. */
export type Answered = WriteAnswer & { readonly replayed: boolean }

/** The time for which a response is stored for repeated requests, in milliseconds. */
const RETENTION_MS = 24 * 60 * 60 * 1000

/**
 * Runs a write in one transaction. With an Idempotency-Key, stores the response in the same transaction. A repeated
 * request then gets the stored response, without another write. A failed write stores nothing.
 * @throws DomainError `idempotency_mismatch` if the key was used with another body; `conflict` while the first request
 * is in progress.
 */
export const idempotently = (
  db: Db,
  write: Write,
  now: Date,
  work: (tx: Tx) => Promise<WriteAnswer>,
): Promise<Answered> =>
  inTransaction(db, async (tx) => {
    const { key, caller, operation } = write
    if (key === null) return { ...(await work(tx)), replayed: false }
    const attempt = { caller, operation, key }
    if (!(await tryLockAttempt(tx, attempt))) throw underWay()
    const earlier = await answerBefore(tx, write, now)
    if (earlier) return earlier
    const answer = await work(tx)
    const { status, body, headers = {} } = answer
    const kept = { fingerprint: fingerprintOf(write.body), status, body, headers: { ...headers } }
    await keepResponse(tx, attempt, kept, now, keptSince(now))
    return { ...answer, replayed: false }
  })

/**
 * Returns the stored response to a write; null if there is none. Call it before slow work outside the transaction,
 * because a repeated request does not need that work.
 * @throws DomainError `idempotency_mismatch` if the key was used with another body.
 */
export async function answerBefore(db: Db, write: Write, now: Date): Promise<Answered | null> {
  const { key, caller, operation } = write
  const kept = key === null ? null : await findResponse(db, { caller, operation, key }, keptSince(now))
  if (!kept) return null
  if (kept.fingerprint !== fingerprintOf(write.body)) throw mismatch()
  return { status: kept.status, body: kept.body, headers: kept.headers, replayed: true }
}

const keptSince = (now: Date): Date => new Date(now.getTime() - RETENTION_MS)

/** Returns a hash of a body. The order of keys does not matter. */
const fingerprintOf = (body: unknown): string =>
  createHash('sha256').update(canonicalJson(body)).digest('hex')

const underWay = (): DomainError =>
  new DomainError(
    'conflict',
    'The first request with this Idempotency-Key is still in progress. Send the request again in a second.',
    [{ parameter: 'Idempotency-Key', code: 'in_flight', message: 'still in progress' }],
  )

const mismatch = (): DomainError =>
  new DomainError(
    'idempotency_mismatch',
    'This Idempotency-Key was used for a request with another body. Use a new key for a new request.',
  )
