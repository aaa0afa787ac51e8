import type { OfficialRecord, Position } from '../../../../record/officials/schema.ts'
import { namesOfBoth } from '../../identity/names.ts'

/** Two people after a change. */
export interface Pair {
  readonly from: OfficialRecord
  readonly into: OfficialRecord
}

/**
 * Returns two people after a merge. The second has the names, identifiers and positions of both, and the first
 * redirects to it. If articles print a position for both, the first keeps its copy, so that an undo finds it.
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

/** Moves some positions to another person. If articles print a position for both, one remains. */
export function withPositionsMoved({ from, into }: Pair, ids: readonly string[]): Pair {
  const moved = from.positions.filter(({ id }) => ids.includes(id))
  const added = moved.filter((position) => !isPrintedIn(position, into.positions))
  return {
    from: { ...from, positions: from.positions.filter((one) => !moved.includes(one)) },
    into: { ...into, positions: [...into.positions, ...added] },
  }
}

/**
 * Returns whether articles print a position, and one of the other positions is printed with the same title and
 * organization.
 */
export const isPrintedIn = (position: Position, others: readonly Position[]): boolean =>
  position.basis === 'printed' &&
  others.some(
    (other) =>
      other.basis === 'printed' &&
      other.title.toLowerCase() === position.title.toLowerCase() &&
      other.organization?.id === position.organization?.id,
  )
