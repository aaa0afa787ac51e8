import { z } from 'zod'
import type { IdOrSlug } from '../../../core/id-or-slug.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db, Tx } from '../../../database/db.ts'
import type { Held } from '../../../database/ledger.sql.ts'
import { lookUp, type NamedTable, OTHER_NAMES } from '../../../database/named-records.sql.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { Identifier } from '../../../record/organizations/schema.ts'
import { type Entity, type PastChange, PastRow } from './schema.ts'

/** The id of a person or an organization by id or slug, merged ones too; undefined where there is none. */
export async function findId(db: Db, table: NamedTable, who: IdOrSlug): Promise<string | undefined> {
  const [column, value] = lookUp(who)
  const [row] = await rows(db, `SELECT id FROM ${table} WHERE ${column} = $1`, [value])
  return (row as { id: string } | undefined)?.id
}

/** How names are found again. */
export interface Keys {
  /** The key of the name after the change. */
  readonly ofName: string
  readonly of: (alias: string) => string
}

/**
 * Keeps the names and identifiers of a held person or organization as they are after a change, one version on. What has
 * been added since they were read stays.
 */
export async function rewriteNames(
  tx: Tx,
  table: NamedTable,
  { id, record: before }: Held<Entity>,
  after: Entity,
  keys: Keys,
  at: Date,
): Promise<void> {
  await execute(
    tx,
    `UPDATE ${table} SET name = $2, name_key = $3, merged_into_id = $4::uuid, version = version + 1,
       updated_at = $5::timestamptz WHERE id = $1::uuid`,
    [id, after.name, keys.ofName, after.mergedInto, at.toISOString()],
  )
  const { aliases, owner } = OTHER_NAMES[table]
  const gone = before.aliases.filter((alias) => !after.aliases.includes(alias))
  await execute(tx, `DELETE FROM ${aliases} WHERE ${owner} = $1::uuid AND name = ANY($2::text[])`, [id, gone])
  const added = after.aliases.filter((alias) => !before.aliases.includes(alias))
  await execute(
    tx,
    `INSERT INTO ${aliases} (${owner}, name, name_key)
     SELECT $1::uuid, a.name, a.key FROM unnest($2::text[], $3::text[]) AS a (name, key) ON CONFLICT DO NOTHING`,
    [id, added, added.map(keys.of)],
  )
  await rewriteIdentifiers(tx, owner, id, before.identifiers, after.identifiers)
}

async function rewriteIdentifiers(
  tx: Tx,
  owner: string,
  id: string,
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
     WHERE i.${owner} = $1::uuid AND i.scheme = r.scheme AND i.value = r.value`,
    [id, JSON.stringify(gone)],
  )
  await execute(
    tx,
    `INSERT INTO identifiers (scheme, value, ${owner})
     SELECT r.scheme, r.value, $1::uuid FROM jsonb_to_recordset($2::jsonb) AS r (scheme text, value text)
     ON CONFLICT DO NOTHING`,
    [id, JSON.stringify(added)],
  )
}

/** What became of a person or an organization so far. */
export async function pastChanges(tx: Tx, subject: Subject, id: string): Promise<PastChange[]> {
  const found = await rows(
    tx,
    `SELECT version, action, (after->>'undoes')::int AS undoes FROM revisions
     WHERE subject = $1::subject AND subject_id = $2::uuid`,
    [subject, id],
  )
  return found.map((row) => PastRow.parse(row))
}

/** A thing before and after a change; it had no before where it came to be. */
export interface Between<Record> {
  readonly before: Record | null
  readonly after: Record
}

/** A person or an organization before and after the change that made a version. */
export async function findChange<Record>(
  tx: Tx,
  subject: Subject,
  shape: z.ZodType<Record>,
  id: string,
  version: number,
): Promise<Between<Record>> {
  const [row] = await rows(
    tx,
    `SELECT before, after FROM revisions
     WHERE subject = $1::subject AND subject_id = $2::uuid AND version = $3::int`,
    [subject, id, version],
  )
  return z.object({ before: shape.nullable(), after: shape }).parse(row)
}
