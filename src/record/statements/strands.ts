import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import { readSort } from '../sorts.ts'
import { keysetOf } from './order.ts'
import { ALL_SAID, hasSaid, type Part, range, SAID_ORDER, saidParts } from './period.ts'
import { hasPublished, IS_DATED, PUBLISHED_ORDER, publishedParts } from './published.ts'
import type { StatementFilters, StatementSort } from './schema.ts'

/** A part of the rows of an order. */
export interface Strand {
  readonly conditions: readonly string[]
  /**
   * index: the index of the order gives these rows in order.
   * sort: they are few, and are sorted.
   */
  readonly by: 'index' | 'sort'
  /** The key of the rows, if it is not that of the sort. It has the same values for these rows. */
  readonly key?: string
}

/**
 * Returns the strands of an order. Together they contain all matches.
 * @param where receives the parameters of the conditions.
 */
export function strandsOf(where: Conditions, filters: StatementFilters, request: PageRequest): Strand[] {
  const sort = request.sort as StatementSort
  const { field, descending } = readSort(sort)
  const subject = subjectOf(where, filters, sort)
  if (field === 'said' && hasSaid(filters))
    return within(subject, saidParts(where, filters, descending ? 'descending' : 'ascending'))
  if (field === 'published' && hasPublished(filters))
    return within(subject, publishedParts(where, filters, keysetOf(sort).expression))
  return within(subject, [range(boundOf(where, filters, field))])
}

/**
 * Returns the strands of which an index has the order and the columns of the filters; none if no such strand is nearest
 * to the start of the page. Only the descending orders by date have such an index. It gives dated statements in the
 * ascending order too.
 */
export function nearestStrands(where: Conditions, filters: StatementFilters, request: PageRequest): Strand[] {
  const { field, descending } = readSort(request.sort as StatementSort)
  if (descending || (field !== 'said' && field !== 'published')) return strandsOf(where, filters, request)
  if (request.position?.direction === 'prev') return []
  if (field === 'published') {
    const [dated] = hasPublished(filters)
      ? publishedParts(where, filters, PUBLISHED_ORDER.descending)
      : [{ condition: IS_DATED }]
    return [{ conditions: [dated!.condition], by: 'index', key: PUBLISHED_ORDER.descending }]
  }
  const [dated] = hasSaid(filters) ? saidParts(where, filters, 'descending') : ALL_SAID.descending
  return [{ conditions: [dated!.condition], by: 'index', key: SAID_ORDER.descending }]
}

const within = (subject: readonly string[], parts: readonly Part[]): Strand[] =>
  parts.map(({ condition, isRange }) => ({
    conditions: [...subject, condition],
    by: isRange ? 'index' : 'sort',
  }))

/** Returns the condition on the subject, if an index in this order begins with its column; else no condition. */
function subjectOf(where: Conditions, filters: StatementFilters, sort: StatementSort): string[] {
  if (!isBySubject(filters, sort)) return []
  const { official, organization, publisher } = filters
  if (official?.length === 1) return [where.oneOf('s.official_id', official)]
  if (organization?.ids.length === 1 && organization.offices.length === 0)
    return [where.oneOf('s.organization_id', organization.ids)]
  return [where.oneOf('s.publisher_key', publisher!, 'text')]
}

/** Returns true if an index of a subject has this order. */
export const isBySubject = (
  { official, organization, publisher }: StatementFilters,
  sort: StatementSort,
): boolean =>
  sort === '-said' &&
  (official?.length === 1 ||
    (organization?.ids.length === 1 && organization.offices.length === 0) ||
    publisher?.length === 1)

/** Returns the condition that a value of the order is not below the bound of its filter. */
const boundOf = (where: Conditions, { min_confidence: least }: StatementFilters, field: string): string =>
  field === 'confidence' && least !== undefined && least !== null
    ? `s.confidence >= ${where.parameter(least)}::float8`
    : 'true'
