import type { Db } from '../../../database/db.ts'
import { followReferences } from '../../references/follow.ts'
import { provenOffices } from '../offices.ts'
import type { AskedStatementFilters, StatementFilters } from '../schema.ts'
import { findDatedOffices } from '../store.ts'
import { fromRecord, StatementRecord } from '../writes/record.ts'
import { toInsertRow } from '../writes/row.ts'
import { findPassedWith } from './store.sql.ts'

export { type Arrival, findArrival, type LedgerWindow } from './store.sql.ts'

/**
 * Resolves the names in many filters. The number of queries does not depend on the number of filters. Follows merges. A
 * filter with a name that is not on record is not an error: it passes no statement.
 */
export async function followStatementFilters(
  db: Db,
  all: readonly AskedStatementFilters[],
): Promise<StatementFilters[]> {
  const named = await followReferences(db, all)
  const organizations = [...new Set(named.flatMap(({ organization }) => organization ?? []))]
  const offices = organizations.length > 0 ? await findDatedOffices(db, organizations) : []
  return all.map((asked, index) => {
    const { organization: ids, ...others } = named[index]!
    const organization = ids && { ids, offices: provenOffices(offices, ids) }
    return { ...asked, ...others, organization }
  })
}

/** A statement before and after a change, in the form of its revision. */
interface Changed {
  readonly id: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * Finds the filters that a statement passes after a change, but did not pass before it.
 * @returns the indexes of the filters.
 */
export async function findNewlyPassed(
  db: Db,
  { id, before, after }: Changed,
  filters: readonly StatementFilters[],
): Promise<readonly number[]> {
  const passedWith = async (record: unknown): Promise<readonly number[]> =>
    record === null ? [] : findPassedWith(db, id, columnsOf(id, record), filters)
  const [earlier, later] = await Promise.all([passedWith(before), passedWith(after)])
  return later.filter((index) => !earlier.includes(index))
}

/** Returns the columns of a statement that a revision can change. */
function columnsOf(id: string, record: unknown): object {
  const kept = StatementRecord.parse(record)
  return { ...toInsertRow(fromRecord(id, kept)), status: kept.status, vanished_snapshot_id: kept.vanished }
}
