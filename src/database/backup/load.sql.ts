import type pg from 'pg'
import { insertRows, type TableShape } from './table-shape.sql.ts'

// SQL by hand: Prisma inserts a hundredth as fast, and can neither alter constraints nor vacuum.

/** Returns the tables that have rows. The ledger counts as empty before the first change. */
export async function findFilledTables(client: pg.Client, shapes: readonly TableShape[]): Promise<string[]> {
  if (shapes.length === 0) return []
  const { rows } = await client.query<{ name: string }>(
    shapes
      .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} ${FILLED[name] ?? ''})`)
      .join(' UNION ALL '),
  )
  return rows.map(({ name }) => name)
}

const FILLED: Readonly<Record<string, string>> = { ledger: 'WHERE position > 0' }

/** Removes the row of the ledger that the migrations inserted. The backup has its own. */
export const emptyLedger = (client: pg.Client): Promise<unknown> => client.query('DELETE FROM ledger')

/** Tables with indexes that triggers search while rows are inserted. */
const SEARCHED_WHILE_LOADING = ['names', 'name_words']

/**
 * Drops what would be kept up to date for each row: indexes that are not unique, and foreign keys. Turns off the trigger
 * that counts statements, because `finishDerived` counts them. To build and check all of it at once is less work. Rows
 * may then also refer to later rows.
 * @returns a function that creates all of it again and checks all references.
 */
export async function setAside(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname`,
  )
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT c.oid::regclass::text AS name, pg_get_indexdef(c.oid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisunique AND c.relnamespace = current_schema()::regnamespace
       AND i.indrelid::regclass::text <> ALL ($1) ORDER BY c.relname`,
    [SEARCHED_WHILE_LOADING],
  )
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name FROM pg_trigger
     WHERE tgfoid = to_regproc('keep_statement_counts') AND tgenabled = 'O'`,
  )
  await client.query(
    [
      "SET LOCAL maintenance_work_mem = '256MB'",
      ...keys.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`),
      ...indexes.map(({ name }) => `DROP INDEX ${name}`),
      ...triggers.map(({ table, name }) => `ALTER TABLE ${table} DISABLE TRIGGER ${name}`),
    ].join(';'),
  )
  return async () => {
    for (const { definition } of indexes) await client.query(definition)
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
    for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`)
  }
}

const NEW_LINE = 10
const [OPEN, COMMA, CLOSE] = [...'[,]'].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
]

/** Inserts the rows of one part. Returns their number. Triggers fill what is derived from them. */
export async function insertPart(client: pg.Client, shape: TableShape, content: Buffer): Promise<number> {
  const { rowCount } = await client.query({
    name: `restore ${shape.name}`,
    text: insertRows(shape),
    values: [toArray(content)],
  })
  return rowCount ?? 0
}

/** Makes a JSON array of lines: `[` line `,` line `]`. */
function toArray(lines: Buffer): Buffer {
  const array = Buffer.allocUnsafe(lines.length + 1)
  array[0] = OPEN
  lines.copy(array, 1)
  for (let at = array.indexOf(NEW_LINE); at !== -1; at = array.indexOf(NEW_LINE, at + 1)) array[at] = COMMA
  array[lines.length] = CLOSE
  return array
}

/** Sets the sequences of the tables behind their highest numbers, and derives the names again, with exact counts. */
export async function finishDerived(client: pg.Client, shapes: readonly TableShape[]): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT t.name AS table, quote_ident(a.attname) AS column, pg_get_serial_sequence(t.name, a.attname) AS sequence
     FROM unnest($1::text[]) AS t (name)
     JOIN pg_attribute a ON a.attrelid = to_regclass(t.name) AND a.attnum > 0 AND NOT a.attisdropped
     WHERE pg_get_serial_sequence(t.name, a.attname) IS NOT NULL`,
    [shapes.map(({ name }) => name)],
  )
  for (const { table, column, sequence } of rows)
    await client.query(
      `SELECT setval('${sequence}', max(${column})) FROM ${table} HAVING max(${column}) IS NOT NULL`,
    )
  const { rows: found } = await client.query<{ exists: boolean }>(
    "SELECT to_regprocedure('rebuild_names()') IS NOT NULL AS exists",
  )
  if (found[0]!.exists) await client.query('SELECT rebuild_names()')
}

/** Pauses all webhooks, so that a copy beside the service sends nothing. Returns their number. */
export async function pauseWebhooks(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE webhooks SET status = 'paused', status_reason = 'restored from a backup', held_by = NULL, held_until = NULL
     WHERE status = 'active'`,
  )
  return rowCount ?? 0
}

/** Counts the values of the tables for the planner, and marks their pages as visible to all. */
export const vacuum = (client: pg.Client): Promise<unknown> => client.query('VACUUM (ANALYZE)')
