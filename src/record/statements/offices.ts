import { fold } from '../../core/names.ts'
import { provenDays } from '../../core/tenure.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { OrganizationFilter, ProvenOffice } from './schema.ts'

/** A dated position of a person. */
export interface DatedOffice {
  readonly official: string
  readonly organization: string | null
  readonly title: string
  readonly from: string | null
  readonly to: string | null
}

/**
 * Returns the days on which people certainly held their offices, for people with such days in one of the organizations.
 * Also returns the other offices of these people: if a person held two offices at the same time, the printed title
 * decides between them.
 */
export function provenOffices(
  offices: readonly DatedOffice[],
  organizations: readonly string[],
): ProvenOffice[] {
  const proven = offices.flatMap(({ official, organization, title, from, to }) => {
    const days = provenDays({ from, to })
    if (days === null) return []
    const isOfOrganization = organization !== null && organizations.includes(organization)
    const office = `${organization ?? ''} ${title.toLowerCase()}`
    return [{ official, office, title: fold(title), isOfOrganization, ...days }]
  })
  const people = new Set(proven.flatMap((one) => (one.isOfOrganization ? [one.official] : [])))
  return proven.filter(({ official }) => people.has(official))
}

/**
 * Requires that an organization speaks, that the speaker speaks for the organization, or that the speaker held a
 * position in it when the words were spoken. This position is `speaker.position`, as `positionAt` of core/tenure
 * chooses it.
 * @param among the table of statements, or a part of it with the same columns.
 */
export function demandOrganization(
  where: Conditions,
  { ids, offices }: OrganizationFilter,
  among = 'statements',
): void {
  const isOrganization = where.oneOf('s.organization_id', ids)
  if (offices.length === 0) {
    where.demand(isOrganization)
    return
  }
  const people = where.oneOf('s.official_id', [...new Set(offices.map(({ official }) => official))])
  where.demand(`(${isOrganization} OR ${people})`)
  where.demand(`(${isOrganization} OR s.id IN (${heldOffice(where, offices, among)}))`)
}

/**
 * Returns SQL for the ids of statements whose speaker held an office that counts. The dates and the printed title
 * decide.
 */
function heldOffice(where: Conditions, offices: readonly ProvenOffice[], among: string): string {
  const column = (type: string, value: (office: ProvenOffice) => unknown): string =>
    `${where.parameter(offices.map(value))}::${type}[]`
  const columns = [
    column('uuid', ({ official }) => official),
    column('text', ({ office }) => office),
    column('text', ({ title }) => title),
    column('boolean', ({ isOfOrganization }) => isOfOrganization),
    column('date', ({ first }) => first),
    column('date', ({ last }) => last ?? 'infinity'),
  ]
  const said = (bound: 'earliest' | 'latest'): string =>
    `CASE WHEN spoken.said_basis = 'publication' THEN printed.published_${bound} ELSE spoken.said_${bound} END`
  return `
    SELECT spoken.id FROM unnest(${columns.join(', ')}) AS held (official_id, office, title, counts, first, last)
    JOIN ${among} spoken ON spoken.official_id = held.official_id
    JOIN articles printed ON printed.id = spoken.article_id
    WHERE held.first <= ${said('earliest')} AND held.last >= ${said('latest')}
    GROUP BY spoken.id
    HAVING CASE WHEN count(DISTINCT held.office) = 1 THEN bool_or(held.counts)
      ELSE count(DISTINCT held.office) FILTER (WHERE ${IS_PRINTED}) = 1
       AND bool_or(held.counts) FILTER (WHERE ${IS_PRINTED}) END`
}

const IS_PRINTED = `strpos(folded(coalesce(spoken.role, '')), held.title) > 0`
