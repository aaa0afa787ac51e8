import type { Bounds } from '../../core/edtf.ts'

/**
 * Compares the days on which words can have been said with a claimed period. A bound that is null is open.
 * @returns yes if they were certainly said in it; no if they were certainly not; unknown otherwise.
 */
export function periodAgrees(said: Bounds, claimed: Bounds | null): 'yes' | 'no' | 'unknown' {
  if (!claimed) return 'unknown'
  const [from, to] = [claimed.earliest ?? FIRST, claimed.latest ?? LAST]
  const [earliest, latest] = [said.earliest ?? FIRST, said.latest ?? LAST]
  if (latest < from || earliest > to) return 'no'
  return earliest >= from && latest <= to ? 'yes' : 'unknown'
}

const FIRST = '0000-00-00'
const LAST = '9999-99-99'
