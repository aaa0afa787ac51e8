import { DomainError } from '../../core/errors.ts'
import type { Db } from '../../database/handle.ts'
import type { Revision } from '../../database/ledger.ts'
import type { NewStatement, Statement } from './schema.ts'
import * as store from './store.ts'

export { countStatements, listStatements, statementConditions } from './store.ts'

/** @throws DomainError `not_found`. */
export async function getStatement(db: Db, id: string): Promise<Statement> {
  const statement = await store.findStatement(db, id)
  if (!statement) {
    throw new DomainError(
      'not_found',
      `No statement has the id ${id}. GET /v1/statements lists those there are.`,
    )
  }
  return statement
}

/** Keeps new statements and returns the first revision of each. */
export async function addStatements(
  tx: Db,
  origin: { readonly articleId: string; readonly snapshotId: string },
  statements: readonly NewStatement[],
  at: Date,
): Promise<Revision[]> {
  if (statements.length > 0) await store.insertStatements(tx, origin, statements, at)
  return statements.map(({ id, utterance, officialId, organizationId }) => ({
    subject: 'statement',
    subjectId: id,
    version: 1,
    action: 'created',
    actor: 'machine',
    reason: null,
    before: null,
    after: { ...utterance, official: officialId, organization: organizationId, status: 'machine', ...origin },
  }))
}
