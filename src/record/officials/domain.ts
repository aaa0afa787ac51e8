import { DomainError } from '../../core/errors.ts'
import type { IdOrSlug } from '../../core/id-or-slug.ts'
import { nameKey } from '../../core/names.ts'
import type { Db } from '../../database/db.ts'
import { resolveNameSearch } from '../names/domain.ts'
import type { NameSearch } from '../names/schema.ts'
import { describeUnknown } from '../references/domain.ts'
import type { Official } from './schema.ts'
import * as store from './store.sql.ts'

export { countOfficials, listOfficials, officialExpansion } from './store.sql.ts'

/**
 * Returns a person by id or slug. If the person was merged, returns the slug of the person they were merged into.
 * @throws DomainError `not_found`, with people of similar slugs.
 */
export async function getOfficial(
  db: Db,
  who: IdOrSlug,
): Promise<Official | { readonly mergedInto: string }> {
  const official = await store.findOfficial(db, who)
  if (official) return official
  throw new DomainError('not_found', await describeUnknown(db, 'official', 'id' in who ? who.id : who.slug))
}

/**
 * Returns a person by id or slug. If the person was merged, returns the person they were merged into.
 * @throws DomainError `not_found`.
 */
export async function currentOfficial(db: Db, who: IdOrSlug): Promise<Official> {
  const found = await getOfficial(db, who)
  return 'mergedInto' in found ? currentOfficial(db, { slug: found.mergedInto }) : found
}

/** Returns the search of the list of people: `q`, or the people with similar names if no name matches `q`. */
export const resolveOfficialSearch = (db: Db, q: string): Promise<NameSearch> =>
  resolveNameSearch(db, 'officials', q, nameKey(q))
