import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import { isDescending } from '../../database/keyset.ts'
import { readSort } from '../sorts.ts'
import { keysetOf } from './order.ts'
import { ALL_SAID, hasSaid, type Part, SAID_OF_BOTH, SAID_ORDER, saidParts } from './period.ts'
import { hasPublished, IS_DATED, IS_UNDATED, PUBLISHED_ORDER, publishedParts } from './published.ts'
import type { StatementFilters, StatementSort } from './schema.ts'

/** A part of the rows of the order. */
export interface Strand {
  readonly conditions: readonly string[]
  /** True if an index gives these rows in order. Otherwise they are few, and are sorted. */
  readonly isRange: boolean
  /** The key of the rows, if it is not that of the sort. It has the same values for these rows. */
  readonly key?: string
  /**
   * Given if the index of both dates finds these rows in order. Returns the condition that the rows come after the start
   * of the page, and the order. It does not order rows with equal dates.
   */
  readonly along?: (request: PageRequest, own: Conditions) => { condition: string; order: string }
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
  return within(subject, [{ condition: boundOf(where, filters, field), isRange: true }])
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
    return [{ conditions: [dated!.condition], isRange: true, key: PUBLISHED_ORDER.descending }]
  }
  const [dated] = hasSaid(filters) ? saidParts(where, filters, 'descending') : ALL_SAID.descending
  return [{ conditions: [dated!.condition], isRange: true, key: SAID_ORDER.descending }]
}

const within = (
  subject: readonly string[],
  parts: readonly Pick<Part, 'condition' | 'isRange'>[],
): Strand[] => parts.map(({ condition, isRange }) => ({ conditions: [...subject, condition], isRange }))

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
const isBySubject = ({ official, organization, publisher }: StatementFilters, sort: StatementSort): boolean =>
  sort === '-said' &&
  (official?.length === 1 ||
    (organization?.ids.length === 1 && organization.offices.length === 0) ||
    publisher?.length === 1)

/** Returns the condition that a value of the order is not below the bound of its filter. */
const boundOf = (where: Conditions, { min_confidence: least }: StatementFilters, field: string): string =>
  field === 'confidence' && least !== undefined && least !== null
    ? `s.confidence >= ${where.parameter(least)}::float8`
    : 'true'

/** Returns true if the list is in the order of one date, and the other date has bounds. */
export function isByBothDates(filters: StatementFilters, sort: StatementSort): boolean {
  const { field } = readSort(sort)
  const isByOther = (field === 'said' && hasPublished(filters)) || (field === 'published' && hasSaid(filters))
  return isByOther && !isBySubject(filters, sort)
}

/** The columns of the index of both dates, with a value before all their values and a value after them. */
const COLUMNS = {
  said: { key: SAID_OF_BOTH, type: 'bigint', before: '-9000000::bigint', after: '9000000::bigint' },
  published: {
    key: 's.published_latest',
    type: 'date',
    before: "DATE '0001-01-01'",
    after: "DATE '9999-12-31'",
  },
} as const

/** Returns the strands of an order by one date, if the filters have bounds for the other date or for both. */
export function bothDates(where: Conditions, filters: StatementFilters, sort: StatementSort): Strand[] {
  const field = readSort(sort).field === 'published' ? 'published' : 'said'
  const said = (key: 'both' | 'descending') =>
    hasSaid(filters) ? saidParts(where, filters, key) : ALL_SAID[key]
  const published = hasPublished(filters)
    ? publishedParts(where, filters, COLUMNS.published.key)
    : [
        { condition: IS_DATED, isRange: true },
        { condition: IS_UNDATED, isRange: false },
      ]
  return published.flatMap((other) =>
    said(other.isRange ? 'both' : 'descending').map((one): Strand => {
      const conditions = [one.condition, other.condition]
      if (!one.isRange || !other.isRange) return { conditions, isRange: false }
      return { conditions, isRange: false, along: alongDates(field, sort, field === 'said' ? one.shift : 0) }
    }),
  )
}

/**
 * Returns the order along a column of the index of both dates.
 * @param shift how much more the key of the ascending order is than the key in the index.
 */
const alongDates =
  (field: keyof typeof COLUMNS, sort: StatementSort, shift: number): NonNullable<Strand['along']> =>
  (request, own) => {
    const { key, type, before, after } = COLUMNS[field]
    const { descending } = keysetOf(sort)
    const isDownwards = isDescending({ descending }, request)
    const order = `${key} <-> ${isDownwards ? after : before}`
    if (request.position === null) return { condition: 'true', order }
    const value = `${own.parameter(request.position.values[0])}::${type}`
    const bound = descending || shift === 0 ? value : `${value} - ${shift}`
    return { condition: `${key} ${isDownwards ? '<=' : '>='} ${bound}`, order }
  }
