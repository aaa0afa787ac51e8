import type { Db } from '../../../database/db.ts'
import type { Change, ChangeFilters } from './schema.ts'
import { findChanges } from './store.sql.ts'

export interface ListedChanges {
  readonly changes: readonly Change[]
  /** True if more changes that match the filters exist. */
  readonly hasMore: boolean
  /** The position from which to continue. Every matching change up to this position was returned. */
  readonly next: number
}

/**
 * Lists the changes after a position that match the filters, in order.
 * @param limit the most changes to return.
 */
export async function listChanges(
  db: Db,
  after: number,
  filters: ChangeFilters,
  limit: number,
): Promise<ListedChanges> {
  const { head, found } = await findChanges(db, after, filters, limit)
  const changes = found.slice(0, limit)
  const hasMore = found.length > limit
  const looked = Math.max(after, Math.min(head, filters.until ?? head))
  return { changes, hasMore, next: hasMore ? (changes.at(-1)?.position ?? after) : looked }
}
