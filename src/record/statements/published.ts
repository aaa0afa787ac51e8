import type { Conditions } from '../../database/conditions.ts'
import { publishedOrder } from '../../database/intervals.ts'
import { isGiven } from './period.ts'
import type { StatementFilters } from './schema.ts'

/** SQL for the order of statements by date of publication. */
export const PUBLISHED_ORDER = publishedOrder('s')

const IS_DATED = 's.published_latest IS NOT NULL'
const DAYS = "daterange(s.published_earliest, s.published_latest, '[]')"

/** SQL for the statements that were published on one of several days, or since or before a day. */
const IS_WIDE = 's.published_earliest IS DISTINCT FROM s.published_latest'

/**
 * Demands that a statement's article may have been published in a period. An article whose date is unknown is in no
 * period. The condition has two parts, each with an index of its own: the last day of publication is in the period, or
 * the publication may be after the period as well.
 */
export function demandPublished(
  where: Conditions,
  { published_from: from, published_to: to }: Pick<StatementFilters, 'published_from' | 'published_to'>,
): void {
  if (!isGiven(from) && !isGiven(to)) return
  const last = isGiven(to) ? `${where.parameter(to)}::date` : null
  const bounds = [
    ...(isGiven(from) ? [`${PUBLISHED_ORDER.descending} >= ${where.parameter(from)}::date`] : []),
    ...(last === null ? [] : [`${PUBLISHED_ORDER.descending} <= ${last}`]),
  ]
  const after = last === null ? "daterange(DATE '9999-12-31', NULL)" : `daterange(${last}, ${last} + 1, '[]')`
  where.demand(`(${[...bounds, IS_DATED].join(' AND ')} OR ${IS_WIDE} AND ${DAYS} @> ${after})`)
}
