import type { Conditions } from './conditions.ts'

/**
 * SQL for the order of `articles a` by date of publication. An article whose date is unknown comes last in both
 * directions. Each is equal to the expression of an index.
 */
export const PUBLISHED_ORDER = {
  ascending: "coalesce(a.published_latest, DATE '9999-12-31')",
  descending: "coalesce(a.published_latest, DATE '0001-01-01')",
} as const

/**
 * Adds the condition that `articles a` may have been published in a period. An article whose date is unknown is in no period. A
 * bound that is not given passes every known date.
 */
export function demandPublished(
  into: Conditions,
  from: string | null | undefined,
  to: string | null | undefined,
): void {
  into.add(from, (p) => `${PUBLISHED_ORDER.ascending} >= ${p}::date`)
  into.add(to, (p) => `coalesce(a.published_earliest, DATE '0001-01-01') <= ${p}::date`)
  if ((from ?? to ?? null) !== null) into.demand('a.published_edtf IS NOT NULL')
}
