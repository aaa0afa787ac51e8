import { z } from 'zod'
import { type CountsByTime, daysOf, type Period } from '../../core/periods.ts'
import { SHOWN_STATUSES, WITHHELD_STATUSES } from '../../core/visibility.ts'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { isInOneYear, periodExpression } from '../../database/periods.ts'
import { plannedRows } from '../../database/sql.ts'
import { statementConditions } from './conditions.ts'
import { sampleOf } from './matches.sql.ts'
import { isGiven, SAID_ORDER } from './period.ts'
import type { StatementFilters } from './schema.ts'

// SQL, because Prisma can neither group by a part of a date nor read a sample.

/**
 * The most matches that are counted one by one. It is more than in other counts, because a sample is spread over many
 * periods.
 */
const COUNTED_MAX = 50_000

/** The most statements that are counted for one period. They are counted if a sample has few of the period. */
const RECOUNTED_MAX = 10_000

const Dated = z.object({
  id: z.string(),
  edtf: z.string(),
  earliest: z.string(),
  latest: z.string(),
  precision: z.enum(DATE_PRECISIONS),
})
/** A statement that was certainly said in one year, with its date. */
export type Dated = z.infer<typeof Dated>

const TimesRow = z.object({
  counts: z.record(z.string(), z.int()).nullable(),
  first: Dated.nullable(),
  latest: Dated.nullable(),
})

/** The number of statements that match filters, by the date on which they were said. */
export interface TimeCounts {
  /** The number of all matches. */
  readonly matches: number
  /** The counts by the month in which the statements were certainly said, or by the year if their date is wider. */
  readonly times: CountsByTime
  /**
   * The number of statements without a first day, and the number of statements whose date is wider than a year or than
   * the filters.
   */
  readonly undated: number
  readonly wider: number
  /** The first and the latest statement in `times`; null if there are none. */
  readonly first: Dated | null
  readonly latest: Dated | null
  /** The number of matches for each counted statement. Above 1, the counts are estimates from a sample. */
  readonly scale: number
}

/** Returns filters without the statuses whose words are withheld, because their dates and speakers are withheld too. */
export const withWords = ({ status = SHOWN_STATUSES, ...others }: StatementFilters): StatementFilters => ({
  ...others,
  status: status.filter((one) => !WITHHELD_STATUSES.includes(one)),
})

/**
 * Counts the statements that match the filters by the month in which they were certainly said, or by the year if their
 * date is wider. If there are too many, only the statements of a sample are counted.
 * @param filters without the statuses whose words are withheld.
 * @param most the most matches that are counted one by one.
 */
export async function countByTime(
  db: Db,
  filters: StatementFilters,
  most = COUNTED_MAX,
): Promise<TimeCounts> {
  const sample = await sampleOf(db, filters, most)
  const { query, where } = sample.read('s.id, s.said_edtf, s.said_earliest, s.said_latest, s.said_precision')
  const { said_from, said_to } = filters
  // With match=overlap, a period counts only statements that were certainly said in the period and in the period of the
  // filter.
  const bounds = [
    ...(isGiven(said_from) ? [`s.said_earliest >= ${where.parameter(said_from)}::date`] : []),
    ...(isGiven(said_to) ? [`s.said_latest <= ${where.parameter(said_to)}::date`] : []),
  ]
  const time = `CASE WHEN s.said_earliest IS NULL THEN 'undated'
    WHEN ${['true', ...bounds].join(' AND ')}
      THEN coalesce(${periodExpression('s.said_earliest', 's.said_latest')}, 'wider') ELSE 'wider' END`
  const isCounted = [isInOneYear('s.said_earliest', 's.said_latest'), ...bounds].join(' AND ')
  const end = (direction: 'ASC' | 'DESC'): string => `
    (SELECT json_build_object('id', m.id, 'edtf', m.said_edtf, 'earliest', m.said_earliest,
       'latest', m.said_latest, 'precision', m.said_precision)
     FROM matches m WHERE (m.said_latest, m.said_earliest) = (
       SELECT s.said_latest, s.said_earliest FROM days s WHERE ${isCounted}
       ORDER BY s.said_latest ${direction}, s.said_earliest ${direction} LIMIT 1)
     ORDER BY m.id ${direction} LIMIT 1)`
  const [row] = await plannedRows(
    db,
    `WITH matches AS MATERIALIZED (${query}),
       days AS MATERIALIZED (SELECT s.said_earliest, s.said_latest, count(*) AS count FROM matches s GROUP BY 1, 2),
       times AS (SELECT time, sum(count) AS count FROM (SELECT ${time} AS time, s.count FROM days s) timed GROUP BY time)
     SELECT (SELECT json_object_agg(time, count) FROM times) AS counts,
            ${end('ASC')} AS first, ${end('DESC')} AS latest`,
    where.parameters,
  )
  const { counts, first, latest } = TimesRow.parse(row)
  const { undated = 0, wider = 0, ...times } = counts ?? {}
  const scaled = (count: number): number => Math.round(count * sample.scale)
  return {
    scale: sample.scale,
    matches: scaled(Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)),
    times: new Map(Object.entries(times).map(([time, count]) => [time, scaled(count)])),
    undated: scaled(undated),
    wider: scaled(wider),
    first,
    latest,
  }
}

/**
 * Counts the statements that match the filters and were certainly said in each period, up to 10,000 in each. Periods
 * are cut to the bounds of the filters.
 */
export async function countInPeriods(
  db: Db,
  { said_from, said_to, ...filters }: StatementFilters,
  periods: readonly Period[],
): Promise<CountsByTime> {
  const where = statementConditions(filters)
  const days = periods.map(daysOf)
  const columns = [
    `${where.parameter(periods)}::text[]`,
    `${where.parameter(days.map(({ earliest }) => earliest))}::date[]`,
    `${where.parameter(days.map(({ latest }) => latest))}::date[]`,
  ]
  const from = `greatest(p.first_day, ${where.parameter(said_from)}::date)`
  const to = `least(p.last_day, ${where.parameter(said_to)}::date)`
  const key = (day: string): string => `${day} - DATE '0001-01-01'`
  where.demand(`${SAID_ORDER.descending} BETWEEN ${key(from)} AND ${key(to)} AND s.said_earliest >= ${from}`)
  const found = await plannedRows(
    db,
    `SELECT p.period, (SELECT count(*) FROM (SELECT FROM statements s ${where.where()} LIMIT ${RECOUNTED_MAX}) found) AS count
     FROM unnest(${columns.join(', ')}) AS p (period, first_day, last_day)`,
    where.parameters,
  )
  return new Map((found as { period: string; count: number }[]).map(({ period, count }) => [period, count]))
}
