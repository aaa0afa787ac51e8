import { z } from 'zod'
import { execute, rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { freeSlug, lockNaming } from '../../database/naming.ts'

const Known = z.object({ id: z.uuid(), slug: z.string(), name: z.string(), nameKey: z.string() })
type Known = z.infer<typeof Known>

export const lockOrganizations = lockNaming

/** The organizations that go by these keys, by key. */
export async function findByKeys(db: Db, keys: readonly string[]): Promise<Map<string, Known>> {
  if (keys.length === 0) return new Map()
  const found = await rows(
    db,
    'SELECT id, slug, name, name_key AS "nameKey" FROM organizations WHERE name_key = ANY($1::text[])',
    [keys],
  )
  return new Map(found.map((row) => Known.parse(row)).map((known) => [known.nameKey, known]))
}

/** Adds an organization under the next free slug. */
export async function insertOrganization(tx: Db, organization: Known): Promise<Known> {
  const slug = await freeSlug(tx, 'organizations', organization.slug)
  await execute(tx, 'INSERT INTO organizations (id, slug, name, name_key) VALUES ($1::uuid, $2, $3, $4)', [
    organization.id,
    slug,
    organization.name,
    organization.nameKey,
  ])
  return { ...organization, slug }
}
