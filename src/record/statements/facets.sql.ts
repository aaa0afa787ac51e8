import { z } from 'zod'
import { WITHHELD_STATUSES } from '../../core/visibility.ts'

import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { plannedRows, rows } from '../../database/sql.ts'
import { findPublisherNames } from '../publishers/store.sql.ts'
import { type Sample, sampleOf } from './matches.sql.ts'
import { demandOrganization, provenOffices } from './offices.ts'
import { isGiven } from './period.ts'
import type { FacetCount, FacetCounts, FacetName, StatementFilters } from './schema.ts'
import { findDatedOffices } from './store.ts'

// SQL, because one query counts by several columns and reads the statements once.

/** The most values of a facet. */
const FACET_VALUES_MAX = 30

/** The columns of the facets, and the columns that decide for whom a person spoke. */
const COLUMNS = `s.id, s.article_id, s.official_id, s.organization_id, s.publisher_key, s.type, s.status,
  s.role, s.said_basis, s.said_earliest, s.said_latest`

const unitOf = (bound: 'earliest' | 'latest', format: string): string =>
  `to_char(s.said_${bound}, '${format}')`
const inOneUnit = (format: string) => ({
  value: unitOf('earliest', format),
  demand: `s.said_earliest >= DATE '0001-01-01' AND ${unitOf('earliest', format)} = ${unitOf('latest', format)}`,
})

/** The value of each facet, and the condition on statements that have a value. */
const VALUES: Readonly<Record<FacetName, { readonly value: string; readonly demand: string }>> = {
  official: { value: 's.official_id', demand: 's.official_id IS NOT NULL' },
  organization: { value: 's.organization_id', demand: 's.organization_id IS NOT NULL' },
  publisher: { value: 's.publisher_key', demand: 's.publisher_key IS NOT NULL' },
  type: { value: 's.type', demand: 'true' },
  status: { value: 's.status', demand: 'true' },
  year: inOneUnit('YYYY'),
  month: inOneUnit('YYYY-MM'),
}

/**
 * The facets that reveal nothing of withheld words. Lists show the article and the status of a retracted statement too.
 */
const SHOWN_OF_WITHHELD: readonly FacetName[] = ['publisher', 'status']

const CountRow = z.object({ facet: z.string(), value: z.string(), count: z.int() })
const NamedRow = z.object({ id: z.string(), slug: z.string(), name: z.string() })

/**
 * Counts the statements that match the filters, by the values of some facets. Up to 10,000 matches are counted one by
 * one. If there are more, only the statements of a sample are counted.
 */
export async function countFacets(
  db: Db,
  filters: StatementFilters,
  facets: readonly FacetName[],
): Promise<FacetCounts> {
  const sample = await sampleOf(db, filters)
  const simple = facets.filter((name) => name !== 'organization')
  const { query, where } = sample.read(COLUMNS)
  const found = await plannedRows(
    db,
    `WITH matches AS MATERIALIZED (${query})
     SELECT 'matches' AS facet, '' AS value, count(*) AS count FROM matches s
     ${simple.map((name) => `UNION ALL ${countsBy(name, filters, where)}`).join('\n')}`,
    where.parameters,
  )
  const counted = found.map((row) => CountRow.parse(row))
  const scaled = (count: number): number => Math.round(count * sample.scale)
  const counts: { [Name in FacetName]?: readonly FacetCount[] } = {}
  for (const name of facets) {
    const own =
      name === 'organization'
        ? await countOrganizations(db, filters, sample)
        : counted.filter(({ facet }) => facet === name)
    const values = await named(db, name, own)
    counts[name] = values.map((value) => ({ ...value, count: scaled(value.count) }))
  }
  const matches = counted.find(({ facet }) => facet === 'matches')?.count ?? 0
  return { matches: scaled(matches), estimated: sample.scale > 1, counts }
}

const WITHHELD = WITHHELD_STATUSES.map((status) => `'${status}'`).join(', ')
const hasWords = `s.status NOT IN (${WITHHELD})`

/** Returns SQL for the most frequent values of a facet, with their counts. */
function countsBy(name: FacetName, { said_from, said_to }: StatementFilters, where: Conditions): string {
  const { value, demand } = VALUES[name]
  const isOfTime = name === 'year' || name === 'month'
  const demands = [
    demand,
    ...(SHOWN_OF_WITHHELD.includes(name) ? [] : [hasWords]),
    // With match=overlap, a year counts only statements that were certainly said in the year and in the period.
    ...(isOfTime && isGiven(said_from) ? [`s.said_earliest >= ${where.parameter(said_from)}::date`] : []),
    ...(isOfTime && isGiven(said_to) ? [`s.said_latest <= ${where.parameter(said_to)}::date`] : []),
  ]
  return `(SELECT '${name}', ${value}::text, count(*) FROM matches s WHERE ${demands.join(' AND ')}
    GROUP BY 2 ORDER BY 3 DESC, 2 DESC LIMIT ${FACET_VALUES_MAX})`
}

type Counted = Pick<z.infer<typeof CountRow>, 'value' | 'count'>

/**
 * Counts the statements of each organization that the filter `organization` finds. These include the statements of
 * people who held a position in the organization. If the filters name organizations, counts only for these.
 */
async function countOrganizations(db: Db, filters: StatementFilters, sample: Sample): Promise<Counted[]> {
  const ids = filters.organization?.ids ?? (await likelyOrganizations(db, sample))
  if (ids.length === 0) return []
  const offices = await findDatedOffices(db, ids)
  const { query, where } = sample.read(COLUMNS)
  const counts = ids.map((id) => {
    const own = where.beyond()
    own.demand(hasWords)
    demandOrganization(own, { ids: [id], offices: provenOffices(offices, [id]) }, 'matches')
    return `SELECT ${where.parameter(id)}::text AS value, count(*) AS count FROM matches s ${own.where()}`
  })
  const found = await plannedRows(
    db,
    `WITH matches AS MATERIALIZED (${query}), counts AS (${counts.join(' UNION ALL ')})
     SELECT '' AS facet, value, count FROM counts WHERE count > 0 ORDER BY count DESC, value LIMIT ${FACET_VALUES_MAX}`,
    where.parameters,
  )
  return found.map((row) => CountRow.parse(row))
}

/** Finds the organizations to which most of the statements may belong. */
async function likelyOrganizations(db: Db, sample: Sample): Promise<string[]> {
  const { query, where } = sample.read('s.official_id, s.organization_id')
  const found = await plannedRows(
    db,
    `WITH matches AS MATERIALIZED (${query}),
     speakers AS (SELECT s.official_id, count(*) AS count FROM matches s GROUP BY 1)
     SELECT id FROM (
       SELECT s.organization_id AS id, count(*) AS count FROM matches s GROUP BY 1
       UNION ALL
       SELECT held.organization_id, speakers.count FROM speakers
         JOIN (SELECT DISTINCT p.official_id, p.organization_id FROM positions p WHERE p.from_edtf IS NOT NULL) held
           ON held.official_id = speakers.official_id
     ) likely WHERE id IS NOT NULL GROUP BY id ORDER BY sum(count) DESC, id LIMIT ${FACET_VALUES_MAX}`,
    where.parameters,
  )
  return (found as { id: string }[]).map(({ id }) => id)
}

const NAMES = {
  official: 'SELECT id::text, slug, name FROM officials WHERE id = ANY($1::uuid[])',
  organization: 'SELECT id::text, slug, name FROM organizations WHERE id = ANY($1::uuid[])',
} as const

/** Adds names to the values of a facet, and sorts them: the most frequent value first, or the latest time first. */
async function named(db: Db, facet: FacetName, counted: readonly Counted[]): Promise<FacetCount[]> {
  if (facet === 'year' || facet === 'month')
    return counted.map(({ value, count }) => ({ value, count })).sort((a, b) => (a.value < b.value ? 1 : -1))
  if (facet === 'type' || facet === 'status') return counted.map(({ value, count }) => ({ value, count }))
  const values = counted.map(({ value }) => value)
  if (facet === 'publisher') {
    const names = await findPublisherNames(db, values)
    return counted.flatMap(({ value, count }) => {
      const name = names.get(value)
      return name === undefined ? [] : [{ value: name, count }]
    })
  }
  const found = await rows(db, NAMES[facet], [values])
  const records = new Map(found.map((row) => NamedRow.parse(row)).map((record) => [record.id, record]))
  return counted.flatMap(({ value, count }) => {
    const record = records.get(value)
    return record ? [{ value: record.slug, id: record.id, name: record.name, count }] : []
  })
}
