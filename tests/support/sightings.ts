import type { Db } from '../../src/database/db.ts'
import { execute } from '../../src/database/sql.ts'
import { groupDue } from '../../src/record/statements/sightings/domain.ts'
import { read } from './factories.ts'

/** Groups all statements on record, as after an upgrade. */
export async function groupAll(db: Db): Promise<void> {
  await execute(db, 'INSERT INTO sightings_due SELECT id FROM statements')
  while ((await groupDue(db)) > 0);
}

/**
 * Reads the groups of all statements, each as its reports in order, with the groups in the order of their first reports.
 * @param name SQL that names a statement `s` of an article `a` independently of its id.
 */
export async function groupsIn(db: Db, name: string): Promise<string[][]> {
  const found = await read<{ names: string[] }>(
    db,
    `SELECT array_agg(${name} ORDER BY m.place) AS names
     FROM statements s JOIN articles a ON a.id = s.article_id LEFT JOIN sightings m ON m.statement_id = s.id
     GROUP BY coalesce(m.first_id, s.id)`,
  )
  return found.map(({ names }) => names).sort()
}
