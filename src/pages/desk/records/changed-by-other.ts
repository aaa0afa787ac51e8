import { DomainError } from '../../../core/errors.ts'
import type { IdOrSlug } from '../../../core/id-or-slug.ts'
import type { Db } from '../../../database/db.ts'
import { historyOf } from '../../../features/changes/history/domain.ts'
import { ACTIONS, type RecordKind } from './kinds.ts'

/** Returns the fault that says who changed a person or an organization since the reviewer opened the page. */
export async function changedByOther(db: Db, kind: RecordKind, who: IdOrSlug): Promise<DomainError> {
  const { id, name } = await ACTIONS[kind].read(db, who)
  const [latest] = await historyOf(db, kind, id, { limit: 1, sort: '-version', position: null })
  const { actor = 'another reviewer', action = 'changed', reason = null } = latest?.item ?? {}
  return new DomainError(
    'precondition_failed',
    `The record of ${name} was ${action} by ${actor} after you opened the page${reason ? ` (${reason})` : ''}. Below are the records as they are. Look at them, then decide again.`,
  )
}
