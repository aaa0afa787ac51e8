import type { IdOrSlug } from '../core/id-or-slug.ts'
import type { Conditions } from './conditions.ts'
import type { Tx } from './db.ts'
import { execute } from './sql.ts'

/** The tables of people and organizations: records with a slug, a name, other names and identifiers. */
export type NamedTable = 'officials' | 'organizations'

/** For each table, the table of other names, and the column of names and identifiers that refers to the owner. */
export const OTHER_NAMES = {
  officials: { aliases: 'official_aliases', owner: 'official_id' },
  organizations: { aliases: 'organization_aliases', owner: 'organization_id' },
} as const satisfies Record<NamedTable, unknown>

// SQL that several `*.sql.ts` files share. `row` is the alias of the table in the query.

/** Returns the expression for the other names of a row: an array in alphabetical order. */
export function aliasesOf(table: NamedTable, row: string): string {
  const { aliases, owner } = OTHER_NAMES[table]
  return `ARRAY(SELECT a.name FROM ${aliases} a WHERE a.${owner} = ${row}.id ORDER BY a.name)`
}

/** Returns the expression for the identifiers of a row, as JSON: `[{ "scheme", "value" }]`. */
export const identifiersOf = (table: NamedTable, row: string): string => `
  (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) ORDER BY i.scheme, i.value), '[]')
   FROM identifiers i WHERE i.${OTHER_NAMES[table].owner} = ${row}.id)`

/** Returns the expression for a reference to a row, as JSON: `{ "id", "slug", "name" }`. */
export const referenceTo = (row: string): string =>
  `json_build_object('id', ${row}.id, 'slug', ${row}.slug, 'name', ${row}.name)`

/** Returns the expression for the positions of a person, as JSON, in an order of `positions p`: oldest record first. */
export const positionsOf = (row: string, order = 'p.created_at, p.id'): string => `
  (SELECT coalesce(json_agg(json_build_object(
            'id', p.id, 'title', p.title, 'from', p.from_edtf, 'to', p.to_edtf, 'basis', p.basis,
            'organization', CASE WHEN g.id IS NOT NULL THEN ${referenceTo('g')} END)
          ORDER BY ${order}), '[]')
   FROM positions p LEFT JOIN organizations g ON g.id = p.organization_id WHERE p.official_id = ${row}.id)`

/** Adds the condition that a row has an identifier, if one is given. */
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

/** Returns the column by which to look up a record, and the value of that column. */
export const lookUp = (who: IdOrSlug): [column: 'id' | 'slug', value: string] =>
  'id' in who ? ['id', who.id] : ['slug', who.slug]

/**
 * Locks people or organizations until the transaction ends, always in the order of their ids. Other transactions may
 * still insert rows that refer to them. Only other changes of these records wait.
 */
export const lockNamedRecords = (tx: Tx, table: NamedTable, ids: readonly string[]): Promise<number> =>
  execute(tx, `SELECT FROM ${table} WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [ids])
