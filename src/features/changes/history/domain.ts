import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import { changedFields } from './changed-fields.ts'
import type { HistoryEntry } from './schema.ts'
import { listRevisions } from './store.ts'

export { changedFields } from './changed-fields.ts'
export { lastUndoable } from './last-undoable.ts'
export { findChange, pastChanges } from './store.ts'

/** Lists the revisions of a resource: who changed what, when and why. */
export async function historyOf(
  db: Db,
  subject: Subject,
  id: string,
  request: PageRequest,
): Promise<Keyed<HistoryEntry>[]> {
  const revisions = await listRevisions(db, subject, id, request)
  return revisions.map(({ key, item: revision }) => ({
    key,
    item: {
      ...revision,
      changed: revision.before === null ? [] : changedFields(revision.before, revision.after),
    },
  }))
}
