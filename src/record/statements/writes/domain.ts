import { DomainError } from '../../../core/errors.ts'
import { mapInTurns } from '../../../core/turns.ts'
import type { Tx } from '../../../database/db.ts'
import {
  BY_MACHINE,
  type Cause,
  firstRevision,
  nextRevision,
  type Revision,
} from '../../../database/ledger.sql.ts'
import { absence } from '../domain.ts'
import type { Statement } from '../schema.ts'
import { findStatement } from '../store.sql.ts'
import { findSame } from '../store.ts'
import { fromRecord, type StatementRecord, toRecord, toRecordOf } from './record.ts'
import type { CarriedStatement, RedatedStatement } from './schema.ts'
import * as sql from './store.sql.ts'
import * as store from './store.ts'

export { StatementRecord, toRecordOf, utteranceOf } from './record.ts'
export {
  lockRowsOfArticle,
  lockStatements,
  lockStatementsOfArticle,
  type StatementToAdd,
} from './store.sql.ts'

/**
 * Locks a statement of any status until the transaction ends, and returns it.
 * @throws DomainError `not_found`; `gone` if its article was withdrawn.
 */
export async function lockStatement(tx: Tx, id: string): Promise<Statement> {
  // Lock first, then read. A query that waits for the lock would return joined rows from before the wait.
  const statement = (await sql.lockStatement(tx, id)) && (await findStatement(tx, id))
  if (!statement) throw await absence(tx, id)
  return statement
}

/** Updates a locked statement to a record that a reviewer wrote, and increments its version. */
export const rewriteStatement = (tx: Tx, id: string, record: StatementRecord, at: Date): Promise<void> =>
  sql.rewriteStatement(tx, fromRecord(id, record), record, at)

/** The cause of a move of statements to another person or organization. */
export interface Repointing {
  /** repointed: two records were merged; reattributed: a reviewer decided that another person spoke the words. */
  readonly action: 'repointed' | 'reattributed'
  readonly actor: string
  readonly reason: string | null
  readonly at: Date
}

/**
 * Moves locked statements to another person.
 * @returns one revision for each statement.
 */
export async function pointStatements(
  tx: Tx,
  statements: readonly Statement[],
  officialId: string,
  change: Repointing,
): Promise<Revision[]> {
  await store.setSpeaker(tx, idsOf(statements), { officialId }, change.at)
  return statements.map((statement) => {
    const before = toRecordOf(statement)
    return revisionOf(statement, before, { ...before, official: officialId }, change)
  })
}

/**
 * Moves locked statements to another organization.
 * @returns one revision for each statement.
 */
export async function pointToOrganization(
  tx: Tx,
  statements: readonly Statement[],
  { id, name }: { readonly id: string; readonly name: string },
  change: Repointing,
): Promise<Revision[]> {
  await store.setSpeaker(tx, idsOf(statements), { organizationId: id }, change.at)
  return statements.map((statement) => {
    const before = toRecordOf(statement)
    const speaker = { ...before.speaker, organization: name }
    return revisionOf(statement, before, { ...before, organization: id, speaker }, change)
  })
}

const idsOf = (statements: readonly Statement[]): string[] => statements.map(({ id }) => id)

/** Returns the revision for the next version of a statement. */
const revisionOf = (
  { id, version }: Statement,
  record: StatementRecord,
  after: StatementRecord,
  { action, ...cause }: Cause & Pick<Revision, 'action'>,
): Revision => nextRevision('statement', { id, version, record }, action, after, cause)

/**
 * Inserts a statement that a reviewer recorded by hand.
 * @throws DomainError `conflict` if the same words of the text are on record.
 */
export async function addRecord(tx: Tx, id: string, record: StatementRecord, at: Date): Promise<void> {
  const same = await findSame(tx, record.snapshotId, record.segments[0]?.start ?? 0, record.text)
  if (same) {
    throw new DomainError(
      'conflict',
      `These words are on record as /v1/statements/${same}. Correct that statement.`,
    )
  }
  const { articleId, snapshotId } = record
  await sql.insertStatements(tx, [{ ...fromRecord(id, record), articleId, snapshotId }], at)
  await store.setStatus(tx, id, record.status)
}

/** The most revisions that are made in one turn of the event loop. */
const RECORDED_AT_ONCE = 500

/** Inserts new statements of any number of articles, and returns the first revision of each. */
export async function addStatements(
  tx: Tx,
  statements: readonly sql.StatementToAdd[],
  at: Date,
): Promise<Revision[]> {
  await sql.insertStatements(tx, statements, at)
  return mapInTurns(statements, RECORDED_AT_ONCE, (statement) => {
    const { id, articleId, snapshotId } = statement
    const record = toRecord(statement, 'machine', { articleId, snapshotId })
    return firstRevision('statement', id, record, BY_MACHINE)
  })
}

/**
 * Updates statements after a later text of their article. Statements whose words the text contains keep their id,
 * status and history. Other statements are marked as vanished. Lock the rows first.
 * @returns one revision for each statement.
 */
export async function followStatements(
  tx: Tx,
  origin: { readonly articleId: string; readonly snapshotId: string },
  carried: readonly CarriedStatement[],
  vanished: readonly Statement[],
  at: Date,
): Promise<Revision[]> {
  const { snapshotId } = origin
  if (carried.length > 0) {
    const later = carried.map(({ after }) => after)
    await sql.carryStatements(tx, snapshotId, later, at)
  }
  if (vanished.length > 0) await store.markVanished(tx, snapshotId, idsOf(vanished), at)
  return [
    ...carried.map(({ before, action, after }) =>
      revisionOf(before, toRecordOf(before), toRecord(after, before.status, origin), ofNewText(action)),
    ),
    ...vanished.map((statement) => {
      const before = toRecordOf(statement)
      return revisionOf(statement, before, { ...before, vanished: snapshotId }, ofNewText('vanished'))
    }),
  ]
}

/**
 * Updates the dates of locked statements after the date of publication changed. Nothing else changes.
 * @returns one revision for each statement.
 */
export async function redateStatements(
  tx: Tx,
  dated: readonly RedatedStatement[],
  at: Date,
): Promise<Revision[]> {
  const changes = dated.map(({ statement, said }) => {
    const before = toRecordOf(statement)
    return { statement, before, after: { ...before, said } }
  })
  if (changes.length > 0) {
    const statements = changes.map(({ statement, after }) => fromRecord(statement.id, after))
    await sql.redateStatements(tx, statements, at)
  }
  return changes.map(({ statement, before, after }) => revisionOf(statement, before, after, OF_PUBLICATION))
}

const OF_PUBLICATION = {
  action: 'redated',
  actor: 'machine',
  reason: 'The date of publication of the article changed.',
} as const

const ofNewText = (action: 'moved' | 'changed' | 'vanished') => ({
  action,
  actor: 'machine',
  reason: 'The text of the article changed.',
})
