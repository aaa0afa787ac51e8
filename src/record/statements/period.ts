import type { Conditions } from '../../database/conditions.ts'
import type { StatementFilters } from './schema.ts'

/** A period: its first and its last day. Null or undefined: open on that side. */
export type Period = Pick<StatementFilters, 'said_from' | 'said_to'>

/** SQL for the order of statements by when they were said. Each is equal to the expression of an index. */
export const SAID_ORDER = {
  ascending: 'said_ascending(s.said_basis, s.said_latest)',
  descending: 'said_descending(s.said_basis, s.said_latest)',
} as const

/** The key of a dated statement in `SAID_ORDER`: its last day, counted from this day. */
const FIRST_DAY = "DATE '0001-01-01'"

/** What the key of an undated statement is lower by, and the key of a statement without a last day. */
const UNDATED = 4_000_000
const WITHOUT_LAST_DAY = -8_000_000

/** SQL for the dated statements whose date spans several days. */
const IS_WIDE = "s.said_basis <> 'publication' AND s.said_earliest IS DISTINCT FROM s.said_latest"

/**
 * Requires that the words were certainly said in a period, or with `match=overlap`, that they may have been. The bounds
 * of the order's key let an index give the statements in order.
 */
export function demandSaid(where: Conditions, { said_from, said_to, match }: StatementFilters): void {
  if (match === 'overlap') {
    demandOverlap(where, { said_from, said_to })
    return
  }
  where.add(said_from, (p) => `s.said_earliest >= ${p}::date`)
  where.add(
    said_to,
    (p) => `s.said_latest <= ${p}::date AND ${SAID_ORDER.descending} <= ${p}::date - ${FIRST_DAY}`,
  )
  // A statement with a first day, and with a last day in the period, is dated: its key is its last day.
  if (isGiven(said_to)) where.add(said_from, (p) => `${SAID_ORDER.descending} >= ${p}::date - ${FIRST_DAY}`)
}

/**
 * Demands that the words may have been said in a period. Each part of the condition is a range of the order's key or
 * has an index of its own: the last day is in the period; the date reaches beyond the period; the text gives no date;
 * there is no last day.
 */
function demandOverlap(where: Conditions, { said_from, said_to }: Period): void {
  if (!isGiven(said_from) && !isGiven(said_to)) return
  const key = SAID_ORDER.descending
  const first = isGiven(said_from) ? `${where.parameter(said_from)}::date` : FIRST_DAY
  const last = isGiven(said_to) ? `${where.parameter(said_to)}::date` : null
  const parts = [
    `${key} >= ${first} - ${FIRST_DAY}${last === null ? '' : ` AND ${key} <= ${last} - ${FIRST_DAY}`}`,
    ...(last === null ? [] : [`${IS_WIDE} AND ${reachesOver(last)}`]),
    `${key} BETWEEN ${first} - ${FIRST_DAY} - ${UNDATED} AND -1 AND s.said_basis = 'publication'`,
    `${key} = ${WITHOUT_LAST_DAY} AND coalesce(s.said_earliest, ${FIRST_DAY}) <= ${last ?? "DATE '9999-12-31'"}`,
  ]
  where.demand(`(${parts.join(' OR ')})`)
}

/**
 * Returns SQL for the statements that may have been said in a period, but not surely.
 * @returns `undated`: their text gives no date; `wider`: their date reaches beyond a bound of the period.
 */
export function leftOutOf(
  where: Conditions,
  { said_from, said_to }: Period,
): { undated: string; wider: string } {
  const latest = "coalesce(s.said_latest, DATE '9999-12-31')"
  // Keys below 0 are those of statements without a date or without a last day.
  const undated = isGiven(said_from)
    ? `${latest} >= ${where.parameter(said_from)}::date`
    : `${latest} > ${where.parameter(said_to)}::date`
  const bounds = [
    ...(isGiven(said_from) ? [reachesOver(`${where.parameter(said_from)}::date - 1`)] : []),
    ...(isGiven(said_to) ? [reachesOver(`${where.parameter(said_to)}::date`)] : []),
  ]
  return {
    undated: `s.said_basis = 'publication' AND ${SAID_ORDER.descending} < 0 AND ${undated}`,
    wider: `${IS_WIDE} AND (${bounds.join(' OR ')})`,
  }
}

/** SQL for the statements whose date contains a day and the day after. */
const reachesOver = (day: string): string =>
  `daterange(s.said_earliest, s.said_latest, '[]') @> daterange(${day}, ${day} + 1, '[]')`

/** Returns whether a bound is given. */
export const isGiven = (bound: string | null | undefined): bound is string =>
  bound !== undefined && bound !== null
