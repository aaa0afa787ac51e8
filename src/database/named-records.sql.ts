import type { IdOrSlug } from '../core/id-or-slug.ts'
import type { Conditions } from './conditions.ts'
import type { Tx } from './db.ts'
import { execute } from './sql.ts'

/** Where people and organizations are kept: what has a slug, a name, other names and identifiers. */
export type NamedTable = 'officials' | 'organizations'

/** The tables of other names, and the column that says whose a name or an identifier is. */
export const OTHER_NAMES = {
  officials: { aliases: 'official_aliases', owner: 'official_id' },
  organizations: { aliases: 'organization_aliases', owner: 'organization_id' },
} as const satisfies Record<NamedTable, unknown>

// SQL that several stores share. `row` is what a query calls the row it is about.

/** The other names of a row, as an array in alphabetical order. */
export function aliasesOf(table: NamedTable, row: string): string {
  const { aliases, owner } = OTHER_NAMES[table]
  return `ARRAY(SELECT a.name FROM ${aliases} a WHERE a.${owner} = ${row}.id ORDER BY a.name)`
}

/** The identifiers of a row, as JSON: `[{ "scheme", "value" }]`. */
export const identifiersOf = (table: NamedTable, row: string): string => `
  (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) ORDER BY i.scheme, i.value), '[]')
   FROM identifiers i WHERE i.${OTHER_NAMES[table].owner} = ${row}.id)`

/** What names a row where something refers to it, as JSON. */
export const referenceTo = (row: string): string =>
  `json_build_object('id', ${row}.id, 'slug', ${row}.slug, 'name', ${row}.name)`

/** The positions of a person, as JSON, oldest record first unless another order of `positions p` is given. */
export const positionsOf = (row: string, order = 'p.created_at, p.id'): string => `
  (SELECT coalesce(json_agg(json_build_object(
            'id', p.id, 'title', p.title, 'from', p.from_edtf, 'to', p.to_edtf, 'basis', p.basis,
            'organization', CASE WHEN g.id IS NOT NULL THEN ${referenceTo('g')} END)
          ORDER BY ${order}), '[]')
   FROM positions p LEFT JOIN organizations g ON g.id = p.organization_id WHERE p.official_id = ${row}.id)`

/** Demands that a row is known elsewhere under an identifier, where one is given. */
export function demandIdentifier(
  where: Conditions,
  table: NamedTable,
  row: string,
  identifier: { readonly scheme: string; readonly value: string } | undefined,
): void {
  if (!identifier) return
  const [scheme, value] = [where.parameter(identifier.scheme), where.parameter(identifier.value)]
  where.demand(`${row}.id IN (
    SELECT i.${OTHER_NAMES[table].owner} FROM identifiers i WHERE i.scheme = ${scheme} AND i.value = ${value})`)
}

/** The column that somebody is looked up by, and what it must hold. */
export const lookUp = (who: IdOrSlug): [column: 'id' | 'slug', value: string] =>
  'id' in who ? ['id', who.id] : ['slug', who.slug]

/**
 * Holds people or organizations until the transaction ends, in one order whoever asks. What refers to them may be added
 * meanwhile: only another change of them has to wait.
 */
export const lockNamedRecords = (tx: Tx, table: NamedTable, ids: readonly string[]): Promise<number> =>
  execute(tx, `SELECT FROM ${table} WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [ids])
