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

/**
 * The key in the index of both dates. Its type differs from that of `SAID_ORDER`, so that PostgreSQL uses this index only
 * for queries that are written for it.
 */
export const SAID_OF_BOTH = `${SAID_ORDER.descending}::bigint`

/** The keys by which a period is found. */
const KEYS = { ...SAID_ORDER, both: SAID_OF_BOTH }

type Key = keyof typeof KEYS

/** The first day of `SAID_ORDER`. The key of a dated statement is the number of days from this day to its last day. */
const FIRST_DAY = "DATE '0001-01-01'"
const LAST_KEY = "DATE '9999-12-31' - DATE '0001-01-01'"

/** The number that is added to the key of a statement without a date, and the key of a statement without a last day. */
const UNDATED = { ascending: 4_000_000, descending: -4_000_000, both: -4_000_000 }
const WITHOUT_LAST_DAY = { ascending: 8_000_000, descending: -8_000_000, both: -8_000_000 }

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
  /** How much more the ascending key of these statements is than the descending key. */
  readonly shift: number
}

export const range = (condition: string, shift = 0): Part => ({ condition, isRange: true, shift })
export const few = (condition: string): Part => ({ condition, isRange: false, shift: 0 })

/**
 * Returns the statements that match a period, in parts that share no statement.
 * @param key the key that is compared.
 */
export function saidParts(
  where: Conditions,
  { said_from, said_to, match, said_basis }: StatementFilters,
  key: Key,
): Part[] {
  const first = isGiven(said_from) ? `${where.parameter(said_from)}::date` : null
  const last = isGiven(said_to) ? `${where.parameter(said_to)}::date` : null
  const from = first === null ? '0' : `${first} - ${FIRST_DAY}`
  const to = last === null ? LAST_KEY : `${last} - ${FIRST_DAY}`
  const endsInPeriod = between(key, from, to)
  // Without this, a search for a rare basis would read all statements without a date.
  const mayBeUndated = said_basis?.includes('publication') ?? true
  if (match === 'overlap')
    return [
      range(endsInPeriod),
      ...(last === null ? [] : [few(`${IS_WIDE} AND ${reachesOver(last)}`)]),
      ...(mayBeUndated ? [undated(key, from, LAST_KEY)] : []),
      withoutLastDay(key, last === null ? '' : " AND s.said_basis = 'publication'"),
    ]
  if (first === null) return [range(endsInPeriod), ...(mayBeUndated ? [undated(key, '0', to)] : [])]
  const beginsInPeriod = ` AND s.said_earliest >= ${first}`
  const known = range(`${endsInPeriod}${beginsInPeriod}`)
  return last === null ? [known, withoutLastDay(key, beginsInPeriod)] : [known]
}

const undated = (key: Key, low: string, high: string): Part =>
  range(
    between(key, `${low} + ${UNDATED[key]}`, `${high} + ${UNDATED[key]}`),
    UNDATED.ascending - UNDATED.descending,
  )

const withoutLastDay = (key: Key, condition: string): Part =>
  range(
    `${between(key, `${WITHOUT_LAST_DAY[key]}`, `${WITHOUT_LAST_DAY[key]}`)}${condition}`,
    WITHOUT_LAST_DAY.ascending - WITHOUT_LAST_DAY.descending,
  )

// The index of both dates compares only values of its own type.
const between = (key: Key, low: string, high: string): string =>
  `${KEYS[key]} BETWEEN ${key === 'both' ? `(${low})::bigint AND (${high})::bigint` : `${low} AND ${high}`}`

const allSaid = (key: Key): Part[] => [
  range(between(key, '0', LAST_KEY)),
  undated(key, '0', LAST_KEY),
  withoutLastDay(key, ''),
]

/** All statements, in parts that share none: those with a date first. */
export const ALL_SAID = { descending: allSaid('descending'), both: allSaid('both') }

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
