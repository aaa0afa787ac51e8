import type { Conditions } from '../../database/conditions.ts'
import { publishedOrder } from '../../database/intervals.ts'
import { few, isGiven, type Part, range } from './period.ts'
import type { StatementFilters } from './schema.ts'

/** The SQL expressions that order statements by date of publication. */
export const PUBLISHED_ORDER = publishedOrder('s')

/** SQL that is true for statements whose article has a last day of publication. */
export const IS_DATED = 's.published_latest IS NOT NULL'

/** SQL that is true for all other statements. An index gives them. */
export const IS_UNDATED = `${PUBLISHED_ORDER.ascending} = DATE '9999-12-31'`

const DAYS = "daterange(s.published_earliest, s.published_latest, '[]')"

/** SQL that is true for statements whose date of publication spans several days, or is open on one side. */
const IS_WIDE = 's.published_earliest IS DISTINCT FROM s.published_latest'

type Period = Pick<StatementFilters, 'published_from' | 'published_to'>

/** Returns true if the filters have a period of publication. */
export const hasPublished = ({ published_from, published_to }: Period): boolean =>
  isGiven(published_from) || isGiven(published_to)

/**
 * Requires that the article of a statement may have been published in a period. An article without a date is in no
 * period.
 */
export function demandPublished(where: Conditions, period: Period): void {
  if (hasPublished(period))
    where.demandOneOf(
      publishedParts(where, period, PUBLISHED_ORDER.descending).map(({ condition }) => condition),
    )
}

/**
 * Returns the statements whose article may have been published in a period, in parts that share no statement. In the
 * first part, the last day of publication is in the period; in the others it is after the period.
 * @param order the key of an order by date of publication. The first part is a range of this order.
 */
export function publishedParts(
  where: Conditions,
  { published_from: from, published_to: to }: Period,
  order: string,
): Part[] {
  const last = isGiven(to) ? `${where.parameter(to)}::date` : null
  const bounds = [
    ...(isGiven(from) ? [`${order} >= ${where.parameter(from)}::date`] : []),
    ...(last === null ? [] : [`${order} <= ${last}`]),
  ]
  const after =
    last === null
      ? `s.published_latest IS NULL AND ${DAYS} @> daterange(DATE '9999-12-31', NULL)`
      : `${DAYS} @> daterange(${last}, ${last} + 1, '[]')`
  return [range([...bounds, IS_DATED].join(' AND ')), few(`${IS_WIDE} AND ${after}`)]
}
