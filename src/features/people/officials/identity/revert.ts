import type { OfficialRecord } from '../../../../record/officials/schema.ts'
import { revertNames } from '../../identity/names.ts'

/**
 * Returns a person without one change: removes its additions, and restores what it removed or changed. Later changes
 * stay.
 */
export function revert(
  current: OfficialRecord,
  before: OfficialRecord,
  after: OfficialRecord,
): OfficialRecord {
  return {
    ...revertNames(current, before, after),
    slug: current.slug,
    positions: revertPositions(current, before, after),
  }
}

function revertPositions(current: OfficialRecord, before: OfficialRecord, after: OfficialRecord) {
  const idsOf = ({ positions }: OfficialRecord): Set<string> => new Set(positions.map(({ id }) => id))
  const [ids, idsBefore, idsAfter] = [idsOf(current), idsOf(before), idsOf(after)]
  const wasAdded = (id: string): boolean => idsAfter.has(id) && !idsBefore.has(id)
  const earlier = new Map(before.positions.map((position) => [position.id, position]))
  const later = new Map(after.positions.map((position) => [position.id, position]))
  const kept = current.positions
    .filter(({ id }) => !wasAdded(id))
    .map((position) => {
      const then = earlier.get(position.id)
      const wasChanged = then && JSON.stringify(then) !== JSON.stringify(later.get(position.id))
      return wasChanged ? then : position
    })
  return [...kept, ...before.positions.filter(({ id }) => !idsAfter.has(id) && !ids.has(id))]
}
