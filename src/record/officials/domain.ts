import { DomainError } from '../../core/errors.ts'
import type { IdOrSlug } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/db.ts'
import type { Official } from './schema.ts'
import * as store from './store.sql.ts'

export { countOfficials, listOfficials, officialExpansion } from './store.sql.ts'

/**
 * Returns a person by id or slug. For a person who was merged into another, returns the slug of the other.
 * @throws DomainError `not_found`, with people of similar slugs.
 */
export async function getOfficial(
  db: Db,
  who: IdOrSlug,
): Promise<Official | { readonly mergedInto: string }> {
  const official = await store.findOfficial(db, who)
  if (official) return official
  if ('id' in who) throw new DomainError('not_found', `No official has the id ${who.id}.`)
  const similar = await store.similarSlugs(db, who.slug)
  const hint =
    similar.length > 0
      ? ` Did you mean ${similar.join(', ')}?`
      : ' GET /v1/officials?q=… finds people by name.'
  throw new DomainError('not_found', `No official has the slug ${who.slug}.${hint}`)
}

/**
 * Returns a person by id or slug; for a person who was merged, the person they were merged into.
 * @throws DomainError `not_found`.
 */
export async function standingOfficial(db: Db, who: IdOrSlug): Promise<Official> {
  const found = await getOfficial(db, who)
  return 'mergedInto' in found ? standingOfficial(db, { slug: found.mergedInto }) : found
}
