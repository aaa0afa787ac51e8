import { DomainError } from '../../core/errors.ts'
import {
  type CountsByTime,
  countsBy,
  daysOf,
  type Period,
  type PeriodUnit,
  periodCount,
  periodOf,
  periodsBetween,
} from '../../core/periods.ts'
import type { Dated, RecordedCounts, TimeCounts } from '../../record/statements/domain.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import type { PeriodCoverage, Timeline } from './schema.ts'

export { countArticlesByTime } from '../../record/articles/domain.ts'
export { countRecorded, readTimes, sampleRecorded } from '../../record/statements/domain.ts'

/** The most periods of a timeline. */
const PERIODS_MAX = 600
/** The most months that are not counted by year if the request names no unit. */
const MONTHS_MAX = 120

/** The periods of a timeline, one after another. */
export interface Span {
  readonly by: PeriodUnit
  readonly periods: readonly Period[]
}

/**
 * Returns the periods of one or several timelines: from the first statement to the latest, or to the bounds of the
 * filters.
 * @param by the unit. Default: month, or year if there are more than `monthsMax` months.
 * @throws DomainError `invalid_parameter` if there are more than 600 periods.
 */
export function spanOf(
  counts: readonly TimeCounts[],
  { said_from, said_to }: Pick<StatementFilters, 'said_from' | 'said_to'>,
  by?: PeriodUnit,
  monthsMax = MONTHS_MAX,
): Span {
  const boundsBy = (unit: PeriodUnit, times: readonly Period[]) => {
    const days = times.map(daysOf)
    const first = said_from ?? least(days.map(({ earliest }) => earliest))
    const last =
      said_to ??
      least(
        days.map(({ latest }) => latest),
        -1,
      )
    return first === undefined || last === undefined
      ? null
      : { first: periodOf(first, unit), last: periodOf(last, unit) }
  }
  const times = counts.flatMap((each) => [...each.times.keys()])
  const months = boundsBy('month', times)
  const unit =
    by ?? (months && periodCount(months.first, months.last, 'month') > monthsMax ? 'year' : 'month')
  const bounds = boundsBy(unit, [...countsBy(new Map(times.map((time) => [time, 1])), unit).keys()])
  if (bounds === null) return { by: unit, periods: [] }
  const count = periodCount(bounds.first, bounds.last, unit)
  if (count > PERIODS_MAX) throw tooLong(count, bounds, unit)
  return { by: unit, periods: periodsBetween(bounds.first, bounds.last, unit) }
}

const least = (days: readonly string[], sign = 1): string | undefined =>
  days.toSorted((a, b) => (a < b ? -sign : sign))[0]

function tooLong(
  count: number,
  { first, last }: { first: Period; last: Period },
  unit: PeriodUnit,
): DomainError {
  const advice = unit === 'month' ? 'Send by=year, or shorten the period' : 'Shorten the period'
  const message = `From ${first} to ${last} there are ${count} ${unit}s, more than ${PERIODS_MAX}. ${advice} with said_from and said_to.`
  return new DomainError('invalid_parameter', message, [
    { parameter: 'by', code: 'invalid_parameter', message },
  ])
}

/**
 * Returns the filters for coverage: those that select articles and statuses, and the period. The other filters select
 * statements.
 */
export const coverageOf = ({
  publisher,
  published_from,
  published_to,
  status,
  vanished,
  said_from,
  said_to,
}: StatementFilters): StatementFilters => ({
  publisher,
  published_from,
  published_to,
  status,
  vanished,
  said_from,
  said_to,
})

/** The parts from which a timeline is built. */
export interface TimelineParts {
  readonly span: Span
  readonly counts: TimeCounts
  /** The statements of all speakers in the same periods. */
  readonly recorded: RecordedCounts
  readonly articles: CountsByTime
  /** Returns the URL of the statements of a period. */
  readonly urlOf: (period: Period) => string
}

/** Builds a timeline. */
export function timelineOf({ span, counts, recorded, articles, urlOf }: TimelineParts): Timeline {
  const { by } = span
  const said = countsBy(counts.times, by)
  const published = countsBy(articles, by)
  const few = tenthOfMiddle(span.periods.flatMap((period) => published.get(period) ?? []))
  const periods = span.periods.map((edtf) => {
    const statements = said.get(edtf) ?? 0
    const printed = published.get(edtf) ?? 0
    return {
      edtf,
      // An estimate can be smaller than a part that was counted.
      ...shareOf(statements, Math.max(recorded.statements.get(edtf) ?? 0, statements)),
      articles: printed,
      coverage: coverageFor(printed, few),
      url: urlOf(edtf),
    }
  })
  const total = (field: 'statements' | 'recorded' | 'articles'): number =>
    periods.reduce((sum, period) => sum + period[field], 0)
  return {
    by,
    matches: counts.matches,
    ...shareOf(total('statements'), total('recorded')),
    articles: total('articles'),
    estimated: { statements: counts.scale > 1, recorded: recorded.estimated },
    first: endOf(counts.first),
    latest: endOf(counts.latest),
    uncounted: {
      undated: counts.undated,
      wider: Math.max(0, counts.matches - counts.undated - total('statements')),
    },
    periods,
  }
}

const SHARE_DIGITS = 1e6

const shareOf = (statements: number, recorded: number) => ({
  statements,
  recorded,
  share: recorded === 0 ? null : Math.round((statements / recorded) * SHARE_DIGITS) / SHARE_DIGITS,
})

const endOf = (dated: Dated | null): Timeline['first'] => {
  if (dated === null) return null
  const { id, ...said } = dated
  return { url: `/v1/statements/${id}`, said }
}

function tenthOfMiddle(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) / 10
}

function coverageFor(articles: number, few: number): PeriodCoverage {
  if (articles === 0) return 'none'
  return articles < few ? 'few' : 'usual'
}
