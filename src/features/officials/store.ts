import { z } from 'zod'
import { execute, rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { freeSlug, lockNaming } from '../../database/naming.ts'
import type { KnownOfficial } from '../../engine/types.ts'

export const lockOfficials = lockNaming

const NamedOfficial = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  keys: z.array(z.string()),
})
export type NamedOfficial = z.infer<typeof NamedOfficial>

/** Records that go by one of these keys, under their name or an alias, or have one of these ids; merged ones left out. */
export async function findByKeysOrIds(
  db: Db,
  keys: readonly string[],
  ids: readonly string[],
): Promise<NamedOfficial[]> {
  const found = await rows(
    db,
    `SELECT o.id, o.slug, o.name,
            ARRAY(SELECT o.name_key UNION SELECT a.name_key FROM official_aliases a WHERE a.official_id = o.id) AS keys
     FROM officials o
     WHERE o.merged_into_id IS NULL
       AND o.id IN (
         SELECT id FROM officials WHERE name_key = ANY($1::text[]) OR id = ANY($2::uuid[])
         UNION SELECT official_id FROM official_aliases WHERE name_key = ANY($1::text[])
       )
     ORDER BY o.id`,
    [keys, ids],
  )
  return found.map((row) => NamedOfficial.parse(row))
}

const Known = z.object({
  id: z.uuid(),
  name: z.string(),
  aliases: z.array(z.string()),
  roles: z.array(z.string()),
})

/** Records whose name or alias ends in one of these family names (folded), with aliases and titles. */
export async function findBySurnames(db: Db, surnames: readonly string[]): Promise<KnownOfficial[]> {
  const found = await rows(
    db,
    `SELECT o.id, o.name,
            ARRAY(SELECT name FROM official_aliases a WHERE a.official_id = o.id ORDER BY name) AS aliases,
            ARRAY(SELECT DISTINCT title FROM positions p WHERE p.official_id = o.id ORDER BY title) AS roles
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

/** Adds a person under the next free slug, which it returns. */
export async function insertOfficial(
  tx: Db,
  official: { readonly id: string; readonly name: string; readonly nameKey: string; readonly slug: string },
): Promise<string> {
  const slug = await freeSlug(tx, 'officials', official.slug)
  await execute(tx, 'INSERT INTO officials (id, slug, name, name_key) VALUES ($1::uuid, $2, $3, $4)', [
    official.id,
    slug,
    official.name,
    official.nameKey,
  ])
  return slug
}

/** Keeps positions printed beside a person's name; one that is there already stays as it is. */
export async function insertPositions(
  tx: Db,
  officialId: string,
  positions: readonly {
    readonly title: string
    readonly organizationId: string | null
    readonly endedBy: { readonly edtf: string; readonly latest: string | null } | null
  }[],
  makeId: () => string,
): Promise<void> {
  for (const { title, organizationId, endedBy } of positions) {
    await execute(
      tx,
      `INSERT INTO positions (id, official_id, organization_id, title, to_edtf, to_latest, basis)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::date, 'printed') ON CONFLICT DO NOTHING`,
      [makeId(), officialId, organizationId, title, endedBy?.edtf ?? null, endedBy?.latest ?? null],
    )
  }
}
