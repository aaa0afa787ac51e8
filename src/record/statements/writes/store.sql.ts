import { z } from 'zod'
import { sendInPieces } from '../../../core/turns.ts'
import type { StatementStatus } from '../../../core/vocabulary.ts'
import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import { StatementRow, toStatement } from '../row.ts'
import type { Statement } from '../schema.ts'
import { COLUMNS as READ_COLUMNS, RELATED, readStatement } from '../store.sql.ts'
import { INSERT_COLUMNS as COLUMNS, placeWordsOf, toInsertRow, toSpanRows } from './row.ts'
import type { NewStatement, ReviewedStatement } from './schema.ts'

// SQL, because Prisma takes no row locks, and because one query inserts the statements of an article with their spans.
// Prisma needs two queries, and four times the time.

/** The most statements that one query reads. A person may have thousands. */
const PIECE = 500
/**
 * The most statements that one query inserts. The rows of more would take the thread of the server, and the database, too
 * long at a time: a long text has thousands.
 */
const INSERTED_AT_ONCE = 50

/** Locks the statements of an article until the transaction ends. */
export const lockRowsOfArticle = (tx: Tx, articleId: string): Promise<number> =>
  execute(tx, 'SELECT FROM statements WHERE article_id = $1::uuid ORDER BY id FOR UPDATE', [articleId])

/**
 * Locks the statements of an article until the transaction ends, and reads them in text order. Includes every status.
 */
export async function lockStatementsOfArticle(tx: Tx, articleId: string): Promise<ReviewedStatement[]> {
  // Lock first, then read. A query that waits for a lock would return joined rows from before the wait.
  await lockRowsOfArticle(tx, articleId)
  const found = await rows(
    tx,
    `SELECT ${READ_COLUMNS}, s.status <> 'machine' OR EXISTS (
         SELECT FROM revisions r
         WHERE r.subject = 'statement' AND r.subject_id = s.id AND r.actor <> 'machine'
           AND r.action <> 'repointed') AS reviewed
     FROM statements s ${RELATED} WHERE s.article_id = $1::uuid ORDER BY s.start_offset, s.id`,
    [articleId],
  )
  return found.map((row) => {
    const { reviewed, ...statement } = Reviewed.parse(row)
    return { statement: toStatement(statement), reviewed }
  })
}

const Reviewed = StatementRow.extend({ reviewed: z.boolean() })

/** Locks a statement until the transaction ends. Returns false if there is none. */
export const lockStatement = async (tx: Tx, id: string): Promise<boolean> =>
  (await rows(tx, 'SELECT id FROM statements WHERE id = $1::uuid FOR UPDATE', [id])).length > 0

/**
 * Locks statements of every status until the transaction ends, and reads them. Returns nothing for the statements of an
 * erased article.
 */
export async function lockStatements(tx: Tx, ids: readonly string[]): Promise<Statement[]> {
  await execute(tx, 'SELECT FROM statements WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids])
  const statements: Statement[] = []
  for (let from = 0; from < ids.length; from += PIECE) {
    const found = await rows(
      tx,
      `SELECT ${READ_COLUMNS} FROM statements s ${RELATED} WHERE s.id = ANY($1::uuid[]) AND a.erased_at IS NULL
       ORDER BY s.id`,
      [ids.slice(from, from + PIECE)],
    )
    for (const row of found) statements.push(readStatement(row))
  }
  return statements
}

/** A statement to insert, with the text that it is in. */
export interface StatementToAdd extends NewStatement {
  readonly articleId: string
  readonly snapshotId: string
}

/**
 * Inserts statements with all their spans. A query reads the values that its statements inherit from their articles
 * once, and locks these articles against changes. A trigger adds the words for search that are null.
 */
export async function insertStatements(
  tx: Tx,
  statements: readonly StatementToAdd[],
  at: Date,
): Promise<void> {
  await sendInPieces(
    statements,
    INSERTED_AT_ONCE,
    (piece) => parametersOf(piece, at),
    (parameters) => execute(tx, INSERT, parameters),
  )
}

/** Returns the parameters of `INSERT`. */
function parametersOf(statements: readonly StatementToAdd[], at: Date): readonly unknown[] {
  const values = statements.map((statement) => ({
    ...toInsertRow(statement),
    article_id: statement.articleId,
    snapshot_id: statement.snapshotId,
  }))
  return [
    JSON.stringify(values),
    at.toISOString(),
    JSON.stringify(statements.flatMap(toSpanRows)),
    statements.map(placeWordsOf),
    [...new Set(statements.map(({ articleId }) => articleId))],
  ]
}

const insertSpans = (placeholder: string): string =>
  `INSERT INTO statement_spans (statement_id, kind, ordinal, start_offset, end_offset, exact)
   SELECT statement_id, kind, ordinal, start_offset, end_offset, exact
   FROM jsonb_populate_recordset(NULL::statement_spans, ${placeholder}::jsonb)`

const INSERT = `WITH inherited AS MATERIALIZED (
     SELECT id, publisher_key(publisher), published_from(published_basis, published_earliest), published_latest
     FROM articles WHERE id = ANY($5::uuid[]) ORDER BY id FOR SHARE),
   kept AS (
   INSERT INTO statements (id, article_id, snapshot_id, ${COLUMNS.join(', ')}, recorded_at, updated_at, words,
     publisher_key, published_earliest, published_latest)
   SELECT r.id, r.article_id, r.snapshot_id, ${COLUMNS.map((column) => `r.${column}`).join(', ')},
     $2::timestamptz, $2::timestamptz, placed.words, inherited.publisher_key, inherited.published_from,
     inherited.published_latest
   FROM jsonb_populate_recordset(NULL::statements, $1::jsonb) WITH ORDINALITY r
     LEFT JOIN vectors_of_words($4::text[]) placed ON placed.number = r.ordinality
     LEFT JOIN inherited ON inherited.id = r.article_id)
   ${insertSpans('$3')}`

/** Updates statements to their words and spans in a later snapshot. */
export const carryStatements = (
  tx: Tx,
  snapshotId: string,
  statements: readonly NewStatement[],
  at: Date,
): Promise<void> =>
  rewrite(tx, statements, at, 'snapshot_id = $3::uuid, vanished_snapshot_id = NULL,', [snapshotId])

/** Updates statements of which only the date changed, and writes all their spans again. */
export const redateStatements = (tx: Tx, statements: readonly NewStatement[], at: Date): Promise<void> =>
  rewrite(tx, statements, at, '', [])

/** Updates a statement that a reviewer changed, with its spans. */
export const rewriteStatement = (
  tx: Tx,
  statement: NewStatement,
  kept: {
    readonly snapshotId: string
    readonly vanished: string | null
    readonly status: StatementStatus
  },
  at: Date,
): Promise<void> =>
  rewrite(
    tx,
    [statement],
    at,
    'snapshot_id = $3::uuid, vanished_snapshot_id = $4::uuid, status = $5::statement_status,',
    [kept.snapshotId, kept.vanished, kept.status],
  )

/**
 * Updates statements and increments their versions.
 * @param also the assignments of other columns, with parameters from `$3` on and a comma at the end.
 */
async function rewrite(
  tx: Tx,
  statements: readonly NewStatement[],
  at: Date,
  also: string,
  parameters: readonly unknown[],
): Promise<void> {
  await execute(
    tx,
    `UPDATE statements s SET ${also} ${COLUMNS.map((column) => `${column} = r.${column}`).join(', ')},
       version = s.version + 1, updated_at = $2::timestamptz
     FROM jsonb_populate_recordset(NULL::statements, $1::jsonb) r WHERE s.id = r.id`,
    [JSON.stringify(statements.map(toInsertRow)), at.toISOString(), ...parameters],
  )
  await execute(tx, 'DELETE FROM statement_spans WHERE statement_id = ANY($1::uuid[])', [
    statements.map(({ id }) => id),
  ])
  await execute(tx, insertSpans('$1'), [JSON.stringify(statements.flatMap(toSpanRows))])
}
