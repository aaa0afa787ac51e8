import type { Identifier } from '../../organizations/schema.ts'
import type { Entity, PastChange } from './schema.ts'

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
