import type { PastChange } from './schema.ts'

/**
 * Returns the latest change that can be undone: not itself an undo, not undone, and not caused by another resource,
 * such as the merge of a position's organization. Null if there is none.
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
