import { organizationKey } from '../../core/organization-key.ts'
import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandName } from '../../database/name-search.ts'
import { demandIdentifier } from '../../database/named-records.sql.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { OrganizationFilters } from './schema.ts'

const FILTERS: FilterTable<OrganizationFilters, Conditions> = {
  q: (where, { q }) =>
    demandName(where, 'organizations', 'g', typeof q === 'string' ? organizationKey(q) : q),
  identifier: (where, { identifier }) => demandIdentifier(where, 'organizations', 'g', identifier),
}

/**
 * Returns the conditions of the filters, over `organizations g`. Excludes organizations that were merged into others.
 */
export function organizationConditions(filters: OrganizationFilters): Conditions {
  const where = conditions()
  where.demand('g.merged_into_id IS NULL')
  applyFilters(FILTERS, where, filters)
  return where
}
