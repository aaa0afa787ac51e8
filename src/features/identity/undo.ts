import type { OfficialRecord } from '../officials/schema.ts'
import type { Identifier } from '../organizations/schema.ts'
import type { PastChange } from './schema.ts'

/**
 * The latest change that stands: that neither takes one back nor was taken back, and was not one of another thing,
 * such as of the organization of a position. Null where there is none.
 */
export function lastStanding(changes: readonly PastChange[]): PastChange | null {
  const undone = new Set(changes.map(({ undoes }) => undoes))
  const standing = changes.filter(
    ({ version, action, undoes }) => undoes === null && action !== 'repointed' && !undone.has(version),
  )
  return standing.reduce<PastChange | null>(
    (latest, change) => (latest === null || change.version > latest.version ? change : latest),
    null,
  )
}

/**
 * A person without one change: what it added goes, what it removed comes back, what it changed is as before. Whatever
 * else became of them since stays.
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

/** What people and organizations have in common. */
type Entity = Pick<OfficialRecord, 'name' | 'aliases' | 'identifiers' | 'mergedInto'>

/** Names, identifiers and where it leads, without one change. */
export function revertNames(current: Entity, before: Entity, after: Entity): Entity {
  const names = new Set(current.aliases)
  for (const alias of after.aliases) if (!before.aliases.includes(alias)) names.delete(alias)
  for (const alias of before.aliases) if (!after.aliases.includes(alias)) names.add(alias)
  return {
    name: before.name === after.name ? current.name : before.name,
    aliases: [...names].sort(),
    identifiers: revertIdentifiers(current, before, after),
    mergedInto: before.mergedInto === after.mergedInto ? current.mergedInto : before.mergedInto,
  }
}

function revertIdentifiers(current: Entity, before: Entity, after: Entity) {
  const isIn = ({ identifiers }: Entity, { scheme, value }: Identifier): boolean =>
    identifiers.some((other) => other.scheme === scheme && other.value === value)
  return [
    ...current.identifiers.filter((one) => !isIn(after, one) || isIn(before, one)),
    ...before.identifiers.filter((one) => !isIn(after, one) && !isIn(current, one)),
  ]
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
