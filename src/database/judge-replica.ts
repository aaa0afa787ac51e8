/** What a replica says of itself. */
export interface ReplicaReport {
  /** False for a server that was promoted, or that never was a replica. */
  readonly isReplica: boolean
  /** The position in the write-ahead log up to which it has replayed. */
  readonly replayed: bigint
  /** The last revision that it has: its position in the ledger and the rest of its row. */
  readonly revision: string
}

/** What the primary says afterwards. */
export interface PrimaryReport {
  /** The time at which it was asked, in milliseconds. */
  readonly at: number
  /** The position in its write-ahead log. */
  readonly written: bigint
  /** Its revision at the position in the ledger that the replica has. */
  readonly revision: string
}

/** What is known of a replica. */
export interface Judgement {
  /** The reason why it may not be read; null if it may. */
  readonly fault: string | null
  readonly replayed: bigint
  /** The replica has all that the primary had at this time, in milliseconds; null if no such time is known. */
  readonly freshAt: number | null
  /** Earlier positions of the primary that the replica has not all replayed, the oldest first. */
  readonly written: readonly Pick<PrimaryReport, 'at' | 'written'>[]
}

export const UNKNOWN: Judgement = { fault: 'it was not asked yet', replayed: 0n, freshAt: null, written: [] }

/** The most earlier positions to remember. With five a second, these are the last minutes. */
const REMEMBERED_MAX = 2000

/**
 * Judges a replica by two reports. It measures how late the replica is by the clock of this process alone, and an idle
 * primary makes no replica late.
 *
 * A replica must have the history of this primary. After a failover, a server that did not follow can have changes that
 * the primary never had, at the same positions. So the last revision of the replica must be a revision of the primary.
 */
export function judgeReplica(before: Judgement, replica: ReplicaReport, primary: PrimaryReport): Judgement {
  const { replayed } = replica
  // After a failover, the positions of the former primary say nothing.
  const isContinued = (before.written.at(-1)?.written ?? 0n) <= primary.written
  const all = [...(isContinued ? before.written : []), { at: primary.at, written: primary.written }]
  const reached = all.filter(({ written }) => written <= replayed).at(-1)
  const fault = faultOf(replica, primary)
  return {
    fault,
    replayed,
    freshAt: fault === null ? (reached?.at ?? (isContinued ? before.freshAt : null)) : null,
    written: all.filter(({ written }) => written > replayed).slice(-REMEMBERED_MAX),
  }
}

function faultOf(replica: ReplicaReport, primary: PrimaryReport): string | null {
  if (!replica.isReplica) return 'it is not a replica: it was promoted, or it never was one'
  if (replica.replayed > primary.written || replica.revision !== primary.revision)
    return 'it has another history than the primary'
  return null
}
