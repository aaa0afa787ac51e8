import { z } from 'zod'
import type { IdOrSlug } from '../../core/id-or-slug.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import type { Expansion } from '../../database/expansion.ts'
import { Instant } from '../../database/instant.ts'
import { listKeyed } from '../../database/keyset-list.ts'
import { aliasesOf, identifiersOf, lookUp, positionsOf } from '../../database/named-records.sql.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { rows } from '../../database/sql.ts'
import { Identifier } from '../organizations/schema.ts'
import { isShown } from '../shown.ts'
import { COUNTED_IN_LISTS, COUNTED_OF_ONE, statementCount } from '../statement-counts/count.sql.ts'
import { StatementCount } from '../statement-counts/schema.ts'
import { officialConditions } from './conditions.ts'
import { type Official, type OfficialFilters, Position } from './schema.ts'

// SQL, because one query reads a person with names, positions, and their first and last statements. Prisma needs eight
// queries, and more than four times the processor time.

const text = z.string()
const Bounds = z
  .object({ edtf: text, earliest: text, latest: text.nullable(), precision: z.enum(DATE_PRECISIONS) })
  .nullable()
const OfficialRow = z.object({
  id: text,
  slug: text,
  name: text,
  aliases: z.array(text),
  identifiers: z.array(Identifier),
  positions: z.array(Position),
  statement_count: StatementCount,
  first_said: Bounds,
  latest_said: Bounds,
  version: z.int(),
  created_at: Instant,
  updated_at: Instant,
})

const SHOWN = `s.official_id = o.id AND ${isShown('s')}`

const saidAt = (order: string): string => `
  (SELECT json_build_object('edtf', s.said_edtf, 'earliest', s.said_earliest, 'latest', s.said_latest,
                            'precision', s.said_precision)
   FROM statements s WHERE ${SHOWN} AND s.said_earliest IS NOT NULL ORDER BY ${order}, s.id LIMIT 1)`

/** Returns the columns of a person, whose statements are counted one by one up to a limit. */
const columns = (countedMax: number): string => `
  o.id, o.slug, o.name, o.version, o.created_at, o.updated_at,
  ${aliasesOf('officials', 'o')} AS aliases, ${identifiersOf('officials', 'o')} AS identifiers,
  ${positionsOf('o', 'p.from_earliest DESC NULLS LAST, p.created_at, p.id')} AS positions,
  ${statementCount('official_id', 'o.id', countedMax)} AS statement_count,
  ${saidAt('s.said_earliest, s.said_latest')} AS first_said,
  ${saidAt('said_descending(s.said_basis, s.said_latest) DESC, s.said_earliest DESC')} AS latest_said`

const toOfficial = (row: z.infer<typeof OfficialRow>): Official => ({
  id: row.id,
  url: `/v1/officials/${row.slug}`,
  slug: row.slug,
  name: row.name,
  aliases: row.aliases,
  identifiers: row.identifiers,
  positions: row.positions,
  statements: { ...row.statement_count, first_said: row.first_said, latest_said: row.latest_said },
  version: row.version,
  recorded: row.created_at,
  updated: row.updated_at,
})

/**
 * Lists officials that match the filters. The official nearest to the position of the page comes first. The list has at
 * most one official more than the page.
 */
export function listOfficials(
  db: Db,
  filters: OfficialFilters,
  request: PageRequest,
): Promise<Keyed<Official>[]> {
  const list = {
    select: `SELECT ${columns(COUNTED_IN_LISTS)} FROM officials o`,
    where: officialConditions(filters),
    by: { expression: 'o.name', type: 'text', id: 'o.id', idType: 'uuid' },
    read: officialExpansion.parse,
    keyOf: ({ name, id }: Official) => ({ values: [name], id }),
  }
  return listKeyed(db, list, request)
}

/** Counts the officials that match the filters, exactly or up to a limit. */
export const countOfficials = (
  db: Db,
  filters: OfficialFilters,
  counting: Counting,
): Promise<number | null> => countRows(db, counting, 'FROM officials o', officialConditions(filters))

/**
 * Finds an official by id or slug. If the official was merged, returns only the slug of the record it was merged into.
 */
export async function findOfficial(
  db: Db,
  who: IdOrSlug,
): Promise<Official | { readonly mergedInto: string } | undefined> {
  const [column, value] = lookUp(who)
  const [row] = await rows(
    db,
    `SELECT ${columns(COUNTED_OF_ONE)}, m.slug AS merged_into FROM officials o LEFT JOIN officials m ON m.id = o.merged_into_id
     WHERE o.${column} = $1`,
    [value],
  )
  if (row === undefined) return undefined
  const { merged_into, ...official } = OfficialRow.extend({ merged_into: text.nullable() }).parse(row)
  return merged_into === null ? toOfficial(official) : { mergedInto: merged_into }
}

/** Reads officials in full, with the rows that refer to them. */
export const officialExpansion: Expansion<Official> = {
  select: (ids) => `SELECT ${columns(COUNTED_IN_LISTS)} FROM officials o WHERE o.id IN (${ids})`,
  parse: (row) => toOfficial(OfficialRow.parse(row)),
}
