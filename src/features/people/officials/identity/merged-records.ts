import type { OfficialRecord, Position } from '../../../../record/officials/schema.ts'
import { namesOfBoth } from '../../identity/names.ts'

/** Two people after a change. */
export interface Pair {
  readonly from: OfficialRecord
  readonly into: OfficialRecord
}

/**
 * Returns two people after a merge: the second has the names, identifiers and positions of both, the first redirects
 * to it. A position that articles print for both stays with the first, where undoing finds it.
 */
export function mergeOfficials({ from, into }: Pair, intoId: string): Pair {
  const taken = from.positions.filter((position) => !isPrintedIn(position, into.positions))
  return {
    from: {
      ...from,
      identifiers: [],
      positions: from.positions.filter((one) => !taken.includes(one)),
      mergedInto: intoId,
    },
    into: {
      ...into,
      ...namesOfBoth(from, into),
      positions: [...into.positions, ...taken],
    },
  }
}

/** Moves some positions to another person. A position that articles print for both becomes one. */
export function withPositionsMoved({ from, into }: Pair, ids: readonly string[]): Pair {
  const moved = from.positions.filter(({ id }) => ids.includes(id))
  const added = moved.filter((position) => !isPrintedIn(position, into.positions))
  return {
    from: { ...from, positions: from.positions.filter((one) => !moved.includes(one)) },
    into: { ...into, positions: [...into.positions, ...added] },
  }
}

/** Returns whether a position is printed, and another printed one has the same title and organization. */
export const isPrintedIn = (position: Position, others: readonly Position[]): boolean =>
  position.basis === 'printed' &&
  others.some(
    (other) =>
      other.basis === 'printed' &&
      other.title.toLowerCase() === position.title.toLowerCase() &&
      other.organization?.id === position.organization?.id,
  )
