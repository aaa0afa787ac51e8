import { STATEMENT_STATUSES, type StatementStatus } from './vocabulary.ts'

/**
 * How lists show statements of each status. shown: without being asked; on-request: only if asked for by status;
 * withheld: only if asked for, and without the words or who is said to have spoken them.
 */
const VISIBILITY: Readonly<Record<StatementStatus, 'shown' | 'on-request' | 'withheld'>> = {
  machine: 'shown',
  verified: 'shown',
  disputed: 'shown',
  rejected: 'on-request',
  retracted: 'withheld',
}

/** The statuses that lists and counts include unless asked for others. */
export const SHOWN_STATUSES: readonly StatementStatus[] = STATEMENT_STATUSES.filter(
  (status) => VISIBILITY[status] === 'shown',
)

/** The statuses of statements that a person withdrew: from these a statement can be restored. */
export const WITHDRAWN_STATUSES: readonly StatementStatus[] = STATEMENT_STATUSES.filter(
  (status) => VISIBILITY[status] !== 'shown',
)

/** The statuses whose words are withheld: reading such a statement answers 410. */
export const WITHHELD_STATUSES: readonly StatementStatus[] = STATEMENT_STATUSES.filter(
  (status) => VISIBILITY[status] === 'withheld',
)

/** Returns whether the words of a statement of this status are withheld. */
export const isWithheld = (status: StatementStatus): boolean => VISIBILITY[status] === 'withheld'
