import { DomainError, type Tombstone } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { articleExpansion } from '../articles/domain.ts'
import { officialExpansion } from '../officials/domain.ts'
import { organizationExpansion } from '../organizations/domain.ts'
import type { ExpansionName, Statement, StatementFilters } from './schema.ts'
import * as sql from './store.sql.ts'
import { findTombstone } from './store.ts'

export { statementConditions } from './conditions.ts'
export { countStatements, findStatementsOfSnapshot } from './store.sql.ts'
export { findIdsOfOfficial, findIdsOfOrganization } from './store.ts'

/** Statements that pass the filters, with the things named in `expand` whole. */
export const listStatements = (
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  expand: readonly ExpansionName[] = [],
): Promise<Keyed<Statement>[]> => sql.listStatements(db, filters, request, expansionsFor(expand))

const EXPANSION_OF = {
  official: officialExpansion,
  organization: organizationExpansion,
  article: articleExpansion,
}

const expansionsFor = (names: readonly ExpansionName[]): sql.Expansions =>
  Object.fromEntries(names.map((name) => [name, EXPANSION_OF[name]]))

/** @throws DomainError `not_found`; `gone` for one that was retracted, with when, by whom and why. */
export async function getStatement(
  db: Db,
  id: string,
  expand: readonly ExpansionName[] = [],
): Promise<Statement> {
  const statement = await sql.findStatement(db, id, expansionsFor(expand))
  if (!statement) throw notFound(id)
  if (statement.status === 'retracted') throw gone(await findTombstone(db, id))
  return statement
}

/** The failure of whoever asks for a statement that is not there. */
export const notFound = (id: string): DomainError =>
  new DomainError('not_found', `No statement has the id ${id}. GET /v1/statements lists those there are.`)

function gone(tombstone: Tombstone | undefined): DomainError {
  if (!tombstone) return new DomainError('gone', 'This statement was retracted.')
  const { at, by, reason } = tombstone
  const detail = `This statement was retracted on ${at.slice(0, 10)} by ${by}: ${reason ?? 'no reason was given.'}`
  return new DomainError('gone', detail, [], undefined, tombstone)
}

/**
 * A statement as lists show it: of one that was retracted, that it was and where it stood, but not who is said to
 * have said what.
 */
export function withholdRetracted(statement: Statement): Partial<Statement> {
  if (statement.status !== 'retracted') return statement
  const { id, url, status, article, version, recorded, updated } = statement
  return { id, url, status, article, version, recorded, updated }
}
