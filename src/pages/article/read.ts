import type { Db } from '../../database/db.ts'
import { getArticle, getText, listSnapshots } from '../../record/articles/domain.ts'
import type { Article, Snapshot } from '../../record/articles/schema.ts'
import { findStatementsOfSnapshot } from '../../record/statements/domain.ts'
import type { Statement } from '../../record/statements/schema.ts'
import { SNAPSHOTS_MAX } from './changes.ts'
import { type Part, partsOf } from './parts.ts'

/** What a reader asks for. */
export interface ArticleRequest {
  readonly id: string
  /** The id of one version of the text; null for the latest. */
  readonly snapshot: string | null
  /** The number of the part, from 1; null for the first, or for the part of the statement. */
  readonly part: number | null
  /** The id of a statement to show. */
  readonly statement: string | null
}

/** A statement of the text with its number, from 1 in the order of the text. */
export interface NumberedStatement {
  readonly number: number
  readonly statement: Statement
}

/** Everything that the page of an article shows. */
export interface ArticleView {
  readonly article: Article
  readonly text: string
  readonly shown: Snapshot
  readonly snapshots: readonly Snapshot[]
  readonly parts: readonly Part[]
  readonly part: Part
  readonly statements: readonly NumberedStatement[]
}

/**
 * Reads an article, a version of its text, and the statements in it.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn or erased.
 */
export async function readArticle(db: Db, asked: ArticleRequest): Promise<ArticleView> {
  const { id } = asked
  const article = await getArticle(db, id)
  const [{ text }, keyed, found] = await Promise.all([
    getText(db, id, asked.snapshot),
    listSnapshots(db, id, { limit: SNAPSHOTS_MAX, sort: '-ordinal', position: null }),
    findStatementsOfSnapshot(db, asked.snapshot ?? article.snapshot.id),
  ])
  const snapshots = keyed.slice(0, SNAPSHOTS_MAX).map(({ item }) => item)
  const statements = found.map((statement, index) => ({ statement, number: index + 1 }))
  const parts = partsOf(text)
  const shown = snapshots.find((one) => one.id === asked.snapshot) ?? article.snapshot
  return { article, text, shown, snapshots, parts, part: partFor(asked, parts, statements), statements }
}

function partFor(
  { part, statement }: ArticleRequest,
  parts: readonly Part[],
  statements: readonly NumberedStatement[],
): Part {
  const wanted = statements.find((one) => one.statement.id === statement)
  const start = wanted?.statement.segments[0]?.start
  const containing =
    start === undefined ? undefined : parts.find((one) => start >= one.start && start < one.end)
  return parts[(part ?? 0) - 1] ?? containing ?? parts[0]!
}
