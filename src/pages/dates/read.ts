import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseEdtf } from '../../core/edtf.ts'
import { DomainError } from '../../core/errors.ts'
import type { Db } from '../../database/db.ts'
import { countDates } from '../../features/dates/domain.ts'
import type { SaidDate } from '../../features/dates/schema.ts'
import {
  type PresentedPage,
  readNarrow,
  readStatements,
  resolveFilters,
} from '../../features/statements/list.ts'
import { parseStatementQuery } from '../../features/statements/parameters.ts'
import type { Timeline } from '../../features/timelines/schema.ts'
import { canonicalUrl } from '../../http/canonical-url.ts'
import type { ListRequest } from '../../http/paging.ts'
import { cachedCounts, cachedRead } from '../../http/read-cache.ts'
import { countStatementsUpTo } from '../../record/statements/domain.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import { searchQueryOf } from '../search/address.ts'
import { ofUrl, readTimeline } from '../search/read.ts'

export interface DatesOptions {
  readonly db: Db
  readonly now: () => Date
}

/** The units of the page. */
type Granularity = 'year' | 'month' | 'day'

/** A period of the page, with its words. */
interface ShownPeriod {
  readonly edtf: string
  readonly granularity: Granularity | null
}

/** The dates of a period, with the numbers of their statements. */
interface CountedDates {
  /** The years, months or days in the period, latest first. */
  readonly units: readonly Omit<SaidDate, 'url'>[]
  /** Dates that are wider than these units, within the period: drawn as spans. */
  readonly vague: readonly Omit<SaidDate, 'url'>[]
  /** When they were counted, if the counts may be of an earlier state of the record; else null. */
  readonly countedAt: string | null
}

const NOTHING: CountedDates = { units: [], vague: [], countedAt: null }

/** Everything that the page of dates shows. */
export interface DatesView extends CountedDates {
  /** The filters beside the period. */
  readonly query: URLSearchParams
  /** The year, the month or the day that is open; null for all of the record. */
  readonly period: ShownPeriod | null
  readonly timeline: Timeline
  /** The statements of the period, if it is a month or a day; else null. */
  readonly list: PresentedPage | null
  /**
   * The number of statements without a date that match. For a period, those in articles published then are counted, up to
   * one more than `UNDATED_MAX`.
   */
  readonly undated: number
}

const UNITS_MAX = 100
/** The most undated statements of a period that are counted. */
export const UNDATED_MAX = 1000
/** The most statements of a period whose dates are counted for each answer. */
const COUNTED_MAX = 10_000
/** The units within a period, by the length of its EDTF. */
const NEXT_UNIT: Readonly<Record<number, Granularity>> = { 4: 'month', 7: 'day' }
const LENGTHS = { year: 4, month: 7, day: 10 } as const

/**
 * Reads the dates on which something was said: the years of the record, the months of a year, or the days of a month with
 * their statements.
 * @param edtf a year, a month or a day; null for all years.
 * @throws DomainError `invalid_parameter` for another date.
 */
export async function readDates(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, now }: DatesOptions,
  edtf: string | null,
): Promise<DatesView> {
  const query = searchQueryOf(request.url)
  for (const name of ['q', 'literal', 'said_from', 'said_to', 'cursor', 'sort', 'match']) query.delete(name)
  demandUnit(edtf)
  const bounds = edtf === null ? {} : { said_from: edtf, said_to: edtf }
  const url = canonicalUrl(`/v1/statements?${query}`, [], bounds)
  const asked = ofUrl(request, url)
  const { filters } = await resolveFilters(asked, db, parseStatementQuery(url))
  const granularity = edtf === null ? 'year' : (NEXT_UNIT[edtf.length] ?? null)
  const [counted, timeline, list, undated] = await Promise.all([
    granularity === null ? NOTHING : readCounted(asked, { db, now }, filters, granularity),
    readTimeline(asked, db, filters),
    edtf === null || edtf.length < LENGTHS.month ? null : readStatementsOf(request, reply, db, url),
    edtf === null ? null : cachedRead(asked, 'undated', () => countUndated(db, filters, edtf)),
  ])
  const period = edtf === null ? null : { edtf, granularity }
  return { ...counted, query, period, timeline, list, undated: undated ?? timeline.uncounted.undated }
}

/** Counts the statements without a date in the articles that were published in a period. */
async function countUndated(db: Db, filters: StatementFilters, edtf: string): Promise<number> {
  if (filters.said_basis !== undefined) return 0
  const { earliest, latest } = parseEdtf(edtf)!
  const { said_from: _from, said_to: _to, ...others } = filters
  const undated: StatementFilters = {
    ...others,
    said_basis: ['publication'],
    published_from: earliest,
    published_to: latest,
  }
  return readNarrow(undated, () => countStatementsUpTo(db, undated, UNDATED_MAX))
}

function demandUnit(edtf: string | null): void {
  if (edtf === null) return
  const date = /^\d{4}(?:-\d\d){0,2}$/.test(edtf) ? parseEdtf(edtf) : null
  if (date) return
  throw new DomainError(
    'invalid_parameter',
    'This page shows a year, a month or a day, such as /dates/2024-09.',
  )
}

/**
 * Counts the dates of a period. The counts of a period with very many statements may be some minutes old, and then say
 * when they were made.
 */
const readCounted = (
  request: ListRequest,
  { db, now }: DatesOptions,
  filters: StatementFilters,
  granularity: Granularity,
): Promise<CountedDates> =>
  cachedCounts(
    request,
    `dates ${granularity}`,
    () =>
      readNarrow(filters, async () => {
        const at = now().toISOString()
        const { units, wider } = await countDates(db, filters, granularity, UNITS_MAX)
        const isLarge = units.reduce((sum, { statements }) => sum + statements, 0) > COUNTED_MAX
        return { units, vague: wider, countedAt: isLarge ? at : null }
      }),
    ({ countedAt }) => countedAt !== null,
  )

const readStatementsOf = (request: FastifyRequest, reply: FastifyReply, db: Db, url: string) => {
  const listUrl = canonicalUrl(url, [], { sort: 'said', limit: '50' })
  return readStatements(ofUrl(request, listUrl), reply, db, parseStatementQuery(listUrl))
}
