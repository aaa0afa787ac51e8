import { z } from 'zod'
import { SHOWN_STATUSES } from '../../../core/visibility.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'

// SQL, because a recursive query follows pairs, and one query writes all changed rows.

/** The most statements that are linked with each other. A further statement stays on its own. */
export const LINKED_MAX = 200

const LinkedStatement = z.object({
  id: z.string(),
  official_id: z.string().nullable(),
  surname: z.string().nullable(),
  said_earliest: z.string().nullable(),
  said_latest: z.string().nullable(),
  /** True if the statement counts as a report. Retracted, rejected and withdrawn statements do not. */
  counts: z.boolean(),
  first_id: z.string().nullable(),
  place: z.int().nullable(),
})
/** A statement that pairs or decisions link with others, with its present place. */
export type LinkedStatement = Readonly<z.infer<typeof LinkedStatement>>

/** Returns SQL for the last word of the printed name of a speaker; null if the article prints none. */
export const surnameOf = (table: string): string => `lower(split_part(${table}.speaker_name, ' ', -1))`

const SHOWN = SHOWN_STATUSES.map((status) => `'${status}'`).join(', ')

/**
 * Finds the statements that pairs of one utterance, decisions or present groups link with these, over any number of
 * links. The order is that of the groups: the first published first, then the longest. It does not depend on the
 * order of arrival.
 * @returns at most one more than {@link LINKED_MAX} for each id.
 */
export async function findLinked(tx: Tx, ids: readonly string[]): Promise<LinkedStatement[]> {
  // The planner expects thousands of links, and would read all statements to find a few. OFFSET 0 makes it find each by
  // its id.
  const found = await rows(
    tx,
    `WITH RECURSIVE linked (id) AS (
       SELECT unnest($1::uuid[])
       UNION
       SELECT next.id FROM linked l, LATERAL (
         SELECT p.other AS id FROM sighting_pairs p WHERE p.one = l.id AND p.is_same
         UNION ALL SELECT p.one FROM sighting_pairs p WHERE p.other = l.id AND p.is_same
         UNION ALL SELECT d.other FROM sighting_decisions d WHERE d.one = l.id AND d.kind = 'join'
         UNION ALL SELECT d.one FROM sighting_decisions d WHERE d.other = l.id AND d.kind = 'join'
         UNION ALL SELECT m.statement_id FROM sightings own JOIN sightings m ON m.first_id = own.first_id
           WHERE own.statement_id = l.id) next)
     SELECT s.id, s.official_id, ${surnameOf('s')} AS surname, s.said_earliest, s.said_latest, NOT s.withdrawn AND s.status IN (${SHOWN}) AS counts,
       m.first_id, m.place
     FROM (SELECT id FROM linked LIMIT $2) l,
       LATERAL (SELECT * FROM statements WHERE id = l.id OFFSET 0) s,
       LATERAL (SELECT sha256 FROM snapshots WHERE id = s.snapshot_id OFFSET 0) n
       LEFT JOIN LATERAL (SELECT first_id, place FROM sightings WHERE statement_id = s.id OFFSET 0) m ON true
     ORDER BY coalesce(s.published_latest, 'infinity'), char_length(s.text) DESC, n.sha256, s.start_offset, s.text, s.id`,
    [ids, (LINKED_MAX + 1) * ids.length],
  )
  return found.map((row) => LinkedStatement.parse(row))
}

/** The place of a statement in a group. */
export interface Place {
  readonly statement_id: string
  readonly first_id: string
  readonly place: number
}

/** Writes places, and removes statements from their groups. */
export async function writePlaces(tx: Tx, places: readonly Place[], left: readonly string[]): Promise<void> {
  if (left.length > 0) await execute(tx, 'DELETE FROM sightings WHERE statement_id = ANY($1::uuid[])', [left])
  if (places.length === 0) return
  await execute(
    tx,
    `INSERT INTO sightings (statement_id, first_id, place)
     SELECT statement_id, first_id, place FROM jsonb_populate_recordset(NULL::sightings, $1::jsonb)
     ON CONFLICT (statement_id) DO UPDATE SET first_id = excluded.first_id, place = excluded.place`,
    [JSON.stringify(places)],
  )
}

/** Finds the first reports of the utterance of a statement, in order. Returns nothing if it is the only report. */
export async function findReports(db: Db, id: string, limit: number): Promise<string[]> {
  const found = await rows(
    db,
    `SELECT m.statement_id AS id FROM sightings own JOIN sightings m ON m.first_id = own.first_id
     WHERE own.statement_id = $1::uuid ORDER BY m.place LIMIT $2`,
    [id, limit],
  )
  return (found as { id: string }[]).map((row) => row.id)
}
