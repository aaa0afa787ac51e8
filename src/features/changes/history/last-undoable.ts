import type { PastChange } from './schema.ts'

/**
 * Returns the latest change that can be undone; null if there is none. An undo cannot be undone, nor can a change that
 * was undone before. The same holds for a change that another resource caused, such as the merge of a position's
 * organization.
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
