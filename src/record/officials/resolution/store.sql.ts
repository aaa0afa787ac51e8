import { z } from 'zod'
import { nameKey } from '../../../core/names.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { insertNamedRecords } from '../../../database/named-record-inserts.sql.ts'
import { aliasesOf } from '../../../database/named-records.sql.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { OfficialReference } from '../schema.ts'

// SQL, because one query for each article matches names by keys and by the index of family names, and reads their
// positions. It also inserts all positions at once, in a fixed order.

const NamedOfficial = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  keys: z.array(z.string()),
  offices: z.array(
    z.object({
      title: z.string(),
      organization: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
})
export type NamedOfficial = z.infer<typeof NamedOfficial>

/** Finds officials by ids, or by keys of their names or other names. Excludes merged officials. */
export async function findByKeysOrIds(
  db: Db,
  keys: readonly string[],
  ids: readonly string[],
): Promise<NamedOfficial[]> {
  const found = await rows(
    db,
    `SELECT o.id, o.slug, o.name,
            ARRAY(SELECT o.name_key UNION SELECT a.name_key FROM official_aliases a WHERE a.official_id = o.id) AS keys,
            (SELECT coalesce(json_agg(json_build_object('title', p.title, 'organization', p.organization_id,
                                                        'from', p.from_earliest, 'to', p.to_latest)
                                      ORDER BY p.from_earliest DESC NULLS LAST, p.created_at, p.id), '[]')
             FROM positions p WHERE p.official_id = o.id) AS offices
     FROM officials o
     WHERE o.merged_into_id IS NULL
       AND o.id IN (
         SELECT id FROM officials WHERE name_key = ANY($1::text[]) OR id = ANY($2::uuid[])
         UNION SELECT official_id FROM official_aliases WHERE name_key = ANY($1::text[])
       )
     ORDER BY o.slug`,
    [keys, ids],
  )
  return found.map((row) => NamedOfficial.parse(row))
}

const Known = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The folded family names of all names. */
  surnames: z.array(z.string()),
  aliases: z.array(z.string()),
  titles: z.array(z.object({ title: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
})

/** Finds officials by the folded family names of their names and other names. Returns their other names and titles. */
export async function findBySurnames(db: Db, surnames: readonly string[]): Promise<z.infer<typeof Known>[]> {
  const found = await rows(
    db,
    `SELECT o.id, o.name,
            ARRAY(SELECT surname_of_key(o.name_key) UNION
                  SELECT surname_of_key(a.name_key) FROM official_aliases a WHERE a.official_id = o.id) AS surnames,
            ${aliasesOf('officials', 'o')} AS aliases,
            (SELECT coalesce(json_agg(json_build_object('title', p.title, 'from', p.from_edtf, 'to', p.to_edtf)
                                      ORDER BY p.title, p.id), '[]')
             FROM positions p WHERE p.official_id = o.id) AS titles
     FROM officials o
     WHERE o.merged_into_id IS NULL
       AND o.id IN (
         SELECT id FROM officials WHERE surname_of_key(name_key) = ANY($1::text[])
         UNION SELECT official_id FROM official_aliases WHERE surname_of_key(name_key) = ANY($1::text[])
       )
     ORDER BY o.id`,
    [surnames],
  )
  return found.map((row) => Known.parse(row))
}

/** Inserts officials, each under a free slug. Lock the names before. */
export async function insertOfficials(
  tx: Tx,
  people: readonly { readonly id: string; readonly name: string }[],
  at: Date,
): Promise<OfficialReference[]> {
  const added = people.map(({ id, name }) => ({ id, name, nameKey: nameKey(name) }))
  const slugs = await insertNamedRecords(tx, 'officials', added, at)
  return people.map(({ id, name }, index) => ({ id, slug: slugs[index]!, name }))
}

export interface NewPosition {
  readonly id: string
  readonly officialId: string
  readonly organizationId: string | null
  readonly title: string
  readonly endedBy: { readonly edtf: string; readonly latest: string | null } | null
}

/**
 * Inserts positions printed beside names. Positions on record stay unchanged. Inserts all at once, in a fixed order.
 * Otherwise two articles that print the same positions in opposite order would deadlock.
 */
export async function insertPositions(tx: Tx, positions: readonly NewPosition[], at: Date): Promise<void> {
  if (positions.length === 0) return
  const values = positions.map(({ id, officialId, organizationId, title, endedBy }) => ({
    id,
    official_id: officialId,
    organization_id: organizationId,
    title,
    to_edtf: endedBy?.edtf ?? null,
    to_latest: endedBy?.latest ?? null,
  }))
  await execute(
    tx,
    `INSERT INTO positions (id, official_id, organization_id, title, to_edtf, to_latest, basis, created_at)
     SELECT r.id, r.official_id, r.organization_id, r.title, r.to_edtf, r.to_latest, 'printed', $2
     FROM jsonb_populate_recordset(NULL::positions, $1::jsonb) r
     ORDER BY r.official_id, lower(r.title), r.organization_id, r.id
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(values), at.toISOString()],
  )
}
