import { parseEdtf } from '../../core/edtf.ts'

/** True for an EDTF date: an interval is two. */
export const isDate = (text: string): boolean => !text.includes('/') && parseEdtf(text) !== null

/** The days an EDTF date lies between; null where there is none. */
export const earliestOf = (date: string | null): string | null =>
  date === null ? null : (parseEdtf(date)?.earliest ?? null)
export const latestOf = (date: string | null): string | null =>
  date === null ? null : (parseEdtf(date)?.latest ?? null)

/** True where something would end before it begins. */
export function isBackwards(from: string | null, to: string | null): boolean {
  const [first, last] = [earliestOf(from), latestOf(to)]
  return first !== null && last !== null && last < first
}

/**
 * True where two tenures cannot be one after the other: some days belong to both, whatever the dates leave open. What
 * is not known is open.
 */
export function overlap(
  a: { readonly from: string | null; readonly to: string | null },
  b: { readonly from: string | null; readonly to: string | null },
): boolean {
  return !isOver(a, b) && !isOver(b, a)
}

/** True where the first can have ended before the second began. */
function isOver({ to }: { readonly to: string | null }, { from }: { readonly from: string | null }): boolean {
  const [end, start] = [earliestOf(to), latestOf(from)]
  return end !== null && start !== null && end <= start
}
