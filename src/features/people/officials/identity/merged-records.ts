import type { OfficialRecord, Position } from '../../../../record/officials/schema.ts'
import { namesOfBoth } from '../../identity/names.ts'

/** Two people as a change leaves them. */
export interface Pair {
  readonly from: OfficialRecord
  readonly into: OfficialRecord
}

/**
 * Two people who are one: the second has the names, identifiers and positions of both, the first is a way to the second. A
 * position that both have in print stays with the first, where undoing finds it.
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

/** Some positions of one person as another's; one that the other has in print already is the same one. */
export function movePositions({ from, into }: Pair, ids: readonly string[]): Pair {
  const moved = from.positions.filter(({ id }) => ids.includes(id))
  const added = moved.filter((position) => !isPrintedIn(position, into.positions))
  return {
    from: { ...from, positions: from.positions.filter((one) => !moved.includes(one)) },
    into: { ...into, positions: [...into.positions, ...added] },
  }
}

/** Whether one of some positions is in print with the same title, in the same organization. */
export const isPrintedIn = (position: Position, others: readonly Position[]): boolean =>
  position.basis === 'printed' &&
  others.some(
    (other) =>
      other.basis === 'printed' &&
      other.title.toLowerCase() === position.title.toLowerCase() &&
      other.organization?.id === position.organization?.id,
  )
