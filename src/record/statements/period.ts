import type { Conditions } from '../../database/conditions.ts'
import type { StatementFilters } from './schema.ts'

/** A period with its first and its last day. Null or undefined means that the period is open on that side. */
export type Period = Pick<StatementFilters, 'said_from' | 'said_to'>

/**
 * The SQL expressions that order statements by the date on which they were said. Each is equal to the expression of an
 * index.
 */
export const SAID_ORDER = {
  ascending: 'said_ascending(s.said_basis, s.said_latest)',
  descending: 'said_descending(s.said_basis, s.said_latest)',
} as const

type Direction = keyof typeof SAID_ORDER

/** The first day of `SAID_ORDER`. The key of a dated statement is the number of days from this day to its last day. */
const FIRST_DAY = "DATE '0001-01-01'"
const LAST_KEY = "DATE '9999-12-31' - DATE '0001-01-01'"

/** The number that is added to the key of a statement without a date, and the key of a statement without a last day. */
const UNDATED = { ascending: 4_000_000, descending: -4_000_000 }
const WITHOUT_LAST_DAY = { ascending: 8_000_000, descending: -8_000_000 }

/** SQL that is true for dated statements whose date spans several days. */
const IS_WIDE = "s.said_basis <> 'publication' AND s.said_earliest IS DISTINCT FROM s.said_latest"

/** Returns true if the filters have a period in which the words were said. */
export const hasSaid = ({ said_from, said_to }: Period): boolean => isGiven(said_from) || isGiven(said_to)

/**
 * Requires that the words were certainly said in a period. With `match=overlap`, requires that the words may have been
 * said in it.
 */
export function demandSaid(where: Conditions, filters: StatementFilters): void {
  if (!hasSaid(filters)) return
  where.demandOneOf(saidParts(where, filters, 'descending').map(({ condition }) => condition))
}

/** A part of the statements that match a period. */
export interface Part {
  readonly condition: string
  /** True if the part is a range of an order. Otherwise it has an index of its own, and few statements. */
  readonly isRange: boolean
}

export const range = (condition: string): Part => ({ condition, isRange: true })
export const few = (condition: string): Part => ({ condition, isRange: false })

/**
 * Returns the statements that match a period, in parts that share no statement.
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
 * Returns SQL for the statements that may have been said in a period, but not certainly.
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

/** Returns SQL that is true if the date of a statement contains a day and the next day. */
const reachesOver = (day: string): string =>
  `daterange(s.said_earliest, s.said_latest, '[]') @> daterange(${day}, ${day} + 1, '[]')`

/** Returns true if a bound is given. */
export const isGiven = (bound: string | null | undefined): bound is string =>
  bound !== undefined && bound !== null
