import { z } from 'zod'
import { execute, rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { aliasesOf, identifiersOf, type NamedTable, OTHER_NAMES, positionsOf } from '../../database/named.ts'
import { Position } from '../officials/schema.ts'
import { Identifier } from '../organizations/schema.ts'
import type { Office } from './offices.ts'
import { type KnownEntity, type Owner, PopoloEntity, PopoloMembership } from './schema.ts'

const EntityRow = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  name: z.string(),
  aliases: z.array(z.string()),
  identifiers: z.array(Identifier),
  positions: z.array(Position),
})

/** People or organizations that go by one of these name keys or have one of these ids; merged ones left out. */
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

/** Of these people or organizations, those that turned out to be others: which, however many mergers on. */
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

/** Who these identifiers mean, by their text. */
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

/** Of these ids, those that something bears: what is new must take another. */
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

/** Moves people or organizations one version on. */
export const touch = (tx: Db, table: NamedTable, ids: readonly string[], at: Date): Promise<number> =>
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

/** Adds other names. */
export async function insertAliases(tx: Db, table: NamedTable, aliases: readonly NewAlias[]): Promise<void> {
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
  /** Whose it is. */
  readonly id: string
}

/** Adds identifiers of people or organizations. */
export async function insertIdentifiers(
  tx: Db,
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

/** Adds positions of a roster, and gives those that are there their titles and dates. */
export async function writePositions(tx: Db, positions: readonly PositionRow[], at: Date): Promise<void> {
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

const OfficeRow = z.object({
  officialId: z.string(),
  title: z.string(),
  organizationNames: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

/** More people than ever held one office: whoever holds it now cannot be told from its title. */
const MOST_HOLDERS = 2000

/** Who held or holds an office of one of these titles, case aside: what articles print is none of it. */
export async function findOffices(db: Db, titles: readonly string[]): Promise<Office[]> {
  const found = await rows(
    db,
    `SELECT p.official_id AS "officialId", p.title, p.from_edtf AS "from", p.to_edtf AS "to",
            ARRAY(SELECT g.name FROM organizations g WHERE g.id = p.organization_id
                  UNION SELECT a.name FROM organization_aliases a WHERE a.organization_id = p.organization_id
            ) AS "organizationNames"
     FROM positions p JOIN officials o ON o.id = p.official_id AND o.merged_into_id IS NULL
     WHERE p.basis <> 'printed' AND lower(p.title) = ANY($1::text[])
     ORDER BY p.id LIMIT ${MOST_HOLDERS}`,
    [titles],
  )
  return found.map((row) => OfficeRow.parse(row))
}
