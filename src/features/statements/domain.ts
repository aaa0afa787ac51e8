import { DomainError, type Tombstone } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/handle.ts'
import type { Revision } from '../../database/ledger.ts'
import { articleExpansion } from '../articles/domain.ts'
import { officialExpansion } from '../officials/domain.ts'
import { organizationExpansion } from '../organizations/domain.ts'
import * as keep from './keep/store.ts'
import { fromRecord, type StatementRecord, toRecord, toRecordOf } from './record.ts'
import type { CarriedStatement, ExpansionName, NewStatement, Statement, StatementFilters } from './schema.ts'
import * as store from './store.ts'

export { StatementRecord, toRecordOf, utteranceOf } from './record.ts'
export {
  countStatements,
  findIdsOfOfficial,
  findIdsOfOrganization,
  findStatementsOfSnapshot,
  lockStatements,
  lockStatementsOfArticle,
  statementConditions,
} from './store.ts'

/** Statements that pass the filters, with the things named in `expand` whole. */
export const listStatements = (
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  expand: readonly ExpansionName[] = [],
): Promise<Keyed<Statement>[]> => store.listStatements(db, filters, request, expansionsFor(expand))

const EXPANSION_OF = {
  official: officialExpansion,
  organization: organizationExpansion,
  article: articleExpansion,
}

const expansionsFor = (names: readonly ExpansionName[]): store.Expansions =>
  Object.fromEntries(names.map((name) => [name, EXPANSION_OF[name]]))

/** @throws DomainError `not_found`; `gone` for one that was retracted, with when, by whom and why. */
export async function getStatement(
  db: Db,
  id: string,
  expand: readonly ExpansionName[] = [],
): Promise<Statement> {
  const statement = await store.findStatement(db, id, expansionsFor(expand))
  if (!statement) throw notFound(id)
  if (statement.status === 'retracted') throw gone(await store.findTombstone(db, id))
  return statement
}

const notFound = (id: string): DomainError =>
  new DomainError('not_found', `No statement has the id ${id}. GET /v1/statements lists those there are.`)

function gone(tombstone: Tombstone | undefined): DomainError {
  if (!tombstone) return new DomainError('gone', 'This statement was retracted.')
  const { at, by, reason } = tombstone
  const detail = `This statement was retracted on ${at.slice(0, 10)} by ${by}: ${reason ?? 'no reason was given.'}`
  return new DomainError('gone', detail, [], undefined, tombstone)
}

/**
 * A statement as lists show it: of one that was retracted, that it was and where it stood, but not who is said to
 * have said what.
 */
export function withholdRetracted(statement: Statement): Partial<Statement> {
  if (statement.status !== 'retracted') return statement
  const { id, url, status, article, version, recorded, updated } = statement
  return { id, url, status, article, version, recorded, updated }
}

/**
 * A statement whatever its status, held until the transaction ends.
 * @throws DomainError `not_found`.
 */
export async function lockStatement(tx: Db, id: string): Promise<Statement> {
  // Held first and read then: what is read along in the statement that waits would be from before the wait.
  const statement = (await store.lockStatement(tx, id)) && (await store.findStatement(tx, id))
  if (!statement) throw notFound(id)
  return statement
}

/** Keeps a held statement as a person left it, one version on, and returns it as it is then. */
export async function rewriteStatement(
  tx: Db,
  id: string,
  record: StatementRecord,
  at: Date,
): Promise<Statement> {
  await keep.rewriteStatement(tx, fromRecord(id, record), record, at)
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
  tx: Db,
  statements: readonly Statement[],
  officialId: string,
  change: Repointing,
): Promise<Revision[]> {
  await keep.setSpeaker(tx, idsOf(statements), 'official_id', officialId, change.at)
  return statements.map((statement) => {
    const before = toRecordOf(statement)
    return repointed(statement, before, { ...before, official: officialId }, change)
  })
}

/** Ties held statements to another organization. @returns one revision each. */
export async function pointToOrganization(
  tx: Db,
  statements: readonly Statement[],
  { id, name }: { readonly id: string; readonly name: string },
  change: Repointing,
): Promise<Revision[]> {
  await keep.setSpeaker(tx, idsOf(statements), 'organization_id', id, change.at)
  return statements.map((statement) => {
    const before = toRecordOf(statement)
    const speaker = { ...before.speaker, organization: name }
    return repointed(statement, before, { ...before, organization: id, speaker }, change)
  })
}

const idsOf = (statements: readonly Statement[]): string[] => statements.map(({ id }) => id)

const repointed = (
  { id, version }: Statement,
  before: StatementRecord,
  after: StatementRecord,
  { action, actor, reason }: Repointing,
): Revision => ({
  subject: 'statement',
  subjectId: id,
  version: version + 1,
  action,
  actor,
  reason,
  before,
  after,
})

/**
 * Keeps a statement that a person made, and returns it.
 * @throws DomainError `conflict` where the same words of the text are on record already.
 */
export async function addRecord(tx: Db, id: string, record: StatementRecord, at: Date): Promise<Statement> {
  const same = await store.findSame(tx, record.snapshotId, record.segments[0]?.start ?? 0, record.text)
  if (same) {
    throw new DomainError(
      'conflict',
      `These words are on record as /v1/statements/${same}. Correct that one.`,
    )
  }
  await keep.insertStatements(tx, record, [fromRecord(id, record)], at)
  await keep.setStatus(tx, id, record.status)
  return lockStatement(tx, id)
}

/** Keeps new statements and returns the first revision of each. */
export async function addStatements(
  tx: Db,
  origin: { readonly articleId: string; readonly snapshotId: string },
  statements: readonly NewStatement[],
  at: Date,
): Promise<Revision[]> {
  if (statements.length > 0) await keep.insertStatements(tx, origin, statements, at)
  return statements.map((statement) => ({
    subject: 'statement',
    subjectId: statement.id,
    version: 1,
    action: 'created',
    actor: 'machine',
    reason: null,
    before: null,
    after: toRecord(statement, 'machine', origin),
  }))
}

/**
 * Brings statements on record to a later text of their article: those carried keep id, status and history, those
 * vanished are marked. Their rows must be locked.
 * @returns one revision each.
 */
export async function followStatements(
  tx: Db,
  origin: { readonly articleId: string; readonly snapshotId: string },
  carried: readonly CarriedStatement[],
  vanished: readonly Statement[],
  at: Date,
): Promise<Revision[]> {
  const { snapshotId } = origin
  if (carried.length > 0) {
    await keep.carryStatements(
      tx,
      snapshotId,
      carried.map(({ after }) => after),
      at,
    )
  }
  if (vanished.length > 0) {
    await keep.markVanished(
      tx,
      snapshotId,
      vanished.map(({ id }) => id),
      at,
    )
  }
  return [
    ...carried.map(({ before, action, after }) =>
      revisionOf(before, action, toRecord(after, before.status, origin)),
    ),
    ...vanished.map((before) =>
      revisionOf(before, 'vanished', { ...toRecordOf(before), vanished: snapshotId }),
    ),
  ]
}

const revisionOf = (before: Statement, action: string, after: unknown): Revision => ({
  subject: 'statement',
  subjectId: before.id,
  version: before.version + 1,
  action,
  actor: 'machine',
  reason: 'The text of the article changed.',
  before: toRecordOf(before),
  after,
})
