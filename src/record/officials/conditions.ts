import { nameKey } from '../../core/names.ts'
import { anywhere, type Conditions, conditions } from '../../database/conditions.ts'
import { demandIdentifier } from '../../database/named-records.sql.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { OfficialFilters } from './schema.ts'

const FILTERS: FilterTable<OfficialFilters, Conditions> = {
  q(where, { q }) {
    const key = q && nameKey(q)
    // A query of signs alone has an empty key: no name matches it, but as a pattern it would match every name.
    if (key === '') where.demand('false')
    where.add(
      key && anywhere(key),
      (p) => `(o.name_key LIKE ${p} OR EXISTS (
    SELECT FROM official_aliases a WHERE a.official_id = o.id AND a.name_key LIKE ${p}))`,
    )
  },
  organization: (where, { organization }) =>
    where.add(
      organization,
      (p) => `EXISTS (
    SELECT FROM positions p JOIN organizations g ON g.id = p.organization_id
    WHERE p.official_id = o.id AND (g.slug = ${p} OR g.id::text = ${p}))`,
    ),
  identifier: (where, { identifier }) => demandIdentifier(where, 'officials', 'o', identifier),
}

/** Returns the conditions of the filters, over `officials o`; people merged into others are left out. */
export function officialConditions(filters: OfficialFilters): Conditions {
  const where = conditions()
  where.demand('o.merged_into_id IS NULL')
  applyFilters(FILTERS, where, filters)
  return where
}
