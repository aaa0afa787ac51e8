import type { Conditions } from './conditions.ts'

/**
 * The last day of an interval that two columns keep, `<name>_earliest` and `<name>_latest`: without one, it comes after
 * all that have one. Equal to the expression of the indexes.
 * @param interval the name, with the table's: `s.said`.
 */
export const lastDayOf = (interval: string): string => `coalesce(${interval}_latest, DATE '9999-12-31')`

const firstDayOf = (interval: string): string => `coalesce(${interval}_earliest, DATE '0001-01-01')`

/** Passes intervals that may share a day with the one asked for; a bound that is not given passes all. */
export function demandOverlap(
  into: Conditions,
  interval: string,
  from: string | null | undefined,
  to: string | null | undefined,
): void {
  into.add(from, (p) => `${lastDayOf(interval)} >= ${p}::date`)
  into.add(to, (p) => `${firstDayOf(interval)} <= ${p}::date`)
}
