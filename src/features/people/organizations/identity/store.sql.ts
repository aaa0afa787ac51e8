import type { Db, Tx } from '../../../../database/db.ts'
import { execute, rows } from '../../../../database/sql.ts'

/**
 * Finds another organization whose name or alias has one of these keys. Returns its slug and the key. SQL, because one
 * query searches both tables of names.
 */
export async function findOwner(
  db: Db,
  keys: readonly string[],
  exceptIds: readonly string[],
): Promise<{ key: string; slug: string } | undefined> {
  const [row] = await rows(
    db,
    `SELECT k.key, g.slug FROM (
       SELECT name_key AS key, id FROM organizations WHERE name_key = ANY($1::text[])
       UNION ALL SELECT name_key, organization_id FROM organization_aliases WHERE name_key = ANY($1::text[])
     ) k JOIN organizations g ON g.id = k.id
     WHERE g.id <> ALL($2::uuid[]) AND g.merged_into_id IS NULL ORDER BY g.slug LIMIT 1`,
    [keys, exceptIds],
  )
  return row as { key: string; slug: string } | undefined
}

/**
 * Inserts what a merge moved. SQL, because there can be tens of thousands of statements. The query takes them as one
 * array.
 */
export async function insertMoved(
  tx: Tx,
  moveId: string,
  statementIds: readonly string[],
  officials: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO organization_move_statements (move_id, statement_id)
     SELECT $1::uuid, statement_id FROM unnest($2::uuid[]) AS s (statement_id)`,
    [moveId, statementIds],
  )
  await execute(
    tx,
    `INSERT INTO organization_move_officials (move_id, official_id, version)
     SELECT $1::uuid, o.id, o.version FROM unnest($2::uuid[], $3::int[]) AS o (id, version)`,
    [moveId, officials.map(({ id }) => id), officials.map(({ version }) => version)],
  )
}
