import { nameKey } from '../../core/names.ts'
import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandName } from '../../database/name-search.ts'
import { demandIdentifier } from '../../database/named-records.sql.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { OfficialFilters } from './schema.ts'

const FILTERS: FilterTable<OfficialFilters, Conditions> = {
  q: (where, { q }) => demandName(where, 'officials', 'o', typeof q === 'string' ? nameKey(q) : q),
  organization(where, { organization }) {
    if (!organization) return
    const isOrganization = where.oneOf('p.organization_id', organization)
    where.demand(`EXISTS (SELECT FROM positions p WHERE p.official_id = o.id AND ${isOrganization})`)
  },
  identifier: (where, { identifier }) => demandIdentifier(where, 'officials', 'o', identifier),
}

/** Returns the conditions of the filters, over `officials o`. Excludes people who were merged into others. */
export function officialConditions(filters: OfficialFilters): Conditions {
  const where = conditions()
  where.demand('o.merged_into_id IS NULL')
  applyFilters(FILTERS, where, filters)
  return where
}
