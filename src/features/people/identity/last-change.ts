import type { PastChange } from './schema.ts'

/**
 * The latest change that stands: that neither takes one back nor was taken back, and was not one of another thing,
 * such as of the organization of a position. Null where there is none.
 */
export function lastUndoable(changes: readonly PastChange[]): PastChange | null {
  const undone = new Set(changes.map(({ undoes }) => undoes))
  const standing = changes.filter(
    ({ version, action, undoes }) => undoes === null && action !== 'repointed' && !undone.has(version),
  )
  return standing.reduce<PastChange | null>(
    (latest, change) => (latest === null || change.version > latest.version ? change : latest),
    null,
  )
}
