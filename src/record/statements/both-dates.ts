import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import { isDescending } from '../../database/keyset.ts'
import { readSort } from '../sorts.ts'
import { keysetOf } from './order.ts'
import { ALL_SAID, few, hasSaid, range, SAID_OF_BOTH, saidParts } from './period.ts'
import { hasPublished, IS_DATED, IS_UNDATED, publishedParts } from './published.ts'
import type { StatementFilters, StatementSort } from './schema.ts'
import { isBySubject } from './strands.ts'

/**
 * The order along one column of the index of both dates. Returns the condition that rows come after the start of a page,
 * and the clause. It does not order rows with equal dates.
 */
type AlongDates = (request: PageRequest, own: Conditions) => { condition: string; order: string }

/** A part of the rows with bounds for both dates: the index of both dates gives them in order, or they are sorted. */
export interface DatedStrand {
  readonly conditions: readonly string[]
  readonly by: AlongDates | 'sort'
}

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

/**
 * Returns the strands of an order by one date, if the filters have bounds for the other date or for both.
 * @param where receives the parameters of the conditions.
 */
export function strandsOfBothDates(
  where: Conditions,
  filters: StatementFilters,
  sort: StatementSort,
): DatedStrand[] {
  const field = readSort(sort).field === 'published' ? 'published' : 'said'
  const said = (key: 'both' | 'descending') =>
    hasSaid(filters) ? saidParts(where, filters, key) : ALL_SAID[key]
  const published = hasPublished(filters)
    ? publishedParts(where, filters, COLUMNS.published.key)
    : [range(IS_DATED), few(IS_UNDATED)]
  return published.flatMap((other) =>
    said(other.isRange ? 'both' : 'descending').map((one): DatedStrand => {
      const conditions = [one.condition, other.condition]
      return one.isRange && other.isRange
        ? { conditions, by: alongDates(field, sort, field === 'said' ? one.shift : 0) }
        : { conditions, by: 'sort' }
    }),
  )
}

/**
 * Returns the order along a column of the index of both dates.
 * @param shift how much more the key of the ascending order is than the key in the index.
 */
const alongDates =
  (field: keyof typeof COLUMNS, sort: StatementSort, shift: number): AlongDates =>
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
