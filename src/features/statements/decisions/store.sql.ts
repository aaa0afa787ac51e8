// SQL, because one query must read the latest changes of each kind along an index. A query for all kinds at once would
// read all changes of the machine to find those of a reviewer.

import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'
import { Decided } from './schema.ts'

/** A reviewer can change one statement several times, so more changes are read than statements are shown. */
const CHANGES_PER_STATEMENT = 5

/** Finds the statements that an actor changed last by one of these actions, the latest first. */
export async function findDecided(
  db: Db,
  actor: string,
  actions: readonly string[],
  most: number,
): Promise<Decided[]> {
  const found = await rows(
    db,
    `SELECT s.id, d.version, s.version AS current, d.action, d.reason, d.recorded_at AS recorded, s.text, s.type, s.status
     FROM (
       SELECT DISTINCT ON (c.subject_id) c.* FROM unnest($1::text[]) AS by (action), LATERAL (
         SELECT r.position, r.subject_id, r.version, r.action, r.reason, r.recorded_at FROM revisions r
         WHERE r.subject = 'statement' AND r.action = by.action AND r.actor = $2
         ORDER BY r.position DESC LIMIT $3
       ) c ORDER BY c.subject_id, c.position DESC
     ) d JOIN statements s ON s.id = d.subject_id
     WHERE NOT s.withdrawn
     ORDER BY d.position DESC LIMIT $4`,
    [actions, actor, most * CHANGES_PER_STATEMENT, most],
  )
  return z.array(Decided).parse(found)
}
