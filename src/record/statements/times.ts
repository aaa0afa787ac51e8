import { type CountsByTime, countsBy, daysOf, type PeriodUnit, periodOf } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import { isGiven } from './period.ts'
import type { StatementFilters } from './schema.ts'
import { listStatements } from './store.sql.ts'
import { countByTime, countInPeriods, type Dated, type TimeCounts, withWords } from './times.sql.ts'

/** The number of statements at each end of a list among which a dated statement is searched. */
const TRIED = 20

/** The most statements of all speakers that are counted one by one. */
const RECORDED_MAX = 10_000

/** The fewest statements of a period in a sample from which its count is estimated. */
const SAMPLED_MIN = 10

/**
 * Counts the statements that match the filters by the date on which they were said, and finds the first and the latest
 * of them. Retracted statements are not counted.
 */
export async function readTimes(db: Db, asked: StatementFilters): Promise<TimeCounts> {
  const filters = withWords(asked)
  const counts = await countByTime(db, filters)
  if (counts.scale === 1) return counts
  // The first and the latest statement may be outside the sample.
  const [first, latest] = await Promise.all([endOf(db, filters, 'said'), endOf(db, filters, '-said')])
  return { ...counts, first: first ?? counts.first, latest: latest ?? counts.latest }
}

/** Finds the first statement in the order of a sort that was certainly said in one year of the period. */
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

/** The number of statements of all speakers in each period. */
export interface RecordedCounts {
  readonly statements: CountsByTime
  /** True if the counts are estimates from a sample. */
  readonly estimated: boolean
}

/** Counts the statements of all speakers at any time: all, or those of a sample if they are many. */
export const sampleRecorded = (db: Db, filters: StatementFilters): Promise<TimeCounts> =>
  countByTime(db, withWords(filters), RECORDED_MAX)

/**
 * Counts the statements of all speakers that were certainly said in each of some periods.
 * @param filters the filters that select articles and statuses, and the period.
 * @param periods periods of one unit, without gaps.
 * @param counted the statements of all speakers at any time, if the filters have no period and they were counted before.
 */
export async function countRecorded(
  db: Db,
  filters: StatementFilters,
  periods: readonly string[],
  unit: PeriodUnit,
  counted?: Pick<TimeCounts, 'times' | 'scale'>,
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
  const { times, scale } = counted ?? (await countByTime(db, within, RECORDED_MAX))
  const statements = countsBy(times, unit)
  if (scale === 1) return { statements, estimated: false }
  const rare = periods.filter((period) => (statements.get(period) ?? 0) < SAMPLED_MIN * scale)
  for (const [period, count] of await countInPeriods(db, within, rare)) statements.set(period, count)
  return { statements, estimated: true }
}
