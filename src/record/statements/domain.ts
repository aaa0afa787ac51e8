import { DomainError, type Tombstone } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { isWithheld } from '../../core/visibility.ts'
import type { Db } from '../../database/db.ts'
import {
  articleExpansion,
  gone as articleGone,
  findTombstone as findArticleTombstone,
} from '../articles/domain.ts'
import { officialExpansion } from '../officials/domain.ts'
import { organizationExpansion } from '../organizations/domain.ts'
import { resolveReferences } from '../references/domain.ts'
import type { NamingFilters, ResolvedReference } from '../references/schema.ts'
import { type Highlight, highlightsIn, wordsToStem } from '../search/highlights.ts'
import { findStems } from '../search/stems.sql.ts'
import { provenOffices } from './offices.ts'
import { rowsToCompare } from './rows-to-compare.ts'
import type {
  AskedStatementFilters,
  ExpansionName,
  OrganizationFilter,
  Statement,
  StatementFilters,
} from './schema.ts'
import { searchStatements } from './search.sql.ts'
import * as sql from './store.sql.ts'
import { findDatedOffices, findTombstone, findWithdrawnArticle } from './store.ts'

export { statementConditions } from './conditions.ts'
export { countFacets } from './facets.sql.ts'
export { countStatementsUpTo, sampleOf } from './matches.sql.ts'
export { countRanked } from './search.sql.ts'
export { personNameOf } from './speaker-name.ts'
export {
  countLeftOut,
  countStatements,
  countStatementsOfSnapshot,
  findStatementsOfSnapshot,
} from './store.sql.ts'
export { findIdsOfOfficial, findIdsOfOrganization } from './store.ts'
export type { Dated, TimeCounts } from './times.sql.ts'
export { countRecorded, type RecordedCounts, readTimes, sampleRecorded } from './times.ts'
export { readWhole } from './whole.sql.ts'

/**
 * Resolves the names in filters to records.
 * @param inPath the filter that is part of the path; undefined if none is.
 * @returns the filters for the query, and the merged records that were replaced.
 * @throws DomainError `invalid_parameter` if a value names nothing on record; `not_found` if the value in the path
 * names nothing on record.
 */
export async function resolveStatementFilters(
  db: Db,
  asked: AskedStatementFilters,
  inPath?: keyof NamingFilters,
): Promise<{ filters: StatementFilters; resolved: readonly ResolvedReference[] }> {
  const { official, organization, article, publisher, q, ...others } = asked
  const named = await resolveReferences(db, { official, organization, article, publisher }, inPath)
  return {
    filters: {
      ...others,
      official: named.official,
      organization: named.organization && (await organizationFilter(db, named.organization)),
      article: named.article,
      publisher: named.publisher,
      q: q && { ...q, rowsOf: await rowsToCompare(db, q, named) },
    },
    resolved: named.resolved,
  }
}

const organizationFilter = async (db: Db, ids: readonly string[]): Promise<OrganizationFilter> => ({
  ids,
  offices: provenOffices(await findDatedOffices(db, ids), ids),
})

/** Lists the statements that pass the filters, with the resources named in `expand` in full. */
export const listStatements = (
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  expand: readonly ExpansionName[] = [],
): Promise<Keyed<Statement>[]> => {
  const { q } = filters
  const expansions = expansionsFor(expand)
  return q
    ? searchStatements(db, { ...filters, q }, request, expansions)
    : sql.listStatements(db, filters, request, expansions)
}

/**
 * Finds the words of a search in the texts of statements.
 * @returns the statements, each with `highlights`.
 */
export async function highlightStatements<Item extends { readonly text: string }>(
  db: Db,
  q: SearchQuery,
  statements: readonly Item[],
): Promise<(Item & { highlights: Highlight[] })[]> {
  const texts = statements.map(({ text }) => text)
  const stems = await findStems(db, wordsToStem(q, texts))
  return statements.map((statement) => ({
    ...statement,
    highlights: highlightsIn(statement.text, q, stems),
  }))
}

const EXPANSION_OF = {
  official: officialExpansion,
  organization: organizationExpansion,
  article: articleExpansion,
}

const expansionsFor = (names: readonly ExpansionName[]): sql.Expansions =>
  Object.fromEntries(names.map((name) => [name, EXPANSION_OF[name]]))

/**
 * Returns a statement, with the resources named in `expand` in full.
 * @throws DomainError `not_found`; `gone` with a tombstone if the statement was retracted, or if its article was
 * withdrawn.
 */
export async function getStatement(
  db: Db,
  id: string,
  expand: readonly ExpansionName[] = [],
): Promise<Statement> {
  const statement = await sql.findStatement(db, id, expansionsFor(expand))
  if (!statement) throw await absence(db, id)
  if (isWithheld(statement.status)) throw gone(await findTombstone(db, id))
  return statement
}

/** Returns the error for a statement that cannot be read: `gone` if its article was withdrawn, else `not_found`. */
export async function absence(db: Db, id: string): Promise<DomainError> {
  const articleId = await findWithdrawnArticle(db, id)
  const tombstone = articleId && (await findArticleTombstone(db, articleId))
  return tombstone
    ? articleGone(tombstone, `This statement stands in the article /v1/articles/${articleId}, which was`)
    : notFound(id)
}

const notFound = (id: string): DomainError =>
  new DomainError('not_found', `No statement has the id ${id}. GET /v1/statements lists all statements.`)

function gone(tombstone: Tombstone | undefined): DomainError {
  if (!tombstone) return new DomainError('gone', 'This statement was retracted.')
  const { at, by, reason } = tombstone
  const detail = `This statement was retracted on ${at.slice(0, 10)} by ${by}: ${reason ?? 'no reason was given.'}`
  return new DomainError('gone', detail, [], undefined, tombstone)
}

/**
 * Returns a statement in the form of lists. For a retracted statement, this form has only the article and the status,
 * without words and speaker.
 */
export function withholdRetracted(statement: Statement): Partial<Statement> {
  if (!isWithheld(statement.status)) return statement
  const { id, url, status, article, version, recorded, updated } = statement
  return { id, url, status, article, version, recorded, updated }
}
