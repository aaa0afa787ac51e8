import { z } from 'zod'
import { parseEdtf } from '../../core/edtf.ts'
import type { IdOrSlug } from '../../core/id-or-slug.ts'
import { nameKey } from '../../core/names.ts'
import { execute, rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { OfficialRecord, type Position } from '../officials/schema.ts'
import type { Identifier } from '../organizations/schema.ts'
import { type HeldOfficial, KeptOfficial, type Move, type PastChange, PastRow } from './schema.ts'

/** The ids of people by id or slug, merged ones too; undefined where there is nobody. */
export async function findId(db: Db, who: IdOrSlug): Promise<string | undefined> {
  const [column, value] = 'id' in who ? ['id', who.id] : ['slug', who.slug]
  const [row] = await rows(db, `SELECT id FROM officials WHERE ${column} = $1`, [value])
  return (row as { id: string } | undefined)?.id
}

const HeldRow = z.object({ id: z.string(), version: z.int(), ...OfficialRecord.shape })

/**
 * Holds people until the transaction ends, in one order whoever asks, and reads them as they are then.
 * @returns by id.
 */
export async function lockOfficials(tx: Db, ids: readonly string[]): Promise<Map<string, HeldOfficial>> {
  // What refers to a person may be added meanwhile: only another change of the person has to wait.
  await execute(tx, 'SELECT FROM officials WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids])
  const found = await rows(
    tx,
    `SELECT o.id, o.version, o.slug, o.name, o.merged_into_id AS "mergedInto",
            ARRAY(SELECT name FROM official_aliases a WHERE a.official_id = o.id ORDER BY name) AS aliases,
            (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value)
                    ORDER BY i.scheme, i.value), '[]')
             FROM identifiers i WHERE i.official_id = o.id) AS identifiers,
            (SELECT coalesce(json_agg(json_build_object(
                      'id', p.id, 'title', p.title, 'from', p.from_edtf, 'to', p.to_edtf, 'basis', p.basis,
                      'organization', CASE WHEN g.id IS NOT NULL
                        THEN json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) END)
                    ORDER BY p.created_at, p.id), '[]')
             FROM positions p LEFT JOIN organizations g ON g.id = p.organization_id
             WHERE p.official_id = o.id) AS positions
     FROM officials o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  )
  return new Map(
    found.map((row) => {
      const { id, version, ...record } = HeldRow.parse(row)
      return [id, { id, version, record }]
    }),
  )
}

/** Keeps what changed of a held person, one version on. What has been added to them since they were read stays. */
export async function rewriteOfficial(
  tx: Db,
  { id, record: before }: HeldOfficial,
  after: OfficialRecord,
  at: Date,
): Promise<void> {
  await execute(
    tx,
    `UPDATE officials SET name = $2, name_key = $3, merged_into_id = $4::uuid, version = version + 1,
       updated_at = $5::timestamptz WHERE id = $1::uuid`,
    [id, after.name, nameKey(after.name), after.mergedInto, at.toISOString()],
  )
  const gone = before.aliases.filter((alias) => !after.aliases.includes(alias))
  await execute(tx, 'DELETE FROM official_aliases WHERE official_id = $1::uuid AND name = ANY($2::text[])', [
    id,
    gone,
  ])
  const added = after.aliases.filter((alias) => !before.aliases.includes(alias))
  await execute(
    tx,
    `INSERT INTO official_aliases (official_id, name, name_key)
     SELECT $1::uuid, a.name, a.key FROM unnest($2::text[], $3::text[]) AS a (name, key) ON CONFLICT DO NOTHING`,
    [id, added, added.map(nameKey)],
  )
  await rewriteIdentifiers(tx, id, before.identifiers, after.identifiers)
  await rewritePositions(tx, id, before.positions, after.positions, at)
}

async function rewriteIdentifiers(
  tx: Db,
  officialId: string,
  before: readonly Identifier[],
  after: readonly Identifier[],
): Promise<void> {
  const isIn = (list: readonly Identifier[], { scheme, value }: Identifier): boolean =>
    list.some((other) => other.scheme === scheme && other.value === value)
  const gone = before.filter((one) => !isIn(after, one))
  const added = after.filter((one) => !isIn(before, one))
  if (gone.length + added.length === 0) return
  await execute(
    tx,
    `DELETE FROM identifiers i USING jsonb_to_recordset($2::jsonb) AS r (scheme text, value text)
     WHERE i.official_id = $1::uuid AND i.scheme = r.scheme AND i.value = r.value`,
    [officialId, JSON.stringify(gone)],
  )
  await execute(
    tx,
    `INSERT INTO identifiers (scheme, value, official_id)
     SELECT r.scheme, r.value, $1::uuid FROM jsonb_to_recordset($2::jsonb) AS r (scheme text, value text)
     ON CONFLICT DO NOTHING`,
    [officialId, JSON.stringify(added)],
  )
}

/** Keeps what changed of somebody’s positions. */
export async function rewritePositions(
  tx: Db,
  officialId: string,
  before: readonly Position[],
  after: readonly Position[],
  at: Date,
): Promise<void> {
  const ids = new Set(after.map(({ id }) => id))
  const untouched = new Set(before.map((position) => JSON.stringify(position)))
  const changed = after.filter((position) => !untouched.has(JSON.stringify(position)))
  const gone = before.filter(({ id }) => !ids.has(id))
  await execute(tx, 'DELETE FROM positions WHERE official_id = $1::uuid AND id = ANY($2::uuid[])', [
    officialId,
    [...gone, ...changed].map(({ id }) => id),
  ])
  if (changed.length === 0) return
  await execute(
    tx,
    `INSERT INTO positions (id, official_id, organization_id, title, from_edtf, from_earliest, to_edtf, to_latest,
       basis, created_at)
     SELECT r.id, $2::uuid, r.organization_id, r.title, r.from_edtf, r.from_earliest, r.to_edtf, r.to_latest,
       r.basis, $3::timestamptz
     FROM jsonb_populate_recordset(NULL::positions, $1::jsonb) r ON CONFLICT DO NOTHING`,
    [JSON.stringify(changed.map(toRow)), officialId, at.toISOString()],
  )
}

const toRow = ({ id, title, organization, from, to, basis }: Position) => ({
  id,
  title,
  organization_id: organization?.id ?? null,
  from_edtf: from,
  from_earliest: from === null ? null : (parseEdtf(from)?.earliest ?? null),
  to_edtf: to,
  to_latest: to === null ? null : (parseEdtf(to)?.latest ?? null),
  basis,
})

/** What became of a person so far. */
export async function pastChanges(tx: Db, id: string): Promise<PastChange[]> {
  const found = await rows(
    tx,
    `SELECT version, action, (after->>'undoes')::int AS undoes FROM revisions
     WHERE subject = 'official' AND subject_id = $1::uuid`,
    [id],
  )
  return found.map((row) => PastRow.parse(row))
}

const Between = z.object({ before: KeptOfficial.nullable(), after: KeptOfficial })

/** A person before and after the change that made a version. */
export async function findChange(tx: Db, id: string, version: number): Promise<z.infer<typeof Between>> {
  const [row] = await rows(
    tx,
    `SELECT before, after FROM revisions
     WHERE subject = 'official' AND subject_id = $1::uuid AND version = $2::int`,
    [id, version],
  )
  return Between.parse(row)
}

/** Keeps what a merger or a split took along. */
export async function insertMove(tx: Db, move: Move, statementIds: readonly string[]): Promise<void> {
  const { id, kind, fromId, fromVersion, intoId, intoVersion } = move
  await execute(
    tx,
    `INSERT INTO official_moves (id, kind, from_id, from_version, into_id, into_version)
     VALUES ($1::uuid, $2::move_kind, $3::uuid, $4::int, $5::uuid, $6::int)`,
    [id, kind, fromId, fromVersion, intoId, intoVersion],
  )
  await execute(
    tx,
    `INSERT INTO official_move_statements (move_id, statement_id)
     SELECT $1::uuid, statement_id FROM unnest($2::uuid[]) AS s (statement_id)`,
    [id, statementIds],
  )
}

const MoveRow = z.object({
  id: z.string(),
  kind: z.enum(['merge', 'split']),
  fromId: z.string(),
  fromVersion: z.int(),
  intoId: z.string(),
  intoVersion: z.int(),
})

/** The merger or split that made this version of a person, whichever side of it they were on. */
export async function findMove(tx: Db, officialId: string, version: number): Promise<Move | undefined> {
  const [row] = await rows(
    tx,
    `SELECT id, kind, from_id AS "fromId", from_version AS "fromVersion", into_id AS "intoId",
            into_version AS "intoVersion"
     FROM official_moves
     WHERE (from_id = $1::uuid AND from_version = $2::int) OR (into_id = $1::uuid AND into_version = $2::int)`,
    [officialId, version],
  )
  return row === undefined ? undefined : MoveRow.parse(row)
}

/** The statements a merger or a split took along. */
export async function statementsOfMove(tx: Db, moveId: string): Promise<string[]> {
  const found = await rows(
    tx,
    'SELECT statement_id FROM official_move_statements WHERE move_id = $1::uuid ORDER BY statement_id',
    [moveId],
  )
  return found.map((row) => (row as { statement_id: string }).statement_id)
}
