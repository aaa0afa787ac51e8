import { DomainError } from '../../../core/errors.ts'
import type { Tx } from '../../../database/db.ts'
import {
  BY_MACHINE,
  type Cause,
  firstRevision,
  nextRevision,
  type Revision,
} from '../../../database/ledger.sql.ts'
import { notFound } from '../domain.ts'
import type { Statement } from '../schema.ts'
import { findStatement } from '../store.sql.ts'
import { findSame } from '../store.ts'
import { fromRecord, type StatementRecord, toRecord, toRecordOf } from './record.ts'
import type { CarriedStatement, NewStatement } from './schema.ts'
import * as sql from './store.sql.ts'
import * as store from './store.ts'

export { StatementRecord, toRecordOf, utteranceOf } from './record.ts'
export { lockStatements, lockStatementsOfArticle } from './store.sql.ts'

/**
 * A statement whatever its status, held until the transaction ends.
 * @throws DomainError `not_found`.
 */
export async function lockStatement(tx: Tx, id: string): Promise<Statement> {
  // Locked first and read then: what is read along in the statement that waits would be from before the wait.
  const statement = (await sql.lockStatement(tx, id)) && (await findStatement(tx, id))
  if (!statement) throw notFound(id)
  return statement
}

/** Keeps a held statement as a person left it, one version on, and returns it as it is then. */
export async function rewriteStatement(
  tx: Tx,
  id: string,
  record: StatementRecord,
  at: Date,
): Promise<Statement> {
  await sql.rewriteStatement(tx, fromRecord(id, record), record, at)
  return lockStatement(tx, id)
}

/** How statements come to be tied to another record, by whom and why. */
export interface Repointing {
  /** repointed: two records turned out to be one; reattributed: somebody says that these words are another's. */
  readonly action: 'repointed' | 'reattributed'
  readonly actor: string
  readonly reason: string | null
  readonly at: Date
}

/** Ties held statements to another person. @returns one revision each. */
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

/** Ties held statements to another organization. @returns one revision each. */
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

/** What became of a statement, one version on. */
const revisionOf = (
  { id, version }: Statement,
  record: StatementRecord,
  after: StatementRecord,
  { action, ...cause }: Cause & { readonly action: string },
): Revision => nextRevision('statement', { id, version, record }, action, after, cause)

/**
 * Keeps a statement that a person made, and returns it.
 * @throws DomainError `conflict` where the same words of the text are on record already.
 */
export async function addRecord(tx: Tx, id: string, record: StatementRecord, at: Date): Promise<Statement> {
  const same = await findSame(tx, record.snapshotId, record.segments[0]?.start ?? 0, record.text)
  if (same) {
    throw new DomainError(
      'conflict',
      `These words are on record as /v1/statements/${same}. Correct that one.`,
    )
  }
  await sql.insertStatements(tx, record, [fromRecord(id, record)], at)
  await store.setStatus(tx, id, record.status)
  return lockStatement(tx, id)
}

/** Keeps new statements and returns the first revision of each. */
export async function addStatements(
  tx: Tx,
  origin: { readonly articleId: string; readonly snapshotId: string },
  statements: readonly NewStatement[],
  at: Date,
): Promise<Revision[]> {
  if (statements.length > 0) await sql.insertStatements(tx, origin, statements, at)
  return statements.map((statement) =>
    firstRevision('statement', statement.id, toRecord(statement, 'machine', origin), BY_MACHINE),
  )
}

/**
 * Brings statements on record to a later text of their article: those carried keep id, status and history, those
 * vanished are marked. Their rows must be locked.
 * @returns one revision each.
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

const ofNewText = (action: string) => ({
  action,
  actor: 'machine',
  reason: 'The text of the article changed.',
})
