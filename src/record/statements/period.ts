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

/**
 * Demands that the words were surely said in a period, or, with `match` overlap, that they may have been. The bounds of
 * the order's key let an index give the statements in order.
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

function demandOverlap(where: Conditions, { said_from, said_to }: Period): void {
  where.add(said_from, (p) => `coalesce(s.said_latest, DATE '9999-12-31') >= ${p}::date`)
  where.add(said_to, (p) => `coalesce(s.said_earliest, ${FIRST_DAY}) <= ${p}::date`)
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
    wider: `s.said_basis <> 'publication' AND s.said_earliest IS DISTINCT FROM s.said_latest AND (${bounds.join(' OR ')})`,
  }
}

/** SQL for the statements whose date contains a day and the day after. */
const reachesOver = (day: string): string =>
  `daterange(s.said_earliest, s.said_latest, '[]') @> daterange(${day}, ${day} + 1, '[]')`

/** Returns whether a bound is given. */
export const isGiven = (bound: string | null | undefined): bound is string =>
  bound !== undefined && bound !== null
