import type { Action } from '../../../core/actions.ts'
import type { Db } from '../../../database/db.ts'
import type { Decided } from './schema.ts'
import { findDecided } from './store.sql.ts'

/** The changes of statements that only reviewers make. */
const BY_REVIEWERS: readonly Action[] = [
  'verified',
  'rejected',
  'disputed',
  'retracted',
  'corrected',
  'restored',
  'joined',
  'parted',
  'undone',
]

/**
 * Lists the statements that a reviewer judged or corrected last, the latest first, each with the reviewer's latest
 * change. Retracted statements are among them with their words; those of withdrawn articles are not.
 * @param actor the name of the reviewer's key.
 */
export const listDecided = (db: Db, actor: string, most: number): Promise<Decided[]> =>
  findDecided(db, actor, BY_REVIEWERS, most)
