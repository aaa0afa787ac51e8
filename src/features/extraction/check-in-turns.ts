import { mapInTurns } from '../../core/turns.ts'
import { type CheckedStatement, checkStatement, type Extraction } from '../../engine/index.ts'

/** The most statements that are checked in one turn of the event loop. */
const CHECKED_AT_ONCE = 500

/**
 * Returns the statements of an extraction like `checkStatements`. Other work of the process can run meanwhile.
 * @throws DomainError `span_mismatch`.
 */
export const checkInTurns = (text: string, { statements }: Extraction): Promise<CheckedStatement[]> =>
  mapInTurns(statements, CHECKED_AT_ONCE, (statement) => checkStatement(text, statement))
