import { STATEMENT_STATUSES, type StatementStatus } from './vocabulary.ts'

/**
 * The visibility of each status in lists.
 * shown: in every list.
 * on-request: only if the request names the status.
 * withheld: only if the request names the status, and without the words and the speaker.
 */
const VISIBILITY: Readonly<Record<StatementStatus, 'shown' | 'on-request' | 'withheld'>> = {
  machine: 'shown',
  verified: 'shown',
  disputed: 'shown',
  rejected: 'on-request',
  retracted: 'withheld',
}

/** The statuses that lists and counts include if a request names no status. */
export const SHOWN_STATUSES: readonly StatementStatus[] = STATEMENT_STATUSES.filter(
  (status) => VISIBILITY[status] === 'shown',
)

/** The statuses of withdrawn statements (rejected or retracted). A reviewer can restore such a statement. */
export const WITHDRAWN_STATUSES: readonly StatementStatus[] = STATEMENT_STATUSES.filter(
  (status) => VISIBILITY[status] !== 'shown',
)

/** The statuses whose words are withheld. Reading such a statement gives 410. */
export const WITHHELD_STATUSES: readonly StatementStatus[] = STATEMENT_STATUSES.filter(
  (status) => VISIBILITY[status] === 'withheld',
)

/** Returns whether the words of a statement of this status are withheld. */
export const isWithheld = (status: StatementStatus): boolean => VISIBILITY[status] === 'withheld'
