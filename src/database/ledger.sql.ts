import type { Action } from '../core/actions.ts'
import { sendInPieces } from '../core/turns.ts'
import type { Subject } from '../core/vocabulary.ts'
import type { Db, Tx } from './db.ts'
import { executorOf } from './executor.ts'
import { rows } from './sql.ts'

/**
 * One change of one subject: the actor, the reason, and the subject before and after. The first change has no `before`.
 * A removal has no `after`.
 */
export interface Revision {
  readonly subject: Subject
  readonly subjectId: string
  /** The version after the change: 1 for the first. */
  readonly version: number
  readonly action: Action
  readonly actor: string
  readonly reason: string | null
  readonly before: unknown
  readonly after: unknown
}

/** The actor and the reason of a change. */
export type Cause = Pick<Revision, 'actor' | 'reason'>

export const BY_MACHINE: Cause = { actor: 'machine', reason: null }

/** Returns the first revision of a subject. */
export const firstRevision = (
  subject: Subject,
  subjectId: string,
  after: unknown,
  { actor, reason }: Cause,
): Revision => ({ subject, subjectId, version: 1, action: 'created', actor, reason, before: null, after })

/** A subject that is locked for a change, in its state before the change. */
export interface Locked<Record> {
  readonly id: string
  readonly version: number
  readonly record: Record
}

/** Returns the next revision of a locked subject. */
export const nextRevision = <Record>(
  subject: Subject,
  { id, version, record }: Locked<Record>,
  action: Action,
  after: Record,
  { actor, reason }: Cause,
): Revision => ({
  subject,
  subjectId: id,
  version: version + 1,
  action,
  actor,
  reason,
  before: record,
  after,
})

/** The most revisions of one query. A merge changes thousands of statements, and a long text has thousands. */
const CHUNK = 50

/**
 * Appends revisions and advances the ledger, in the transaction of the change. Call it last, because it makes all other
 * writers wait until the transaction ends. Therefore positions follow commit order. SQL, because one query locks the
 * ledger and inserts revisions with positions without gaps.
 * @returns the position of the last revision before them; null if there are no revisions.
 */
export async function appendRevisions(
  tx: Tx,
  revisions: readonly Revision[],
  at: Date,
): Promise<number | null> {
  const [before = null] = await sendInPieces(
    revisions,
    CHUNK,
    (chunk) => ({ json: JSON.stringify(chunk), count: chunk.length }),
    (chunk) => appendChunk(tx, chunk, at),
  )
  return before
}

interface WrittenRevisions {
  readonly json: string
  readonly count: number
}

/** Returns the position of the last revision before them. */
async function appendChunk(tx: Tx, { json, count }: WrittenRevisions, at: Date): Promise<number> {
  const [head] = await rows(
    tx,
    `WITH head AS (
       UPDATE ledger SET position = position + $2::int WHERE id = 1 RETURNING position - $2::int AS position
     ), appended AS (
     INSERT INTO revisions (position, subject, subject_id, version, action, actor, reason, before, after, recorded_at)
     SELECT head.position + r.ordinal, (r.value->>'subject')::subject, (r.value->>'subjectId')::uuid,
            (r.value->>'version')::int, r.value->>'action', r.value->>'actor', r.value->>'reason',
            nullif(r.value->'before', 'null'), nullif(r.value->'after', 'null'), $3::timestamptz
     FROM head, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS r (value, ordinal))
     SELECT position FROM head`,
    [json, count, at.toISOString()],
  )
  const { position } = head as { position: number }
  executorOf(tx).noteLedger(BigInt(position + count))
  return position
}

/** Makes all other writers wait until the transaction ends. Returns the position of the last revision. */
export async function lockLedger(tx: Tx): Promise<number> {
  const [row] = await rows(tx, 'SELECT position FROM ledger WHERE id = 1 FOR UPDATE', [])
  return (row as { position: number }).position
}

/** Returns the position of the last revision. While it is unchanged, all answers to readers are unchanged. */
export async function ledgerPosition(db: Db): Promise<string> {
  const [row] = await rows(db, 'SELECT position::text AS position FROM ledger WHERE id = 1', [])
  return (row as { position: string }).position
}
