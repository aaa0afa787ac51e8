import type { Db } from '../../../../database/db.ts'
import { type NamedTable, OTHER_NAMES } from '../../../../database/named-records.sql.ts'
import { rows } from '../../../../database/sql.ts'
import { PopoloEntity, PopoloMembership } from '../formats/schema.ts'

const BEGINNING = '00000000-0000-0000-0000-000000000000'

/** People or organizations as Popolo has them, by id, after one; those who were merged into others left out. */
export async function listEntities(
  db: Db,
  table: NamedTable,
  after: string | null,
  limit: number,
): Promise<PopoloEntity[]> {
  const { aliases, owner } = OTHER_NAMES[table]
  const found = await rows(
    db,
    `SELECT e.id, e.name,
            (SELECT coalesce(json_agg(json_build_object('name', a.name) ORDER BY a.name), '[]')
             FROM ${aliases} a WHERE a.${owner} = e.id) AS other_names,
            (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'identifier', i.value)
                                      ORDER BY i.scheme, i.value), '[]')
             FROM identifiers i WHERE i.${owner} = e.id) AS identifiers
     FROM ${table} e WHERE e.id > $1::uuid AND e.merged_into_id IS NULL
     ORDER BY e.id LIMIT $2::int`,
    [after ?? BEGINNING, limit],
  )
  return found.map((row) => PopoloEntity.parse(row))
}

/** Positions as Popolo has them, by id, after one: what articles print beside names is none of them. */
export async function listMemberships(
  db: Db,
  after: string | null,
  limit: number,
): Promise<PopoloMembership[]> {
  const found = await rows(
    db,
    `SELECT p.id, p.official_id AS person_id, p.organization_id, p.title AS role,
            p.from_edtf AS start_date, p.to_edtf AS end_date
     FROM positions p JOIN officials o ON o.id = p.official_id
     WHERE p.id > $1::uuid AND p.basis <> 'printed' AND o.merged_into_id IS NULL
     ORDER BY p.id LIMIT $2::int`,
    [after ?? BEGINNING, limit],
  )
  return found.map((row) => PopoloMembership.parse(row))
}
