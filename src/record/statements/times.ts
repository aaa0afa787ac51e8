import { type CountsByTime, countsBy, daysOf, type PeriodUnit, periodOf } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import { isGiven } from './period.ts'
import type { StatementFilters } from './schema.ts'
import { listStatements } from './store.sql.ts'
import { countByTime, countInPeriods, type Dated, type TimeCounts, withWords } from './times.sql.ts'

/** The statements at each end of a list among which a dated one is looked for. */
const TRIED = 20

/** The most statements of everyone that are counted one by one. */
const RECORDED_MAX = 10_000

/** The fewest statements in a sample that stand for those of a period. */
const SAMPLED_MIN = 10

/**
 * Counts the statements that match the filters by when they were said, and finds the first and the latest of them.
 * Retracted statements are not counted.
 */
export async function readTimes(db: Db, asked: StatementFilters): Promise<TimeCounts> {
  const filters = withWords(asked)
  const counts = await countByTime(db, filters)
  if (counts.scale === 1) return counts
  // A sample has neither the first nor the latest statement of all.
  const [first, latest] = await Promise.all([endOf(db, filters, 'said'), endOf(db, filters, '-said')])
  return { ...counts, first: first ?? counts.first, latest: latest ?? counts.latest }
}

/** Finds the first statement in an order by date that was surely said in one year of the period. */
async function endOf(db: Db, filters: StatementFilters, sort: 'said' | '-said'): Promise<Dated | undefined> {
  const { said_from, said_to } = filters
  const found = await listStatements(db, filters, { limit: TRIED, sort, position: null }, {})
  for (const { item } of found) {
    const { edtf, earliest, latest, precision } = item.said
    if (earliest === null || latest === null) continue
    const isWithin =
      (!isGiven(said_from) || earliest >= said_from) && (!isGiven(said_to) || latest <= said_to)
    if (isWithin && periodOf(earliest, 'year') === periodOf(latest, 'year'))
      return { id: item.id, edtf, earliest, latest, precision }
  }
  return undefined
}

/** What was recorded in each period. */
export interface RecordedCounts {
  readonly statements: CountsByTime
  /** True if they are those of a sample, scaled. */
  readonly estimated: boolean
}

/**
 * Counts the statements of everyone that were surely said in each of some periods.
 * @param filters those that choose articles and statuses, and the period.
 * @param periods of one unit, one after another.
 */
export async function countRecorded(
  db: Db,
  filters: StatementFilters,
  periods: readonly string[],
  unit: PeriodUnit,
): Promise<RecordedCounts> {
  const shown = withWords(filters)
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return { statements: new Map(), estimated: false }
  const within: StatementFilters = {
    ...shown,
    said_from: filters.said_from ?? daysOf(first).earliest,
    said_to: filters.said_to ?? daysOf(last).latest,
    match: 'within',
  }
  const { times, scale } = await countByTime(db, within, RECORDED_MAX)
  const statements = countsBy(times, unit)
  if (scale === 1) return { statements, estimated: false }
  const rare = periods.filter((period) => (statements.get(period) ?? 0) < SAMPLED_MIN * scale)
  for (const [period, count] of await countInPeriods(db, within, rare)) statements.set(period, count)
  return { statements, estimated: true }
}
