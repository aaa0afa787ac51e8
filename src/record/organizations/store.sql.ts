import { z } from 'zod'
import type { IdOrSlug } from '../../core/id-or-slug.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db, Tx } from '../../database/db.ts'
import type { Expansion } from '../../database/expansion.ts'
import { Instant } from '../../database/instant.ts'
import { listKeyed } from '../../database/keyset-list.ts'
import { insertNamedRecords } from '../../database/named-record-inserts.sql.ts'
import { aliasesOf, identifiersOf, lookUp } from '../../database/named-records.sql.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { rows } from '../../database/sql.ts'
import { COUNTED_IN_LISTS, COUNTED_OF_ONE, statementCount } from '../statement-counts/count.sql.ts'
import { StatementCount } from '../statement-counts/schema.ts'
import { organizationConditions } from './conditions.ts'
import { Identifier, type Organization, type OrganizationFilters } from './schema.ts'

// SQL, because one query reads an organization with its names and the number of its statements, and because one query
// matches names across organizations and their other names.

const Known = z.object({ id: z.uuid(), slug: z.string(), name: z.string(), nameKey: z.string() })
type Known = z.infer<typeof Known>

/**
 * Finds organizations by keys of names. Returns them by key. Another name counts only if no other organization has it.
 */
export async function findByKeys(db: Db, keys: readonly string[]): Promise<Map<string, Known>> {
  if (keys.length === 0) return new Map()
  const found = await rows(
    db,
    `SELECT id, slug, name, name_key AS "nameKey" FROM organizations WHERE name_key = ANY($1::text[])
     UNION ALL
     SELECT g.id, g.slug, g.name, a.name_key AS "nameKey"
     FROM organization_aliases a JOIN organizations g ON g.id = a.organization_id
     WHERE a.name_key = ANY($1::text[])
       AND NOT EXISTS (SELECT FROM organizations o WHERE o.name_key = a.name_key)
       AND NOT EXISTS (SELECT FROM organization_aliases b
                       WHERE b.name_key = a.name_key AND b.organization_id <> a.organization_id)`,
    [keys],
  )
  return new Map(found.map((row) => Known.parse(row)).map((known) => [known.nameKey, known]))
}

/** Inserts organizations, each under a free slug. Lock the names before. */
export async function insertOrganizations(
  tx: Tx,
  added: readonly Omit<Known, 'slug'>[],
  at: Date,
): Promise<Known[]> {
  const slugs = await insertNamedRecords(tx, 'organizations', added, at)
  return added.map((organization, index) => ({ ...organization, slug: slugs[index]! }))
}

const text = z.string()
const OrganizationRow = z.object({
  id: text,
  slug: text,
  name: text,
  aliases: z.array(text),
  identifiers: z.array(Identifier),
  statement_count: StatementCount,
  version: z.int(),
  created_at: Instant,
  updated_at: Instant,
})

/** Returns the columns of an organization, whose statements are counted one by one up to a limit. */
const columns = (countedMax: number): string => `
  g.id, g.slug, g.name, g.version, g.created_at, g.updated_at,
  ${aliasesOf('organizations', 'g')} AS aliases, ${identifiersOf('organizations', 'g')} AS identifiers,
  ${statementCount('organization_id', 'g.id', countedMax)} AS statement_count`

const toOrganization = (row: z.infer<typeof OrganizationRow>): Organization => ({
  id: row.id,
  url: `/v1/organizations/${row.slug}`,
  slug: row.slug,
  name: row.name,
  aliases: row.aliases,
  identifiers: row.identifiers,
  statements: row.statement_count,
  version: row.version,
  recorded: row.created_at,
  updated: row.updated_at,
})

/**
 * Lists organizations that match the filters. The organization nearest to the position of the page comes first. The
 * list has at most one organization more than the page.
 */
export function listOrganizations(
  db: Db,
  filters: OrganizationFilters,
  request: PageRequest,
): Promise<Keyed<Organization>[]> {
  const list = {
    select: `SELECT ${columns(COUNTED_IN_LISTS)} FROM organizations g`,
    where: organizationConditions(filters),
    by: { expression: 'g.name', type: 'text', id: 'g.id', idType: 'uuid' },
    read: organizationExpansion.parse,
    keyOf: ({ name, id }: Organization) => ({ values: [name], id }),
  }
  return listKeyed(db, list, request)
}

/** Counts the organizations that match the filters, exactly or up to a limit. */
export const countOrganizations = (
  db: Db,
  filters: OrganizationFilters,
  counting: Counting,
): Promise<number | null> => countRows(db, counting, 'FROM organizations g', organizationConditions(filters))

/** Finds an organization by id or slug. If it was merged, returns only the slug of the record it was merged into. */
export async function findOrganization(
  db: Db,
  who: IdOrSlug,
): Promise<Organization | { readonly mergedInto: string } | undefined> {
  const [column, value] = lookUp(who)
  const [row] = await rows(
    db,
    `SELECT ${columns(COUNTED_OF_ONE)}, m.slug AS merged_into
     FROM organizations g LEFT JOIN organizations m ON m.id = g.merged_into_id WHERE g.${column} = $1`,
    [value],
  )
  if (row === undefined) return undefined
  const { merged_into, ...found } = OrganizationRow.extend({ merged_into: text.nullable() }).parse(row)
  return merged_into === null ? toOrganization(found) : { mergedInto: merged_into }
}

/** Reads organizations in full, with the rows that refer to them. */
export const organizationExpansion: Expansion<Organization> = {
  select: (ids) => `SELECT ${columns(COUNTED_IN_LISTS)} FROM organizations g WHERE g.id IN (${ids})`,
  parse: (row) => toOrganization(OrganizationRow.parse(row)),
}
