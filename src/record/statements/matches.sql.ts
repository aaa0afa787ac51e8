import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { plannedRows, rows } from '../../database/sql.ts'
import { anyKind, statementConditions } from './conditions.ts'
import type { StatementFilters } from './schema.ts'

// SQL, because Prisma can neither stop counting nor read a sample.

/** The most matches that are counted one by one, unless the caller says otherwise. */
const COUNTED_MAX = 10_000

/** The number of pages of the table that a sample reads. They hold some 20,000 statements. */
const SAMPLED_PAGES = 4000

/** The statements that are counted: all matches, or a sample of them. */
export interface Sample {
  /** Returns SQL for these columns of the statements, and the conditions with the parameters of this SQL. */
  readonly read: (columns: string) => { readonly query: string; readonly where: Conditions }
  /** The number of matches for each statement of the sample; 1 if all matches are counted. */
  readonly scale: number
}

/** Counts the statements that match the filters, up to a limit. A larger result means that there are more. */
export async function countStatementsUpTo(db: Db, filters: StatementFilters, most: number): Promise<number> {
  const where = matching(filters)
  const [row] = await plannedRows(
    db,
    `SELECT count(*) AS count FROM (SELECT FROM (${allMatches(where, 's.id')}) s LIMIT ${most + 1}) found`,
    where.parameters,
  )
  return (row as { count: number }).count
}

const matching = (filters: StatementFilters): Conditions => statementConditions(anyKind(filters))

const allMatches = (where: Conditions, columns: string): string =>
  where
    .branches()
    .map((branch) => `SELECT ${columns} FROM statements s ${branch}`)
    .join(' UNION ALL ')

/**
 * Chooses what to count for a list: all matches, or the matches on some pages of the table if there are too many.
 * @param most the most matches that are counted one by one.
 */
export async function sampleOf(db: Db, filters: StatementFilters, most = COUNTED_MAX): Promise<Sample> {
  const found = await countStatementsUpTo(db, filters, most)
  const share = found > most ? await sharePerSample(db) : 1
  // REPEATABLE chooses the same pages each time, so that the counts of one list do not contradict each other.
  const pages = `TABLESAMPLE SYSTEM (${100 * share}) REPEATABLE (1)`
  return {
    read(columns) {
      const where = matching(filters)
      const sample = `SELECT ${columns} FROM statements s ${pages} ${where.where()}`
      return { query: share < 1 ? sample : allMatches(where, columns), where }
    },
    scale: 1 / share,
  }
}

/** Returns the share of the table that a sample reads, from 0 to 1. */
const sharePerSample = async (db: Db): Promise<number> =>
  Math.min(1, SAMPLED_PAGES / Math.max(1, await countPages(db)))

/** Returns the number of pages of the table of statements, with all its partitions. */
export async function countPages(db: Db): Promise<number> {
  const [row] = await rows(
    db,
    `SELECT coalesce((SELECT sum(pg_relation_size(relid)) FROM pg_partition_tree('statements') WHERE isleaf),
       pg_relation_size('statements')) / current_setting('block_size')::int AS pages`,
  )
  return Number((row as { pages: number | string }).pages)
}
