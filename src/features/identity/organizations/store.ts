import { z } from 'zod'
import type { IdOrSlug } from '../../../core/id-or-slug.ts'
import { execute, rows } from '../../../database/client.ts'
import type { Db } from '../../../database/handle.ts'
import { type Identifier, OrganizationRecord } from '../../organizations/schema.ts'
import { type PastChange, PastRow } from '../schema.ts'

/** An organization held for a change. */
export interface HeldOrganization {
  readonly id: string
  readonly version: number
  readonly record: OrganizationRecord
}

const HeldRow = z.object({ id: z.string(), version: z.int(), ...OrganizationRecord.shape })

/** Holds organizations until the transaction ends, in one order whoever asks, and reads them as they are then. */
export async function lockOrganizations(
  tx: Db,
  ids: readonly string[],
): Promise<Map<string, HeldOrganization>> {
  await execute(tx, 'SELECT FROM organizations WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    ids,
  ])
  const found = await rows(
    tx,
    `SELECT g.id, g.version, g.slug, g.name, g.merged_into_id AS "mergedInto",
            ARRAY(SELECT name FROM organization_aliases a WHERE a.organization_id = g.id ORDER BY name) AS aliases,
            (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value)
                    ORDER BY i.scheme, i.value), '[]')
             FROM identifiers i WHERE i.organization_id = g.id) AS identifiers
     FROM organizations g WHERE g.id = ANY($1::uuid[])`,
    [ids],
  )
  return new Map(
    found.map((row) => {
      const { id, version, ...record } = HeldRow.parse(row)
      return [id, { id, version, record }]
    }),
  )
}

/** The id of an organization by id or slug, merged ones too. */
export async function findId(db: Db, who: IdOrSlug): Promise<string | undefined> {
  const [column, value] = 'id' in who ? ['id', who.id] : ['slug', who.slug]
  const [row] = await rows(db, `SELECT id FROM organizations WHERE ${column} = $1`, [value])
  return (row as { id: string } | undefined)?.id
}

/** The slug of another organization that goes by one of these keys, under its name or another; and the key. */
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
 * Keeps a held organization as it is after a change, one version on.
 * @param keyOf the key a name is found by. One that was merged is found by no name: its id stands for the key.
 */
export async function rewriteOrganization(
  tx: Db,
  { id, record: before }: HeldOrganization,
  after: OrganizationRecord,
  keyOf: (name: string) => string,
  at: Date,
): Promise<void> {
  await execute(
    tx,
    `UPDATE organizations SET name = $2, name_key = $3, merged_into_id = $4::uuid, version = version + 1,
       updated_at = $5::timestamptz WHERE id = $1::uuid`,
    [id, after.name, after.mergedInto === null ? keyOf(after.name) : id, after.mergedInto, at.toISOString()],
  )
  await execute(tx, 'DELETE FROM organization_aliases WHERE organization_id = $1::uuid', [id])
  await execute(
    tx,
    `INSERT INTO organization_aliases (organization_id, name, name_key)
     SELECT $1::uuid, a.name, a.key FROM unnest($2::text[], $3::text[]) AS a (name, key)`,
    [id, after.aliases, after.aliases.map(keyOf)],
  )
  await rewriteIdentifiers(tx, id, before.identifiers, after.identifiers)
}

async function rewriteIdentifiers(
  tx: Db,
  id: string,
  before: readonly Identifier[],
  after: readonly Identifier[],
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await execute(tx, 'DELETE FROM identifiers WHERE organization_id = $1::uuid', [id])
  await execute(
    tx,
    `INSERT INTO identifiers (scheme, value, organization_id)
     SELECT r.scheme, r.value, $1::uuid FROM jsonb_to_recordset($2::jsonb) AS r (scheme text, value text)
     ON CONFLICT DO NOTHING`,
    [id, JSON.stringify(after)],
  )
}

/** What became of an organization so far. */
export async function pastChanges(tx: Db, id: string): Promise<PastChange[]> {
  const found = await rows(
    tx,
    `SELECT version, action, (after->>'undoes')::int AS undoes FROM revisions
     WHERE subject = 'organization' AND subject_id = $1::uuid`,
    [id],
  )
  return found.map((row) => PastRow.parse(row))
}

const Between = z.object({ before: OrganizationRecord.nullable(), after: OrganizationRecord })

/** An organization before and after the change that made a version. */
export async function findChange(tx: Db, id: string, version: number): Promise<z.infer<typeof Between>> {
  const [row] = await rows(
    tx,
    `SELECT before, after FROM revisions
     WHERE subject = 'organization' AND subject_id = $1::uuid AND version = $2::int`,
    [id, version],
  )
  return Between.parse(row)
}

/** The people who hold or held a position in an organization. */
export async function findHolders(tx: Db, organizationId: string): Promise<string[]> {
  const found = await rows(
    tx,
    'SELECT DISTINCT official_id AS id FROM positions WHERE organization_id = $1::uuid ORDER BY official_id',
    [organizationId],
  )
  return found.map((row) => (row as { id: string }).id)
}

const MoveRow = z.object({
  id: z.string(),
  fromId: z.string(),
  fromVersion: z.int(),
  intoId: z.string(),
  intoVersion: z.int(),
  statementIds: z.array(z.string()),
  officials: z.array(z.object({ id: z.string(), version: z.int() })),
})
/** What a merger took along: statements, and people whose positions it changed, with the version that made. */
export type OrganizationMove = z.infer<typeof MoveRow>

export async function insertMove(tx: Db, move: OrganizationMove): Promise<void> {
  const { id, fromId, fromVersion, intoId, intoVersion, statementIds, officials } = move
  await execute(
    tx,
    `INSERT INTO organization_moves (id, from_id, from_version, into_id, into_version)
     VALUES ($1::uuid, $2::uuid, $3::int, $4::uuid, $5::int)`,
    [id, fromId, fromVersion, intoId, intoVersion],
  )
  await execute(
    tx,
    `INSERT INTO organization_move_statements (move_id, statement_id)
     SELECT $1::uuid, statement_id FROM unnest($2::uuid[]) AS s (statement_id)`,
    [id, statementIds],
  )
  await execute(
    tx,
    `INSERT INTO organization_move_officials (move_id, official_id, version)
     SELECT $1::uuid, o.id, o.version FROM unnest($2::uuid[], $3::int[]) AS o (id, version)`,
    [id, officials.map((one) => one.id), officials.map((one) => one.version)],
  )
}

/** The merger that made this version of an organization, whichever side of it it was on. */
export async function findMove(
  tx: Db,
  organizationId: string,
  version: number,
): Promise<OrganizationMove | undefined> {
  const [row] = await rows(
    tx,
    `SELECT m.id, m.from_id AS "fromId", m.from_version AS "fromVersion", m.into_id AS "intoId",
            m.into_version AS "intoVersion",
            ARRAY(SELECT s.statement_id::text FROM organization_move_statements s
                  WHERE s.move_id = m.id ORDER BY 1) AS "statementIds",
            (SELECT coalesce(json_agg(json_build_object('id', o.official_id, 'version', o.version)
                    ORDER BY o.official_id), '[]')
             FROM organization_move_officials o WHERE o.move_id = m.id) AS officials
     FROM organization_moves m
     WHERE (m.from_id = $1::uuid AND m.from_version = $2::int) OR (m.into_id = $1::uuid AND m.into_version = $2::int)`,
    [organizationId, version],
  )
  return row === undefined ? undefined : MoveRow.parse(row)
}
