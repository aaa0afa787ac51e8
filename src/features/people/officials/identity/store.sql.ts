import type { Tx } from '../../../../database/db.ts'
import { execute } from '../../../../database/sql.ts'

/**
 * Inserts the statements that a merge or a split moved. SQL, because there can be tens of thousands. The query takes
 * them as one array.
 */
export const insertMovedStatements = (
  tx: Tx,
  moveId: string,
  statementIds: readonly string[],
): Promise<number> =>
  execute(
    tx,
    `INSERT INTO official_move_statements (move_id, statement_id)
     SELECT $1::uuid, statement_id FROM unnest($2::uuid[]) AS s (statement_id)`,
    [moveId, statementIds],
  )
