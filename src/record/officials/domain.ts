import { DomainError } from '../../core/errors.ts'
import type { IdOrSlug } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/db.ts'
import type { Official } from './schema.ts'
import * as store from './store.sql.ts'

export { countOfficials, listOfficials, officialExpansion } from './store.sql.ts'

/**
 * A person by id or slug. One who was merged into another is answered by the slug of that one.
 * @throws DomainError `not_found`, naming people of a like slug.
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
 * A person by id or slug; of one who was merged into another, the one they turned out to be.
 * @throws DomainError `not_found`.
 */
export async function standingOfficial(db: Db, who: IdOrSlug): Promise<Official> {
  const found = await getOfficial(db, who)
  return 'mergedInto' in found ? standingOfficial(db, { slug: found.mergedInto }) : found
}
