import { createHash } from 'node:crypto'
import type pg from 'pg'
import { OperatorError } from '../../core/operator-error.ts'
import { hashOfParts, type TableEntry } from './manifest.ts'
import { readRows } from './read-rows.sql.ts'
import type { TableShape } from './table-shape.sql.ts'

const NEW_LINE = 10

/**
 * Reads a table as a backup does, and compares the hash of each part with the backup.
 * @returns the hash of the table.
 * @throws OperatorError if a byte is different.
 */
export async function compareTable(client: pg.Client, shape: TableShape, entry: TableEntry): Promise<string> {
  const hashes = await hashParts(
    readRows(client, shape),
    entry.parts.map(({ rows }) => rows),
  )
  const hash = hashOfParts(hashes.map((sha256) => ({ sha256 })))
  if (hash === entry.sha256) return hash
  throw new OperatorError(
    `The restored table ${entry.name} is not equal to the backup. Nothing was restored. Report this as a fault of On Record, with both versions of PostgreSQL.`,
  )
}

/** Cuts lines after given numbers of rows, and returns the hash of each piece. The last hash is that of further rows. */
async function hashParts(lines: AsyncIterable<Buffer>, rowsOfParts: readonly number[]): Promise<string[]> {
  const hashes: string[] = []
  let hash = createHash('sha256')
  let rowsLeft = rowsOfParts[0] ?? 0
  let hasRest = false
  for await (const chunk of lines) {
    let from = 0
    for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, at + 1)) {
      hasRest = true
      rowsLeft--
      if (rowsLeft !== 0) continue
      hash.update(chunk.subarray(from, at + 1))
      hashes.push(hash.digest('hex'))
      hash = createHash('sha256')
      rowsLeft = rowsOfParts[hashes.length] ?? 0
      hasRest = false
      from = at + 1
    }
    hash.update(chunk.subarray(from))
  }
  return hasRest ? [...hashes, hash.digest('hex')] : hashes
}
