import type { StatementStatus } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'

/** All a statement was at one of its versions. */
export async function findVersion(db: Db, statementId: string, version: number): Promise<unknown> {
  const [row] = await rows(
    db,
    `SELECT after FROM revisions WHERE subject = 'statement' AND subject_id = $1::uuid AND version = $2::int`,
    [statementId, version],
  )
  return (row as { after: unknown } | undefined)?.after
}

/** The status a statement had before it came to have one of these. */
export async function findStatusBefore(
  db: Db,
  statementId: string,
  withdrawn: readonly StatementStatus[],
): Promise<string | undefined> {
  const [row] = await rows(
    db,
    `SELECT after->>'status' AS status FROM revisions
     WHERE subject = 'statement' AND subject_id = $1::uuid AND after->>'status' <> ALL($2::text[])
     ORDER BY version DESC LIMIT 1`,
    [statementId, withdrawn],
  )
  return (row as { status: string } | undefined)?.status
}
