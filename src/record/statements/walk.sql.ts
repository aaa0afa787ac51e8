import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, inOrder } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import { readSort } from '../sorts.ts'
import { type DatedStrand, isByBothDates, strandsOfBothDates } from './both-dates.ts'
import { statementConditions } from './conditions.ts'
import { keysetOf, sortedKeysetOf } from './order.ts'
import { hasSaid } from './period.ts'
import { hasPublished } from './published.ts'
import type { StatementFilters, StatementSort } from './schema.ts'
import { nearestStrands, type Strand, strandsOf } from './strands.ts'
import { byValue, type FoundRow, type FoundRows, NOTHING_FOUND, tryRows } from './tried.sql.ts'

/** The number of rows that a walk compares with the filters, for each row of the page. */
const TRIES = 100

/** The number of rows that the second walk compares. It reads nothing but an index. */
const MORE_TRIES = 1000

/** The most statements that are sorted because both dates match. They are read from the table. */
const SORTED_MAX = 5000

/** Returns the number of rows that a walk compares with the filters. */
export const triesFor = ({ limit }: PageRequest): number => TRIES * (limit + 1)

/** Finds matches among the next rows of the order. May find too few. */
export async function walk(db: Db, filters: StatementFilters, request: PageRequest): Promise<FoundRows> {
  const ways = isByBothDates(filters, request.sort as StatementSort)
    ? [walkByBothDates]
    : [walkByOrder, walkFurther, sortByBothDates]
  for (const way of ways) {
    const rows = await way(db, filters, request)
    if (rows.isComplete || rows.found.length > request.limit) return rows
  }
  return NOTHING_FOUND
}

type Way = typeof walk

/** Stops reading when the page is full. */
const walkByOrder: Way = (db, filters, request) =>
  walkAlong(db, filters, request, strandsOf, triesFor(request))

/** Finds matches of which there is one among some hundred rows. */
const walkFurther: Way = async (db, filters, request) =>
  isReadFromIndex(filters, request.sort as StatementSort)
    ? walkAlong(db, filters, request, nearestStrands, MORE_TRIES * (request.limit + 1))
    : NOTHING_FOUND

/**
 * Returns true if a walk reads few pages of the table. The indexes of the orders lack the columns of the subjects, and the
 * index of confidence lacks more. To find out whether a statement is a first report, other rows are read.
 */
function isReadFromIndex(filters: StatementFilters, sort: StatementSort): boolean {
  const { official, organization, publisher, article, distinct } = filters
  return (
    readSort(sort).field !== 'confidence' &&
    [official, organization, publisher, article, distinct].every((filter) => filter === undefined)
  )
}

async function walkAlong(
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  strandsFor: typeof strandsOf,
  tries: number,
): Promise<FoundRows> {
  const where = statementConditions(filters)
  const strands = strandsFor(where, filters, request)
  if (strands.length === 0) return NOTHING_FOUND
  const next = nextRows(strands, where, request, tries)
  const query = `SELECT s.id, s.sort_value::text AS sort_key FROM (${next}) s
    ${where.where()} ${byValue(request)} LIMIT ${request.limit + 1}`
  return { found: (await plannedRows(db, query, where.parameters)) as FoundRow[], isComplete: false }
}

/** Walks along one date, if the other date has bounds. */
async function walkByBothDates(db: Db, filters: StatementFilters, request: PageRequest): Promise<FoundRows> {
  const where = statementConditions(filters)
  const strands = strandsOfBothDates(where, filters, request.sort as StatementSort)
  const most = triesFor(request)
  const rows = nextRows(strands, where, request, most)
  return tryRows(db, where, request, { rows, most, matching: where.where() })
}

/** Sorts all statements with both dates, if they are few. */
async function sortByBothDates(db: Db, filters: StatementFilters, request: PageRequest): Promise<FoundRows> {
  if (!hasSaid(filters) || !hasPublished(filters)) return NOTHING_FOUND
  const where = statementConditions(filters)
  const fromStart = { ...request, position: null }
  const strands = strandsOfBothDates(where, filters, '-said')
  demandBeyond(sortedKeysetOf(request.sort as StatementSort), request, where)
  const rows = await tryRows(db, where, request, {
    rows: strands.map((strand) => queryOf(strand, where, fromStart, SORTED_MAX)).join(' UNION ALL '),
    most: SORTED_MAX,
    matching: where.where(),
  })
  return rows.isComplete ? rows : NOTHING_FOUND
}

type AnyStrand = Strand | DatedStrand

/** Returns the query for the next rows of all strands. */
function nextRows(
  strands: readonly AnyStrand[],
  where: Conditions,
  request: PageRequest,
  most: number,
): string {
  const queries = strands.map((strand) => queryOf(strand, where, request, most))
  if (queries.length === 1) return queries[0]!
  return `SELECT * FROM (${queries.join(' UNION ALL ')}) s ${byValue(request)} LIMIT ${most}`
}

/** Returns the query for the next rows of a strand, with `sort_value`. */
function queryOf(strand: AnyStrand, where: Conditions, request: PageRequest, most: number): string {
  const sort = request.sort as StatementSort
  const own = where.beyond()
  for (const condition of strand.conditions) own.demand(condition)
  const { expression } = strand.by === 'index' ? keysetOf(sort) : sortedKeysetOf(sort)
  const key = 'key' in strand ? strand.key : undefined
  const keyset = { ...keysetOf(sort), expression: key ?? expression }
  demandBeyond(key === undefined ? keysetOf(sort) : keyset, request, own)
  const select = `SELECT s.*, ${keyset.expression} AS sort_value FROM statements s`
  if (typeof strand.by === 'string')
    return `(${select} ${own.where()} ${inOrder(keyset, request)} LIMIT ${most})`
  const { condition, order } = strand.by(request, own)
  own.demand(condition)
  return `(${select} ${own.where()} ORDER BY ${order} FETCH FIRST ${most} ROWS WITH TIES)`
}
