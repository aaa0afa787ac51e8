import type { Conditions } from '../../database/conditions.ts'
import type { StatementFilters } from './schema.ts'

/** A period: its first and its last day. Null or undefined: open on that side. */
export type Period = Pick<StatementFilters, 'said_from' | 'said_to'>

/** SQL for the order of statements by when they were said. Each is equal to the expression of an index. */
export const SAID_ORDER = {
  ascending: 'said_ascending(s.said_basis, s.said_latest)',
  descending: 'said_descending(s.said_basis, s.said_latest)',
} as const

type Direction = keyof typeof SAID_ORDER

/** The key of a dated statement in `SAID_ORDER`: its last day, counted from this day. */
const FIRST_DAY = "DATE '0001-01-01'"
const LAST_KEY = "DATE '9999-12-31' - DATE '0001-01-01'"

/** What is added to the key of a statement without a date, and the key of a statement without a last day. */
const UNDATED = { ascending: 4_000_000, descending: -4_000_000 }
const WITHOUT_LAST_DAY = { ascending: 8_000_000, descending: -8_000_000 }

/** SQL for the dated statements whose date spans several days. */
const IS_WIDE = "s.said_basis <> 'publication' AND s.said_earliest IS DISTINCT FROM s.said_latest"

/** Returns whether the filters have a period in which something was said. */
export const hasSaid = ({ said_from, said_to }: Period): boolean => isGiven(said_from) || isGiven(said_to)

/** Requires that the words were certainly said in a period, or with `match=overlap`, that they may have been. */
export function demandSaid(where: Conditions, filters: StatementFilters): void {
  if (!hasSaid(filters)) return
  where.demandOneOf(saidParts(where, filters, 'descending').map(({ condition }) => condition))
}

/** Some of the statements that a period passes. */
export interface Part {
  readonly condition: string
  /** Whether they are a range of an order. Otherwise an index of their own has them, and they are few. */
  readonly isRange: boolean
}

export const range = (condition: string): Part => ({ condition, isRange: true })
export const few = (condition: string): Part => ({ condition, isRange: false })

/**
 * Returns the statements that a period passes, in parts without a common statement.
 * @param direction the order whose key is compared.
 */
export function saidParts(
  where: Conditions,
  { said_from, said_to, match }: StatementFilters,
  direction: Direction,
): Part[] {
  const first = isGiven(said_from) ? `${where.parameter(said_from)}::date` : null
  const last = isGiven(said_to) ? `${where.parameter(said_to)}::date` : null
  const key = SAID_ORDER[direction]
  const from = first === null ? '0' : `${first} - ${FIRST_DAY}`
  const to = last === null ? LAST_KEY : `${last} - ${FIRST_DAY}`
  const undated = (low: string, high: string): Part =>
    range(`${key} BETWEEN ${low} + ${UNDATED[direction]} AND ${high} + ${UNDATED[direction]}`)
  const hasNoLastDay = `${key} = ${WITHOUT_LAST_DAY[direction]}`
  const endsInPeriod = `${key} BETWEEN ${from} AND ${to}`
  if (match === 'overlap')
    return [
      range(endsInPeriod),
      ...(last === null ? [] : [few(`${IS_WIDE} AND ${reachesOver(last)}`)]),
      undated(from, LAST_KEY),
      range(last === null ? hasNoLastDay : `${hasNoLastDay} AND s.said_basis = 'publication'`),
    ]
  if (first === null) return [range(endsInPeriod), undated('0', to)]
  const beginsInPeriod = `s.said_earliest >= ${first}`
  const known = range(`${endsInPeriod} AND ${beginsInPeriod}`)
  return last === null ? [known, range(`${hasNoLastDay} AND ${beginsInPeriod}`)] : [known]
}

/**
 * Returns SQL for the statements that may have been said in a period, but not surely.
 * @returns `undated`: their text gives no date; `wider`: their date reaches beyond a bound of the period.
 */
export function leftOutOf(
  where: Conditions,
  { said_from, said_to }: Period,
): { undated: string; wider: string } {
  const key = SAID_ORDER.descending
  const least = isGiven(said_from)
    ? `${where.parameter(said_from)}::date - ${FIRST_DAY}`
    : `${where.parameter(said_to)}::date - ${FIRST_DAY} + 1`
  const bounds = [
    ...(isGiven(said_from) ? [reachesOver(`${where.parameter(said_from)}::date - 1`)] : []),
    ...(isGiven(said_to) ? [reachesOver(`${where.parameter(said_to)}::date`)] : []),
  ]
  return {
    undated: `s.said_basis = 'publication' AND (${key} BETWEEN ${least} + ${UNDATED.descending} AND -1 OR ${key} = ${WITHOUT_LAST_DAY.descending})`,
    wider: `${IS_WIDE} AND (${bounds.join(' OR ')})`,
  }
}

/** SQL for the statements whose date contains a day and the day after. */
const reachesOver = (day: string): string =>
  `daterange(s.said_earliest, s.said_latest, '[]') @> daterange(${day}, ${day} + 1, '[]')`

/** Returns whether a bound is given. */
export const isGiven = (bound: string | null | undefined): bound is string =>
  bound !== undefined && bound !== null
