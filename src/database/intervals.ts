import type { Conditions } from './conditions.ts'

/**
 * Returns the SQL expression for the last day of an interval in the columns `<name>_earliest` and `<name>_latest`. An
 * interval without a last day sorts after all others. The indexes use the same expression.
 * @param interval the name of the columns without their endings, with the table: `s.said`.
 */
export const lastDayOf = (interval: string): string => `coalesce(${interval}_latest, DATE '9999-12-31')`

const firstDayOf = (interval: string): string => `coalesce(${interval}_earliest, DATE '0001-01-01')`

/** Adds the condition that an interval overlaps the days from one to another. A missing bound is open. */
export function demandOverlap(
  into: Conditions,
  interval: string,
  from: string | null | undefined,
  to: string | null | undefined,
): void {
  into.add(from, (p) => `${lastDayOf(interval)} >= ${p}::date`)
  into.add(to, (p) => `${firstDayOf(interval)} <= ${p}::date`)
}
