import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { DomainError } from '../../../core/errors.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { tryLockAttempt } from './store.sql.ts'
import * as store from './store.ts'

/** What a write answers. Header values are strings; the body is JSON. */
export interface WriteAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** A write, and the Idempotency-Key its caller gave it: null where none was. */
export interface Write {
  readonly caller: string
  /** The operation's id, with what it is done to: `verifyStatement 0193…`. */
  readonly operation: string
  readonly key: string | null
  /** The request's body as it was read. */
  readonly body: unknown
}

/** An answer, and whether it was given before. */
export type Answered = WriteAnswer & { readonly replayed: boolean }

/** How long an answer is kept for being given again. */
const RETENTION_MS = 24 * 60 * 60 * 1000

/**
 * Runs a write in one transaction. With an Idempotency-Key the answer is kept in the same transaction, and the same
 * write again gets it without running: whoever saw no answer may ask again without doing it twice. What fails keeps
 * nothing.
 *
 * @throws DomainError `idempotency_mismatch` for the key of another body; `conflict` while the first is under way.
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
    await store.keepResponse(tx, attempt, kept, now, keptSince(now))
    return { ...answer, replayed: false }
  })

/**
 * The answer that was kept for a write; null where there is none. For whoever must do something slow before the
 * transaction: a repeat need not do it again.
 *
 * @throws DomainError `idempotency_mismatch` for the key of another body.
 */
export async function answerBefore(db: Db, write: Write, now: Date): Promise<Answered | null> {
  const { key, caller, operation } = write
  const kept = key === null ? null : await store.findResponse(db, { caller, operation, key }, keptSince(now))
  if (!kept) return null
  if (kept.fingerprint !== fingerprintOf(write.body)) throw mismatch()
  return { status: kept.status, body: kept.body, headers: kept.headers, replayed: true }
}

const keptSince = (now: Date): Date => new Date(now.getTime() - RETENTION_MS)

/** The same for bodies that say the same, whatever the order of their keys. */
const fingerprintOf = (body: unknown): string =>
  createHash('sha256').update(canonicalJson(body)).digest('hex')

const underWay = (): DomainError =>
  new DomainError(
    'conflict',
    'The first request with this Idempotency-Key is still under way. Ask again in a second.',
    [{ parameter: 'Idempotency-Key', code: 'in_flight', message: 'still under way' }],
  )

const mismatch = (): DomainError =>
  new DomainError(
    'idempotency_mismatch',
    'This Idempotency-Key was used for a request with another body. Use a new key for a new request.',
  )
