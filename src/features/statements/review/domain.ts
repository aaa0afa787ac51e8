import { DomainError } from '../../../core/errors.ts'
import { fieldFault, invalidField, isNotFound } from '../../../core/faults.ts'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import { WITHDRAWN_STATUSES } from '../../../core/visibility.ts'
import { lockIdentitiesShared } from '../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { firstRevision, type Locked, type Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { idMaker } from '../../../database/uuid.ts'
import { getArticle, getText } from '../../../record/articles/domain.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import {
  addRecord,
  lockStatement,
  rewriteStatement,
  StatementRecord,
  toRecordOf,
} from '../../../record/statements/writes/domain.ts'
import type { Review } from '../../access/idempotency/schema.ts'
import { changedFields, historyOf } from '../../changes/history/domain.ts'
import type { HistoryEntry } from '../../changes/history/schema.ts'
import { blankRecord } from './blank-record.ts'
import { correct } from './correct.ts'
import { currentOfficialId, resolveSpeaker } from './resolve-speaker.ts'
import { restoreRecord, type Texts } from './restore.ts'
import type { Correction, HandMade, Transition } from './schema.ts'
import * as store from './store.ts'
import { type StatementChange, statementAfter } from './transition.ts'

/**
 * Changes the status of a statement.
 * @throws DomainError `not_found`; `conflict` if the status does not allow the transition; the errors of `demand`.
 */
export const transitionStatement = (
  db: Db,
  id: string,
  action: Exclude<Transition, 'restore'>,
  review: Review,
): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    const reviewed = await lockForReview(tx, id, review)
    return applyChange(tx, reviewed, { action, reason: review.reason }, review)
  })

/**
 * Restores a statement to its status before it was retracted or rejected, or to its whole record at a version.
 * @throws DomainError `not_found`; `conflict` if there is nothing to restore; `invalid_body` for an unknown version;
 * the errors of `demand`.
 */
export const restoreStatement = (
  db: Db,
  id: string,
  version: number | null,
  review: Review,
): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    const reviewed = await lockForReview(tx, id, review)
    const { reason } = review
    if (version !== null) {
      const record = await recordAt(tx, reviewed, version)
      return applyChange(tx, reviewed, { action: 'return', record, reason }, review)
    }
    const status = (await store.findStatusBefore(tx, id, WITHDRAWN_STATUSES)) ?? 'machine'
    return applyChange(tx, reviewed, { action: 'restore', status, reason }, review)
  })

/**
 * Corrects a statement. Writes nothing if nothing changes.
 * @throws DomainError `not_found`; `span_mismatch` and `invalid_body` with pointers into the correction; `conflict` for
 * a retracted or rejected statement; the errors of `demand`.
 */
export const correctStatement = (
  db: Db,
  id: string,
  correction: Correction,
  review: Review,
): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    const reviewed = await lockForReview(tx, id, review)
    const { articleId, snapshotId } = reviewed.record
    const { text } = await getText(tx, articleId, snapshotId)
    const resolved = await resolveSpeaker(tx, correction.speaker, idMaker(review.at), review.at)
    const record = correct(reviewed.record, correction, resolved, text)
    const change: StatementChange = { action: 'correct', record, reason: review.reason }
    return applyChange(tx, reviewed, change, review, resolved.revisions)
  })

/**
 * Records a statement by hand from a snapshot. Its first status is verified.
 * @throws DomainError `invalid_body` and `span_mismatch` with pointers; `conflict` if the words are on record.
 */
export const recordStatement = (
  db: Db,
  made: HandMade,
  { actor, at, reason }: Omit<Review, 'demand'>,
): Promise<Statement> =>
  inTransaction(db, async (tx) => {
    await lockIdentitiesShared(tx)
    const { article, text, snapshotId } = await sourceOf(tx, made)
    const makeId = idMaker(at)
    const id = makeId()
    const blank = blankRecord(made.type, article.published, { articleId: article.id, snapshotId })
    const resolved = await resolveSpeaker(tx, made.speaker, makeId, at)
    const record = correct(blank, made, resolved, text)
    await addRecord(tx, id, record, at)
    const created = firstRevision('statement', id, record, { actor, reason })
    await appendChanges(tx, [...resolved.revisions, created], at)
    return lockStatement(tx, id)
  })

/**
 * Lists the changes of a statement: who changed what, when and why. The history of a retracted statement contains its
 * words, so only reviewers can read it.
 * @throws DomainError `not_found`; `gone` for a retracted statement.
 */
export async function listHistory(
  db: Db,
  id: string,
  request: PageRequest,
  mayReview: boolean,
): Promise<Keyed<HistoryEntry>[]> {
  await getStatement(db, id).catch((error: unknown) => {
    if (!mayReview || !(error instanceof DomainError) || error.code !== 'gone') throw error
  })
  return historyOf(db, 'statement', id, request)
}

async function lockForReview(tx: Tx, id: string, { demand }: Review): Promise<Locked<StatementRecord>> {
  await lockIdentitiesShared(tx)
  const statement = await lockStatement(tx, id)
  demand(statement.version)
  return { id, version: statement.version, record: toRecordOf(statement) }
}

async function applyChange(
  tx: Tx,
  reviewed: Locked<StatementRecord>,
  change: StatementChange,
  { actor, at }: Review,
  alongside: readonly Revision[] = [],
): Promise<Statement> {
  const { next, revision } = statementAfter(reviewed, change, actor)
  if (changedFields(revision.before, revision.after).length === 0) {
    await appendChanges(tx, alongside, at)
    return lockStatement(tx, reviewed.id)
  }
  await rewriteStatement(tx, next.id, next.record, at)
  await appendChanges(tx, [...alongside, revision], at)
  // Only now its group is known.
  return lockStatement(tx, reviewed.id)
}

async function recordAt(
  tx: Tx,
  { id, version, record: current }: Locked<StatementRecord>,
  wanted: number,
): Promise<StatementRecord> {
  const kept = await store.findVersion(tx, id, wanted)
  if (kept === undefined) {
    const message = `There is no version ${wanted}. Give a version from 1 to ${version}.`
    throw invalidField('/version', message)
  }
  const earlier = StatementRecord.parse(kept)
  const official = earlier.official && (await currentOfficialId(tx, earlier.official))
  return restoreRecord({ ...earlier, official }, current, await textsOf(tx, earlier, current))
}

async function textsOf(tx: Tx, earlier: StatementRecord, current: StatementRecord): Promise<Texts | null> {
  if (earlier.snapshotId === current.snapshotId) return null
  const before = await getText(tx, earlier.articleId, earlier.snapshotId)
  const after = await getText(tx, current.articleId, current.snapshotId)
  return { earlier: before.text, current: after.text }
}

/**
 * Returns the article and the snapshot of a statement recorded by hand.
 * @throws DomainError `invalid_body` if there is no such article or snapshot.
 */
async function sourceOf(tx: Tx, { article: id, snapshot }: HandMade) {
  try {
    const article = await getArticle(tx, id)
    const { text, snapshot_id } = await getText(tx, id, snapshot ?? null)
    return { article, text, snapshotId: snapshot_id }
  } catch (error) {
    if (!isNotFound(error)) throw error
    const pointer = snapshot === undefined ? '/article' : '/snapshot'
    throw new DomainError('invalid_body', error.message, [fieldFault(pointer, error.message)])
  }
}
