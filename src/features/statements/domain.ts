import { DomainError } from '../../core/errors.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { isExact } from '../../core/span.ts'
import type { Db } from '../../database/handle.ts'
import type { Revision } from '../../database/ledger.ts'
import { articleExpansion, getText } from '../articles/domain.ts'
import { officialExpansion } from '../officials/domain.ts'
import { organizationExpansion } from '../organizations/domain.ts'
import { toAnnotation } from './annotation.ts'
import { toRecord, toRecordOf } from './record.ts'
import type {
  Annotation,
  CarriedStatement,
  ExpansionName,
  NewStatement,
  Statement,
  StatementFilters,
} from './schema.ts'
import * as store from './store.ts'

export { utteranceOf } from './record.ts'
export { countStatements, lockStatementsOfArticle, statementConditions } from './store.ts'

/** Statements that pass the filters, with the things named in `expand` whole. */
export const listStatements = (
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  expand: readonly ExpansionName[] = [],
): Promise<Keyed<Statement>[]> => store.listStatements(db, filters, request, expansionsFor(expand))

const EXPANSION_OF = {
  official: officialExpansion,
  organization: organizationExpansion,
  article: articleExpansion,
}

const expansionsFor = (names: readonly ExpansionName[]): store.Expansions =>
  Object.fromEntries(names.map((name) => [name, EXPANSION_OF[name]]))

/** @throws DomainError `not_found`. */
export async function getStatement(
  db: Db,
  id: string,
  expand: readonly ExpansionName[] = [],
): Promise<Statement> {
  const statement = await store.findStatement(db, id, expansionsFor(expand))
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
  return statements.map((statement) => ({
    subject: 'statement',
    subjectId: statement.id,
    version: 1,
    action: 'created',
    actor: 'machine',
    reason: null,
    before: null,
    after: toRecord(statement, 'machine', origin),
  }))
}

/**
 * Brings statements on record to a later text of their article: those carried keep id, status and history, those
 * vanished are marked. Their rows must be locked.
 * @returns one revision each.
 */
export async function followStatements(
  tx: Db,
  origin: { readonly articleId: string; readonly snapshotId: string },
  carried: readonly CarriedStatement[],
  vanished: readonly Statement[],
  at: Date,
): Promise<Revision[]> {
  const { snapshotId } = origin
  if (carried.length > 0) {
    await store.carryStatements(
      tx,
      snapshotId,
      carried.map(({ after }) => after),
      at,
    )
  }
  if (vanished.length > 0) {
    await store.markVanished(
      tx,
      snapshotId,
      vanished.map(({ id }) => id),
      at,
    )
  }
  return [
    ...carried.map(({ before, action, after }) =>
      revisionOf(before, action, toRecord(after, before.status, origin)),
    ),
    ...vanished.map((before) =>
      revisionOf(before, 'vanished', { ...toRecordOf(before), vanished: snapshotId }),
    ),
  ]
}

const revisionOf = (before: Statement, action: string, after: unknown): Revision => ({
  subject: 'statement',
  subjectId: before.id,
  version: before.version + 1,
  action,
  actor: 'machine',
  reason: 'The text of the article changed.',
  before: toRecordOf(before),
  after,
})

/**
 * A statement as a W3C Web Annotation.
 * @throws DomainError `not_found`; Error where a span no longer covers its words.
 */
export async function getAnnotation(db: Db, id: string, origin: string): Promise<Annotation> {
  const statement = await getStatement(db, id)
  const { text } = await getText(db, statement.article.id, statement.article.snapshot.id)
  return annotate(statement, text, origin)
}

/** All statements of an article's latest text as Web Annotations, in text order. */
export async function getAnnotations(db: Db, articleId: string, origin: string) {
  const { text, snapshot_id } = await getText(db, articleId)
  const statements = await store.findStatementsOfSnapshot(db, snapshot_id)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld' as const,
    id: `${origin}/v1/articles/${articleId}/annotations`,
    type: 'AnnotationPage' as const,
    items: statements.map((statement) => annotate(statement, text, origin)),
  }
}

function annotate(statement: Statement, text: string, origin: string): Annotation {
  for (const span of [...statement.segments, ...statement.quoted]) {
    if (!isExact(text, span))
      throw new Error(`statement ${statement.id}: ${span.start}..${span.end} proves nothing`)
  }
  return toAnnotation(statement, text, origin)
}
