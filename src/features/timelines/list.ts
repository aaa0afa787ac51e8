import type { Period, PeriodUnit } from '../../core/periods.ts'
import { countsBy, daysOf } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import type { ListRequest } from '../../http/paging.ts'
import { cachedCounts } from '../../http/read-cache.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import { narrowingTo, readNarrow, statementsUrl } from '../statements/list.ts'
import {
  countArticlesByTime,
  countRecorded,
  coverageOf,
  readTimes,
  sampleRecorded,
  spanOf,
  type TimelineParts,
  timelineOf,
} from './domain.ts'
import type { Timeline } from './schema.ts'

/** The statements of a timeline. */
export interface TimelineSubject {
  readonly filters: StatementFilters
  /** The parameters of `/v1/statements` that select the same statements as the path, or as a side of a comparison. */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Reads timelines with the same periods.
 * @param by the unit. Default: month, or year if there are more than `monthsMax` months.
 * @param monthsMax default: 120.
 * @throws DomainError `too_broad` if the query takes too long; `invalid_parameter` if there are too many periods.
 */
export async function readTimelines(
  request: ListRequest,
  db: Db,
  subjects: readonly TimelineSubject[],
  by: PeriodUnit | undefined,
  monthsMax?: number,
): Promise<Timeline[]> {
  const counts = await Promise.all(
    subjects.map(({ filters }, index) =>
      readNarrow(filters, () =>
        cachedCounts(
          request,
          `times ${index}`,
          () => readTimes(db, filters),
          ({ scale }) => scale > 1,
        ),
      ),
    ),
  )
  const span = spanOf(counts, subjects[0]?.filters ?? {}, by, monthsMax)
  return Promise.all(
    subjects.map(async ({ filters, parameters }, index) =>
      timelineOf({
        span,
        counts: counts[index]!,
        ...(await readNarrow(filters, () =>
          readCoverage(request, db, { filters, span, counts: counts[index]! }),
        )),
        urlOf: (period) => statementsUrl(request, { ...parameters, ...narrowingTo(period, filters) }),
      }),
    ),
  )
}

/**
 * Counts the recorded statements and the published articles in the periods. All timelines with the same coverage share
 * the result.
 */
async function readCoverage(
  request: ListRequest,
  db: Db,
  {
    filters,
    span: { by, periods },
    counts,
  }: Pick<TimelineParts, 'span' | 'counts'> & {
    readonly filters: StatementFilters
  },
) {
  const coverage = coverageOf(filters)
  const [first, last] = [periods[0], periods.at(-1)]
  const key = `coverage ${JSON.stringify([coverage, by, first, last])}`
  return request.server.readCache.getEstimate(
    request.dataVersion,
    key,
    async () => ({
      recorded: selectsAll(filters)
        ? { statements: countsBy(counts.times, by), estimated: counts.scale > 1 }
        : await countRecorded(db, coverage, periods, by, await readSample(request, db, coverage)),
      articles: first && last ? await articlesIn(db, coverage, first, last) : new Map<Period, number>(),
    }),
    ({ recorded }) => recorded.estimated,
  )
}

/** Reads the statements of all speakers at any time, once for all timelines; undefined if the filters have a period. */
const readSample = (request: ListRequest, db: Db, coverage: StatementFilters) =>
  coverage.said_from || coverage.said_to
    ? undefined
    : request.server.readCache.getEstimate(
        request.dataVersion,
        `recorded ${JSON.stringify(coverage)}`,
        () => sampleRecorded(db, coverage),
        ({ scale }) => scale > 1,
      )

/** Returns whether filters select all statements of a period. Then their timeline has counted what was recorded. */
function selectsAll(filters: StatementFilters): boolean {
  const { match = 'within', ...others } = filters
  const coverage = coverageOf(filters)
  return (
    match === 'within' &&
    Object.entries(others).every(([name, value]) => value === undefined || name in coverage)
  )
}

const articlesIn = (
  db: Db,
  { publisher, published_from, published_to }: StatementFilters,
  first: Period,
  last: Period,
) =>
  countArticlesByTime(
    db,
    { publisher, published_from, published_to },
    daysOf(first).earliest,
    daysOf(last).latest,
  )
