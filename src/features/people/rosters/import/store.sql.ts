import { z } from 'zod'
import type { Db, Tx } from '../../../../database/db.ts'
import {
  aliasesOf,
  identifiersOf,
  type NamedTable,
  OTHER_NAMES,
  positionsOf,
} from '../../../../database/named-records.sql.ts'
import { execute, rows } from '../../../../database/sql.ts'
import { Position } from '../../../../record/officials/schema.ts'
import { Identifier } from '../../../../record/organizations/schema.ts'
import type { KnownEntity, Owner } from './schema.ts'

// SQL, because a roster has thousands of people, positions and identifiers. Each query takes them all at once.

const EntityRow = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  name: z.string(),
  aliases: z.array(z.string()),
  identifiers: z.array(Identifier),
  positions: z.array(Position),
})

/** Finds people or organizations by ids, or by keys of their names. Excludes merged records. */
export async function findEntities(
  db: Db,
  table: NamedTable,
  keys: readonly string[],
  ids: readonly string[],
): Promise<KnownEntity[]> {
  const { aliases, owner } = OTHER_NAMES[table]
  const found = await rows(
    db,
    `SELECT e.id, e.slug, e.version, e.name, ${aliasesOf(table, 'e')} AS aliases,
            ${identifiersOf(table, 'e')} AS identifiers,
            ${table === 'officials' ? positionsOf('e') : "'[]'::json"} AS positions
     FROM ${table} e
     WHERE e.merged_into_id IS NULL AND e.id IN (
       SELECT id FROM ${table} WHERE name_key = ANY($1::text[]) OR id = ANY($2::uuid[])
       UNION SELECT ${owner} FROM ${aliases} WHERE name_key = ANY($1::text[]))
     ORDER BY e.id`,
    [keys, ids],
  )
  return found.map((row) => EntityRow.parse(row))
}

const MergedRow = z.object({ id: z.string(), into: z.string() })

/** Finds the merged records among these people or organizations, and the record at the end of each chain of merges. */
export async function findMerged(
  db: Db,
  table: NamedTable,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await rows(
    db,
    `WITH RECURSIVE trail AS (
       SELECT id, merged_into_id AS next FROM ${table} WHERE id = ANY($1::uuid[]) AND merged_into_id IS NOT NULL
       UNION
       SELECT t.id, o.merged_into_id FROM trail t JOIN ${table} o ON o.id = t.next WHERE o.merged_into_id IS NOT NULL
     )
     SELECT t.id, t.next AS into FROM trail t JOIN ${table} o ON o.id = t.next WHERE o.merged_into_id IS NULL`,
    [ids],
  )
  return new Map(found.map((row) => MergedRow.parse(row)).map(({ id, into }) => [id, into]))
}

const OwnerRow = z.object({
  scheme: z.string(),
  value: z.string(),
  official_id: z.string().nullable(),
  organization_id: z.string().nullable(),
})

/** Finds the owners of identifiers, by `scheme:value`. */
export async function findOwners(db: Db, identifiers: readonly Identifier[]): Promise<Map<string, Owner>> {
  const found = await rows(
    db,
    `SELECT i.scheme, i.value, i.official_id, i.organization_id
     FROM identifiers i JOIN jsonb_populate_recordset(NULL::identifiers, $1::jsonb) w USING (scheme, value)`,
    [JSON.stringify(identifiers)],
  )
  return new Map(
    found.map((row) => {
      const { scheme, value, official_id, organization_id } = OwnerRow.parse(row)
      const owner: Owner = official_id
        ? { kind: 'person', id: official_id }
        : { kind: 'organization', id: organization_id ?? '' }
      return [`${scheme}:${value}`, owner]
    }),
  )
}

/** Finds the ids that are taken. A new record needs another id. */
export async function takenIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    `SELECT id FROM officials WHERE id = ANY($1::uuid[])
     UNION SELECT id FROM organizations WHERE id = ANY($1::uuid[])
     UNION SELECT id FROM positions WHERE id = ANY($1::uuid[])`,
    [ids],
  )
  return new Set(found.map((row) => (row as { id: string }).id))
}

/** Increments the versions of locked people or organizations. */
export const incrementVersions = (
  tx: Tx,
  table: NamedTable,
  ids: readonly string[],
  at: Date,
): Promise<number> =>
  execute(
    tx,
    `UPDATE ${table} SET version = version + 1, updated_at = $2::timestamptz WHERE id = ANY($1::uuid[])`,
    [ids, at.toISOString()],
  )

export interface NewAlias {
  readonly id: string
  readonly name: string
  readonly name_key: string
}

/** Inserts other names. */
export async function insertAliases(tx: Tx, table: NamedTable, aliases: readonly NewAlias[]): Promise<void> {
  if (aliases.length === 0) return
  const { aliases: into, owner } = OTHER_NAMES[table]
  await execute(
    tx,
    `INSERT INTO ${into} (${owner}, name, name_key)
     SELECT r.id, r.name, r.name_key FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text, name_key text)`,
    [JSON.stringify(aliases)],
  )
}

export interface NewIdentifier extends Identifier {
  /** The id of its owner. */
  readonly id: string
}

/** Inserts identifiers of people or organizations. */
export async function insertIdentifiers(
  tx: Tx,
  table: NamedTable,
  identifiers: readonly NewIdentifier[],
): Promise<void> {
  if (identifiers.length === 0) return
  await execute(
    tx,
    `INSERT INTO identifiers (scheme, value, ${OTHER_NAMES[table].owner})
     SELECT r.scheme, r.value, r.id FROM jsonb_to_recordset($1::jsonb) AS r (scheme text, value text, id uuid)`,
    [JSON.stringify(identifiers)],
  )
}

export interface PositionRow {
  readonly id: string
  readonly official_id: string
  readonly organization_id: string | null
  readonly title: string
  readonly from_edtf: string | null
  readonly from_earliest: string | null
  readonly to_edtf: string | null
  readonly to_latest: string | null
}

/** Upserts positions of a roster. Updates title and dates of positions on record. */
export async function writePositions(tx: Tx, positions: readonly PositionRow[], at: Date): Promise<void> {
  if (positions.length === 0) return
  await execute(
    tx,
    `INSERT INTO positions (id, official_id, organization_id, title, from_edtf, from_earliest, to_edtf, to_latest,
       basis, created_at)
     SELECT r.id, r.official_id, r.organization_id, r.title, r.from_edtf, r.from_earliest, r.to_edtf, r.to_latest,
       'roster', $2::timestamptz
     FROM jsonb_populate_recordset(NULL::positions, $1::jsonb) r ORDER BY r.id
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, from_edtf = excluded.from_edtf,
       from_earliest = excluded.from_earliest, to_edtf = excluded.to_edtf, to_latest = excluded.to_latest`,
    [JSON.stringify(positions), at.toISOString()],
  )
}
