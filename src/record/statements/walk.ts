import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import { demandBeyond, inOrder } from '../../database/keyset.ts'
import { readSort } from '../sorts.ts'
import { keysetOf, sortedKeysetOf } from './order.ts'
import { hasSaid, type Part, saidParts } from './period.ts'
import { hasPublished, publishedParts } from './published.ts'
import type { StatementFilters, StatementSort } from './schema.ts'

/** The number of rows that a walk compares with the filters, for each row of the page. */
export const TRIES = 100

/**
 * Returns the query for the matches among the next rows of the order: `id` and `sort_key`. May find too few.
 * @param where the conditions of the filters.
 */
export function walkQuery(where: Conditions, filters: StatementFilters, request: PageRequest): string {
  const sort = request.sort as StatementSort
  const keyset = keysetOf(sort)
  const limit = `LIMIT ${TRIES * (request.limit + 1)}`
  const strands = strandsOf(where, filters, sort).map(({ conditions, isRange }) => {
    const strand = where.beyond()
    for (const condition of conditions) strand.demand(condition)
    demandBeyond(keyset, request, strand)
    const by = isRange ? keyset : sortedKeysetOf(sort)
    return `(SELECT s.*, ${by.expression} AS sort_value FROM statements s
      ${strand.where()} ${inOrder(by, request)} ${limit})`
  })
  const order = inOrder({ ...keyset, expression: 's.sort_value' }, request)
  const next =
    strands.length === 1 ? strands[0] : `(SELECT * FROM (${strands.join(' UNION ALL ')}) s ${order} ${limit})`
  return `SELECT s.id, s.sort_value::text AS sort_key FROM ${next} s
    ${where.where()} ${order} LIMIT ${request.limit + 1}`
}

/** A part of the rows of the order. */
interface Strand {
  readonly conditions: readonly string[]
  /** True if an index gives these rows in order. Otherwise they are few, and are sorted. */
  readonly isRange: boolean
}

/** Returns the strands. Together they contain all matches. */
function strandsOf(where: Conditions, filters: StatementFilters, sort: StatementSort): Strand[] {
  const subject = sort === '-said' ? subjectOf(where, filters) : []
  const parts = partsOf(where, filters, sort)
  if (parts === undefined) return [{ conditions: subject, isRange: true }]
  return parts.map(({ condition, isRange }) => ({ conditions: [...subject, condition], isRange }))
}

/** Returns the parts of the period, if the sort orders by the date of that period; else undefined. */
function partsOf(where: Conditions, filters: StatementFilters, sort: StatementSort): Part[] | undefined {
  const { field, descending } = readSort(sort)
  if (field === 'said' && hasSaid(filters))
    return saidParts(where, filters, descending ? 'descending' : 'ascending')
  if (field === 'published' && hasPublished(filters))
    return publishedParts(where, filters, keysetOf(sort).expression)
  return undefined
}

/** Returns the condition on the subject, if an index in the default order begins with its column; else no condition. */
function subjectOf(where: Conditions, { official, organization, publisher }: StatementFilters): string[] {
  if (official?.length === 1) return [where.oneOf('s.official_id', official)]
  if (organization?.ids.length === 1 && organization.offices.length === 0)
    return [where.oneOf('s.organization_id', organization.ids)]
  return publisher?.length === 1 ? [where.oneOf('s.publisher_key', publisher, 'text')] : []
}
