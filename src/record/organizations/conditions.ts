import { anywhere, type Conditions, conditions } from '../../database/conditions.ts'
import { demandIdentifier } from '../../database/named-records.sql.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { OrganizationFilters } from './schema.ts'

const FILTERS: FilterTable<OrganizationFilters, Conditions> = {
  q: (where, { q }) =>
    where.add(
      q && anywhere(q),
      (p) => `(g.name ILIKE ${p} OR EXISTS (
    SELECT FROM organization_aliases a WHERE a.organization_id = g.id AND a.name ILIKE ${p}))`,
    ),
  identifier: (where, { identifier }) => demandIdentifier(where, 'organizations', 'g', identifier),
}

/** Returns the conditions of the filters, over `organizations g`; those merged into others are left out. */
export function organizationConditions(filters: OrganizationFilters): Conditions {
  const where = conditions()
  where.demand('g.merged_into_id IS NULL')
  applyFilters(FILTERS, where, filters)
  return where
}
