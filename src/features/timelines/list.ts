import type { Period, PeriodUnit } from '../../core/periods.ts'
import { daysOf } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import type { ListRequest } from '../../http/paging.ts'
import { cachedRead } from '../../http/read-cache.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import { narrowingTo, readNarrow, statementsUrl } from '../statements/list.ts'
import {
  countArticlesByTime,
  countRecorded,
  coverageOf,
  readTimes,
  type Span,
  spanOf,
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
      readNarrow(filters, () => cachedRead(request, `times ${index}`, () => readTimes(db, filters))),
    ),
  )
  const span = spanOf(counts, subjects[0]?.filters ?? {}, by, monthsMax)
  return Promise.all(
    subjects.map(async ({ filters, parameters }, index) =>
      timelineOf({
        span,
        counts: counts[index]!,
        ...(await readNarrow(filters, () => readCoverage(request, db, filters, span))),
        urlOf: (period) => statementsUrl(request, { ...parameters, ...narrowingTo(period, filters) }),
      }),
    ),
  )
}

/**
 * Counts the recorded statements and the published articles in the periods. All timelines with the same coverage share
 * the result.
 */
async function readCoverage(request: ListRequest, db: Db, filters: StatementFilters, { by, periods }: Span) {
  const coverage = coverageOf(filters)
  const [first, last] = [periods[0], periods.at(-1)]
  const key = `coverage ${JSON.stringify([coverage, by, first, last])}`
  return request.server.readCache.get(request.dataVersion, key, async () => ({
    recorded: await countRecorded(db, coverage, periods, by),
    articles: first && last ? await articlesIn(db, coverage, first, last) : new Map<Period, number>(),
  }))
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
