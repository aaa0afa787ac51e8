import type { Conditions } from './conditions.ts'

/** SQL for an order by date of publication, in each direction. */
interface PublishedOrder {
  readonly ascending: string
  readonly descending: string
}

/**
 * Returns SQL for the order by date of publication. Rows without a last day come last in both directions. Each
 * expression is equal to the expression of an index.
 * @param alias of the table: `articles`, or `statements`, which have the dates of their articles.
 */
export const publishedOrder = (alias: 'a' | 's'): PublishedOrder => ({
  ascending: `coalesce(${alias}.published_latest, DATE '9999-12-31')`,
  descending: `coalesce(${alias}.published_latest, DATE '0001-01-01')`,
})

/**
 * Adds the condition that `articles a` may have been published in a period. An article without a date is in no period.
 * A missing bound matches every known date.
 */
export function demandPublished(
  into: Conditions,
  from: string | null | undefined,
  to: string | null | undefined,
): void {
  into.add(from, (p) => `${publishedOrder('a').ascending} >= ${p}::date`)
  into.add(to, (p) => `coalesce(a.published_earliest, DATE '0001-01-01') <= ${p}::date`)
  if ((from ?? to ?? null) !== null) into.demand('a.published_edtf IS NOT NULL')
}
