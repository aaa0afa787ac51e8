import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseEdtf } from '../../core/edtf.ts'
import { DomainError } from '../../core/errors.ts'
import type { Db } from '../../database/db.ts'
import { listDates } from '../../features/dates/domain.ts'
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
import { cachedRead } from '../../http/read-cache.ts'
import { countStatementsUpTo } from '../../record/statements/domain.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import { searchQueryOf } from '../search/address.ts'
import { ofUrl, readTimeline } from '../search/read.ts'

/** The units of the page. */
type Granularity = 'year' | 'month' | 'day'

/** A period of the page, with its words. */
interface ShownPeriod {
  readonly edtf: string
  readonly granularity: Granularity | null
}

/** Everything that the page of dates shows. */
export interface DatesView {
  /** The filters beside the period. */
  readonly query: URLSearchParams
  /** The year, the month or the day that is open; null for all of the record. */
  readonly period: ShownPeriod | null
  readonly timeline: Timeline
  /** The years, months or days in the period, latest first. */
  readonly units: readonly Omit<SaidDate, 'url'>[]
  /** Dates that are wider than these units, within the period: drawn as spans. */
  readonly vague: readonly Omit<SaidDate, 'url'>[]
  /** The statements of the period, if it is a month or a day; else null. */
  readonly list: PresentedPage | null
  /** The number of statements without a date that match, of a period: in articles published then, up to one more than `UNDATED_MAX`. */
  readonly undated: number
}

const UNITS_MAX = 100
/** The most undated statements of a period that are counted. */
export const UNDATED_MAX = 1000
/** The units within a period, by the length of its EDTF. */
const NEXT_UNIT: Readonly<Record<number, Granularity>> = { 4: 'month', 7: 'day' }
const LENGTHS = { year: 4, month: 7, day: 10 } as const
const FULL = { limit: UNITS_MAX, sort: '-said', position: null }

/**
 * Reads the dates on which something was said: the years of the record, the months of a year, or the days of a month with
 * their statements.
 * @param edtf a year, a month or a day; null for all years.
 * @throws DomainError `invalid_parameter` for another date.
 */
export async function readDates(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
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
  const [units, vague, timeline, list, undated] = await Promise.all([
    granularity === null
      ? []
      : cachedRead(asked, `units ${granularity}`, () => readUnits(db, filters, granularity)),
    granularity === null
      ? []
      : cachedRead(asked, `vague ${granularity}`, () => readVague(db, filters, granularity)),
    readTimeline(asked, db, filters),
    edtf === null || edtf.length < LENGTHS.month ? null : readStatementsOf(request, reply, db, url),
    edtf === null ? null : cachedRead(asked, 'undated', () => countUndated(db, filters, edtf)),
  ])
  const period = edtf === null ? null : { edtf, granularity }
  return { query, period, timeline, units, vague, list, undated: undated ?? timeline.uncounted.undated }
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

const readUnits = async (db: Db, filters: StatementFilters, granularity: Granularity) =>
  (await readNarrow(filters, () => listDates(db, filters, granularity, FULL)))
    .slice(0, UNITS_MAX)
    .map(({ item }) => item)

/** Returns the dates of the period that are wider than its units. */
async function readVague(db: Db, filters: StatementFilters, granularity: Granularity) {
  const known = await readNarrow(filters, () => listDates(db, filters, undefined, FULL))
  const length = LENGTHS[granularity]
  return known
    .map(({ item }) => item)
    .filter(
      ({ earliest, latest }) => latest === null || earliest.slice(0, length) !== latest.slice(0, length),
    )
}

const readStatementsOf = (request: FastifyRequest, reply: FastifyReply, db: Db, url: string) => {
  const listUrl = canonicalUrl(url, [], { sort: 'said', limit: '50' })
  return readStatements(ofUrl(request, listUrl), reply, db, parseStatementQuery(listUrl))
}
