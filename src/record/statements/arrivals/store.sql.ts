import { z } from 'zod'
import { WITHHELD_STATUSES } from '../../../core/visibility.ts'
import { type Conditions, conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { plannedRows } from '../../../database/sql.ts'
import { statementConditions } from '../conditions.ts'
import type { StatementFilters } from '../schema.ts'

// SQL, because one query tries many filters on a few statements. It reads each row once, and uses no index of the
// table.

const Arrival = z.object({
  position: z.int(),
  /** The indexes of the filters that the current statement passes. */
  passed: z.array(z.int()),
  /** True if no later change of the statement is on record. */
  is_latest: z.boolean(),
})
/** A change of a statement that passes some filters. */
export type Arrival = Readonly<z.infer<typeof Arrival>>

/** The changes after a position of the ledger, up to and including another position. */
export interface LedgerWindow {
  readonly after: number
  readonly until: number
}

/** Finds the first change in a window whose statement passes at least one of the filters in its current form. */
export async function findArrival(
  db: Db,
  { after, until }: LedgerWindow,
  filters: readonly StatementFilters[],
): Promise<Arrival | undefined> {
  const where = conditions()
  const changed = `SELECT r.position, r.version = s.version AS is_latest, s.*
    FROM revisions r JOIN statements s ON s.id = r.subject_id
    WHERE r.subject = 'statement' AND r.position > ${where.parameter(after)} AND r.position <= ${where.parameter(until)}`
  const [row] = await plannedRows(db, firstPassing(changed, filters, where), where.parameters)
  return row === undefined ? undefined : Arrival.parse(row)
}

/**
 * Finds which filters a statement passes if some of its columns have other values.
 * @returns the indexes of the filters.
 */
export async function findPassedWith(
  db: Db,
  id: string,
  columns: object,
  filters: readonly StatementFilters[],
): Promise<readonly number[]> {
  const where = conditions()
  const changed = `SELECT 1 AS position, true AS is_latest, whole.*
    FROM statements s, jsonb_populate_record(s, ${where.parameter(JSON.stringify(columns))}::jsonb) other,
      jsonb_populate_record(other, jsonb_build_object('words', statement_words(
        other.text, other.speaker_name, other.role, other.official_id, other.organization_id)::text)) whole
    WHERE s.id = ${where.parameter(id)}::uuid`
  const [row] = await plannedRows(db, firstPassing(changed, filters, where), where.parameters)
  return row === undefined ? [] : Arrival.parse(row).passed
}

const WITHHELD = WITHHELD_STATUSES.map((status) => `'${status}'`).join(', ')

/**
 * Returns the query that finds the first row that passes at least one filter, with the filters that it passes. The
 * query tries the rows in order and stops at the first. Statements whose words are withheld pass no filter.
 * @param changed the query of the rows: statements with a position.
 * @param where the parameters of that query.
 */
function firstPassing(changed: string, filters: readonly StatementFilters[], where: Conditions): string {
  const each = filters.map(
    (one, index) => `SELECT ${index} ${statementConditions(one, where.beyond()).where()}`,
  )
  // In `changed`, "statements" is the table. In the conditions, "statements" is only these rows.
  return `WITH statements AS MATERIALIZED (${changed})
    SELECT s.position, s.is_latest, tried.passed
    FROM (SELECT * FROM statements WHERE status NOT IN (${WITHHELD}) ORDER BY position OFFSET 0) s
    CROSS JOIN LATERAL (SELECT ARRAY(${each.join(' UNION ALL ')}) AS passed OFFSET 0) tried
    WHERE cardinality(tried.passed) > 0 ORDER BY s.position LIMIT 1`
}
