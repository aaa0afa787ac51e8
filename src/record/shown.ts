import { WITHDRAWN_STATUSES } from '../core/visibility.ts'

const WITHDRAWN = WITHDRAWN_STATUSES.map((status) => `'${status}'`).join(', ')

/**
 * Returns SQL that is true for the statements that lists and counts include by default.
 * @param table the alias of `statements`.
 */
export const isShown = (table: string): string =>
  `${table}.vanished_snapshot_id IS NULL AND ${table}.status NOT IN (${WITHDRAWN}) AND NOT ${table}.withdrawn`
