import type pg from 'pg'
import { DERIVED_COLUMNS, KEPT_TABLES } from './tables.ts'

// SQL by hand: Prisma knows neither the catalog nor COPY, and would make an object of each row.

interface Column {
  readonly name: string
  /** As PostgreSQL writes it, such as `timestamp(3) with time zone`. */
  readonly type: string
}

/** What a table looks like in this database. */
export interface TableShape {
  readonly name: (typeof KEPT_TABLES)[number]
  /** The columns of a backup, in the order of the table. */
  readonly columns: readonly Column[]
  /** The primary key, as an order that does not depend on the collation of the database. */
  readonly order: string
}

/** Reads the shapes of the tables of a backup. Leaves out tables that the schema does not have. */
export async function readShapes(client: pg.Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<Column & { table: TableShape['name']; keyPlace: number | null }>(
    `SELECT t.name AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
            array_position(i.indkey::int[], a.attnum::int) AS "keyPlace"
     FROM unnest($1::text[]) WITH ORDINALITY AS t (name, place)
     JOIN pg_attribute a ON a.attrelid = to_regclass(t.name) AND a.attnum > 0 AND NOT a.attisdropped
                        AND a.attgenerated = ''
     LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     ORDER BY t.place, a.attnum`,
    [KEPT_TABLES],
  )
  return KEPT_TABLES.flatMap((name) => {
    const derived = DERIVED_COLUMNS[name] ?? []
    const columns = rows.filter((column) => column.table === name && !derived.includes(column.name))
    if (columns.length === 0) return []
    const key = columns.filter(({ keyPlace }) => keyPlace !== null)
    key.sort((a, b) => a.keyPlace! - b.keyPlace!)
    const order = key.map((column) => `r.${quoted(column.name)}${isText(column) ? ' COLLATE "C"' : ''}`)
    return [{ name, columns: columns.map(({ name, type }) => ({ name, type })), order: order.join(', ') }]
  })
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const isText = ({ type }: Column): boolean => /^(text|character)/.test(type)

/** JSON as a caller wrote it: its spaces, the order of its keys, and null, which is not the NULL of SQL. */
const isVerbatim = ({ type }: Column): boolean => type === 'json'

/**
 * Returns the query for the rows of a table, in order, each as one JSON object on one line. In CSV with these
 * delimiters, PostgreSQL neither quotes nor escapes JSON, because JSON has no control characters.
 * @param condition selects rows of the table.
 */
export const copyRows = ({ name, columns, order }: TableShape, condition = 'true'): string =>
  `COPY (SELECT row_to_json(r) FROM (
     SELECT ${columns.map((column) => (isVerbatim(column) ? `${quoted(column.name)}::text AS ${quoted(column.name)}` : quoted(column.name))).join(', ')}
     FROM ${name} WHERE ${condition}) r ORDER BY ${order})
   TO STDOUT WITH (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`

/** Returns the statement that inserts the rows of a JSON array, which is its parameter. */
export const insertRows = ({ name, columns }: TableShape): string =>
  `INSERT INTO ${name} (${columns.map((column) => quoted(column.name)).join(', ')})
   SELECT ${columns.map((column) => `${quoted(column.name)}${isVerbatim(column) ? '::json' : ''}`).join(', ')}
   FROM json_to_recordset($1::json) AS r (${columns
     .map((column) => `${quoted(column.name)} ${isVerbatim(column) ? 'text' : column.type}`)
     .join(', ')})`
