import type { Action } from '../../../core/actions.ts'
import { DomainError } from '../../../core/errors.ts'
import { WITHDRAWN_STATUSES } from '../../../core/visibility.ts'
import type { StatementStatus } from '../../../core/vocabulary.ts'
import { type Locked, nextRevision, type Revision } from '../../../database/ledger.sql.ts'
import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { TRANSITIONS, type Transition } from './schema.ts'

/** A change of a statement by a reviewer. */
export type StatementChange =
  | { readonly action: Exclude<Transition, 'restore'>; readonly reason: string | null }
  /** Restores the status before the statement was retracted or rejected. */
  | { readonly action: 'restore'; readonly status: StatementStatus; readonly reason: string | null }
  /** Restores the whole statement of an earlier version. */
  | { readonly action: 'return'; readonly record: StatementRecord; readonly reason: string | null }
  | { readonly action: 'correct'; readonly record: StatementRecord; readonly reason: string | null }

type StatusAfter = Readonly<Partial<Record<Transition, StatementStatus | 'earlier'>>>

/** The transitions from each status. `earlier` is the status before the statement was retracted or rejected. */
const STATUS_AFTER: Readonly<Record<StatementStatus, StatusAfter>> = {
  machine: { verify: 'verified', dispute: 'disputed', retract: 'retracted', reject: 'rejected' },
  verified: { dispute: 'disputed', retract: 'retracted', reject: 'rejected' },
  disputed: { verify: 'verified', retract: 'retracted', reject: 'rejected' },
  retracted: { restore: 'earlier' },
  rejected: { restore: 'earlier' },
}

const PAST: Readonly<Record<StatementChange['action'], Action>> = {
  verify: 'verified',
  dispute: 'disputed',
  retract: 'retracted',
  reject: 'rejected',
  restore: 'restored',
  return: 'restored',
  correct: 'corrected',
}

/**
 * Returns a statement after a change by a reviewer, and the revision.
 * @throws DomainError `conflict` if the status does not allow the change, with the allowed transitions.
 */
export function statementAfter(
  statement: Locked<StatementRecord>,
  change: StatementChange,
  actor: string,
): { readonly next: Locked<StatementRecord>; readonly revision: Revision } {
  const record = recordAfter(statement.record, change)
  const { action, reason } = change
  return {
    next: { id: statement.id, version: statement.version + 1, record },
    revision: nextRevision('statement', statement, PAST[action], record, { actor, reason }),
  }
}

function recordAfter(record: StatementRecord, change: StatementChange): StatementRecord {
  const { status } = record
  if (change.action === 'return') return change.record
  if (change.action === 'correct') {
    if (WITHDRAWN_STATUSES.includes(status)) throw conflict(status, 'be corrected')
    return change.record
  }
  const target = STATUS_AFTER[status][change.action]
  if (!target) throw conflict(status, `be changed with "${change.action}"`)
  return { ...record, status: change.action === 'restore' ? change.status : (target as StatementStatus) }
}

function conflict(status: StatementStatus, what: string): DomainError {
  const allowed = TRANSITIONS.filter((move) => STATUS_AFTER[status][move])
  const detail = `A statement that is ${status} cannot ${what}. Allowed are: ${allowed.join(', ')}, or restore with a version.`
  return new DomainError('conflict', detail, [
    { code: 'move_not_allowed', message: `allowed: ${allowed.join(', ')}` },
  ])
}
