import type { z } from 'zod'
import { pick } from '../../core/pick.ts'
import type { Db } from '../../database/db.ts'
import { canonicalUrl, type UrlParameters } from '../../http/canonical-url.ts'
import { type ListReply, type ListRequest, readPage, sendPage } from '../../http/paging.ts'
import { cachedRead } from '../../http/read-cache.ts'
import { type NamingFilters, type ResolvedReference, resolvedFact } from '../../record/references/schema.ts'
import { sortFor } from '../../record/search/domain.ts'
import { RELEVANCE } from '../../record/search/schema.ts'
import {
  countLeftOut,
  countRanked,
  countStatements,
  highlightStatements,
  listStatements,
  resolveStatementFilters,
  withholdRetracted,
} from '../../record/statements/domain.ts'
import type { Statement, StatementFilters } from '../../record/statements/schema.ts'
import { facetsFact } from './facets.ts'
import type { PresentedPage } from './formats/format.ts'
import type { StatementPageFacts } from './formats/schema.ts'
import { statementsUrl } from './list-url.ts'
import { describeNothing } from './nothing-found.ts'
import { filtersOf, type statementList, type View } from './parameters.ts'
import { readNarrow } from './too-broad.ts'

export { narrowingTo } from './facets.ts'
export { statementsUrl } from './list-url.ts'
export { describeNothing } from './nothing-found.ts'
export { readNarrow } from './too-broad.ts'

/** The parsed query of a list of statements. */
export type StatementQuery = z.output<z.ZodObject<typeof statementList>>

export type { PresentedPage } from './formats/format.ts'
export { StatementPage, StatementPageLinks } from './formats/json.ts'
export {
  chooseFormat,
  contextOf,
  exportAnswer,
  exportConfig,
  sendStatements,
  statementListAnswer,
  statementListConfig,
} from './formats/send.ts'

/**
 * Reads the page of statements for a query, and sets the `Link` header.
 * @param inPath the filter that is part of the path; undefined if none is.
 * @throws DomainError `invalid_parameter` if a filter names nothing on record; `not_found` if the path names nothing on
 * record.
 */
export async function readStatements(
  request: ListRequest,
  reply: ListReply,
  db: Db,
  query: StatementQuery,
  inPath?: keyof NamingFilters,
): Promise<PresentedPage> {
  const { filters, resolved } = await resolveFilters(request, db, query, inPath)
  const fromPath = inPath === undefined ? {} : { [inPath]: String(query[inPath]) }
  return listPage(request, reply, db, { query, filters, resolved, fromPath })
}

/**
 * Resolves the records that the filters of a query name.
 * @param inPath the filter that is part of the path; undefined if none is.
 * @throws DomainError `invalid_parameter` if a filter names nothing on record; `not_found` if the path names nothing on
 * record.
 */
export const resolveFilters = (
  request: ListRequest,
  db: Db,
  query: Parameters<typeof filtersOf>[0],
  inPath?: keyof NamingFilters,
) => cachedRead(request, 'filters', () => resolveStatementFilters(db, filtersOf(query), inPath))

/** A list of statements whose filters are resolved. */
export interface ResolvedList {
  readonly query: Pick<StatementQuery, View>
  readonly filters: StatementFilters
  readonly resolved: readonly ResolvedReference[]
  /** The parameters of `/v1/statements` that the path replaces. */
  readonly fromPath: UrlParameters
  /** True if the filters are those of a saved search. The URL of the list then takes no filters. */
  readonly isSaved?: boolean
}

/**
 * Reads the page of statements that match resolved filters, and sets the `Link` header.
 * @throws DomainError `too_broad` if the query takes too long.
 */
export const listPage = (request: ListRequest, reply: ListReply, db: Db, list: ResolvedList) => {
  const filters = { ...list.filters, distinct: list.query.distinct }
  return readNarrow(filters, () => readListPage(request, reply, db, { ...list, filters }))
}

async function readListPage(
  request: ListRequest,
  reply: ListReply,
  db: Db,
  { query, ...list }: ResolvedList,
) {
  const { filters, fromPath } = list
  const page = readPage(request, { ...query, sort: sortFor(query.sort, '-said', filters.q) })
  const [rows, count, facts, facets] = await Promise.all([
    listStatements(db, filters, page, query.expand),
    query.count === 'none'
      ? null
      : cachedRead(request, `count ${query.count}`, () => countStatements(db, filters, query.count)),
    pageFacts(request, db, list, page.sort),
    facetsFact(request, db, filters, { facets: query.facets, fromPath }),
  ])
  const isWhole = rows.length <= page.limit && page.position === null
  const isEmpty = rows.length === 0 && page.position === null
  const nothing = isEmpty ? await describeNothing(request, db, filters, fromPath) : undefined
  const answer = sendPage(request, reply, {
    page,
    rows,
    // The rows of a list of one page are its exact count, which an estimate is not.
    count: count !== null && isWhole ? rows.length : count,
    facts: { ...facts, ...facets, ...(nothing && { nothing_found: nothing }) },
  })
  return { ...answer, items: await presentStatements(db, answer.items, filters, query.fields) }
}

/** Returns statements as a caller may see them, with the requested fields, and with highlights of a search. */
export async function presentStatements(
  db: Db,
  statements: readonly Statement[],
  { q }: StatementFilters,
  fields: StatementQuery['fields'],
): Promise<Partial<Statement>[]> {
  const isHighlighted = q !== undefined && (fields === undefined || fields.includes('text'))
  const items = isHighlighted ? await highlightStatements(db, q, statements) : statements
  const keys = isHighlighted && fields ? [...fields, 'highlights' as const] : fields
  return items.map((item) => pick(withholdRetracted(item), keys))
}

/**
 * Returns the facts of a page about its filters: merged records that were replaced, and statements that are left out.
 */
export async function pageFacts(
  request: ListRequest,
  db: Db,
  { filters, resolved, fromPath, isSaved = false }: Omit<ResolvedList, 'query'>,
  sort?: string,
): Promise<StatementPageFacts> {
  const { q } = filters
  const [leftOut, ranked] = await Promise.all([
    cachedRead(request, 'left out', () => countLeftOut(db, filters)),
    q && sort === RELEVANCE ? cachedRead(request, 'ranked', () => countRanked(db, { ...filters, q })) : null,
  ])
  const url = isSaved
    ? statementsUrl(request, { ...fromPath, match: 'overlap' })
    : canonicalUrl(request.url, ['cursor'], { match: 'overlap' })
  return {
    ...resolvedFact(resolved),
    ...(leftOut && { left_out: { ...leftOut, url } }),
    ...(ranked && { ranked }),
  }
}

/** Returns the slug of the record into which the record of the path was merged; undefined if it was not merged. */
export const mergedInto = ({ page }: PresentedPage, inPath: keyof NamingFilters): string | undefined =>
  page.resolved?.find(({ parameter }) => parameter === inPath)?.slug
