import type { Db } from '../../database/db.ts'
import { openSnapshot, type Snapshot } from '../../database/snapshot.ts'
import { statementConditions } from './conditions.ts'
import type { Statement, StatementFilters } from './schema.ts'
import { COLUMNS, RELATED, readStatement } from './store.sql.ts'

// SQL, because a cursor reads all matches in one state of the database, and Prisma has no cursors.

/** The statements of a batch. */
const BATCH = 100

/**
 * The ids that are found at once. Ids of several batches, because the database must not wait for the caller between
 * finding ids and reading statements.
 */
const IDS = 50 * BATCH

/**
 * Yields all statements that pass the filters, in the order in which they were recorded, as they are when the first
 * batch is read. The next batch is read while the caller works on a batch. Holds a connection of the pool until the
 * caller has taken the last batch or returns.
 */
export async function* readWhole(
  db: Db,
  filters: StatementFilters,
): AsyncGenerator<readonly Statement[], void, undefined> {
  const snapshot = await openSnapshot(db)
  try {
    const readBatch = await findMatches(snapshot, filters)
    let next = readBatch()
    for (;;) {
      const batch = await next
      if (batch.length === 0) return
      next = readBatch()
      // If the caller returns now, nothing awaits the next batch.
      next.catch(() => undefined)
      yield batch
    }
  } finally {
    await snapshot.close()
  }
}

/** Finds the matches, and returns the function that reads the next batch of them; empty after the last. */
async function findMatches(
  snapshot: Snapshot,
  filters: StatementFilters,
): Promise<() => Promise<readonly Statement[]>> {
  const where = statementConditions(filters)
  // The ids alone, because a plan for ids needs only indexes. They are in the order of recording.
  await snapshot.rows(
    `DECLARE matches NO SCROLL CURSOR FOR SELECT s.id FROM statements s ${where.where()} ORDER BY s.id`,
    where.parameters,
  )
  let ids: string[] = []
  return async () => {
    if (ids.length === 0) {
      const found = await snapshot.rows(`FETCH ${IDS} FROM matches`)
      ids = (found as { id: string }[]).map(({ id }) => id)
    }
    const batch = ids.splice(0, BATCH)
    return batch.length === 0 ? [] : (await snapshot.rows(IN_FULL, [batch])).map(readStatement)
  }
}

const IN_FULL = `SELECT ${COLUMNS} FROM statements s ${RELATED} WHERE s.id = ANY($1::uuid[]) ORDER BY s.id`
