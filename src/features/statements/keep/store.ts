import type { StatementStatus } from '../../../core/vocabulary.ts'
import { execute } from '../../../database/client.ts'
import type { Db } from '../../../database/handle.ts'
import { toInsertRow, toSpanRows } from '../row.ts'
import type { NewStatement } from '../schema.ts'

/** Most statements of one statement of SQL: somebody may have said thousands of things. */
export const PIECE = 500

/** Keeps statements of one snapshot with all their spans: one statement of SQL, however many there are. */
export async function insertStatements(
  tx: Db,
  origin: { readonly articleId: string; readonly snapshotId: string },
  statements: readonly NewStatement[],
  at: Date,
): Promise<void> {
  await execute(
    tx,
    `WITH kept AS (
     INSERT INTO statements (id, article_id, snapshot_id, start_offset, type, polarity, text,
       context_before, context_after, speaker_kind, speaker_name, official_id, organization_id, role, role_former,
       attribution, candidates, said_edtf, said_earliest, said_latest, said_precision, said_basis,
       confidence, rule, speaker_rule, recorded_at, updated_at)
     SELECT r.id, $2::uuid, $3::uuid, r.start_offset, r.type, r.polarity, r.text,
       r.context_before, r.context_after, r.speaker_kind, r.speaker_name, r.official_id, r.organization_id, r.role,
       r.role_former, r.attribution, r.candidates, r.said_edtf, r.said_earliest, r.said_latest, r.said_precision,
       r.said_basis, r.confidence, r.rule, r.speaker_rule, $4::timestamptz, $4::timestamptz
     FROM jsonb_populate_recordset(NULL::statements, $1::jsonb) r)
     ${insertSpansOf('$5')}`,
    [
      JSON.stringify(statements.map(toInsertRow)),
      origin.articleId,
      origin.snapshotId,
      at.toISOString(),
      JSON.stringify(statements.flatMap(toSpanRows)),
    ],
  )
}

const insertSpansOf = (placeholder: string): string =>
  `INSERT INTO statement_spans (statement_id, kind, ordinal, start_offset, end_offset, exact)
   SELECT statement_id, kind, ordinal, start_offset, end_offset, exact
   FROM jsonb_populate_recordset(NULL::statement_spans, ${placeholder}::jsonb)`

const insertSpans = (tx: Db, statements: readonly NewStatement[]): Promise<number> =>
  execute(tx, insertSpansOf('$1'), [JSON.stringify(statements.flatMap(toSpanRows))])

/** Rewrites statements as they stand in a later snapshot, spans and all. */
export async function carryStatements(
  tx: Db,
  snapshotId: string,
  statements: readonly NewStatement[],
  at: Date,
): Promise<void> {
  await execute(
    tx,
    `UPDATE statements s SET snapshot_id = $2::uuid, vanished_snapshot_id = NULL,
       ${CARRIED.map((column) => `${column} = r.${column}`).join(', ')},
       version = s.version + 1, updated_at = $3::timestamptz
     FROM jsonb_populate_recordset(NULL::statements, $1::jsonb) r WHERE s.id = r.id`,
    [JSON.stringify(statements.map(toInsertRow)), snapshotId, at.toISOString()],
  )
  await execute(tx, 'DELETE FROM statement_spans WHERE statement_id = ANY($1::uuid[])', [
    statements.map(({ id }) => id),
  ])
  await insertSpans(tx, statements)
}

/** What a new text can change of a statement. */
const CARRIED = [
  'start_offset',
  'type',
  'polarity',
  'text',
  'context_before',
  'context_after',
  'speaker_kind',
  'speaker_name',
  'official_id',
  'organization_id',
  'role',
  'role_former',
  'attribution',
  'candidates',
  'said_edtf',
  'said_earliest',
  'said_latest',
  'said_precision',
  'said_basis',
  'confidence',
  'rule',
  'speaker_rule',
]

/** Rewrites a statement as a person left it, spans and all. */
export async function rewriteStatement(
  tx: Db,
  statement: NewStatement,
  kept: {
    readonly snapshotId: string
    readonly vanished: string | null
    readonly status: StatementStatus
  },
  at: Date,
): Promise<void> {
  await execute(
    tx,
    `UPDATE statements s SET snapshot_id = $2::uuid, vanished_snapshot_id = $3::uuid, status = $4::statement_status,
       ${CARRIED.map((column) => `${column} = r.${column}`).join(', ')},
       version = s.version + 1, updated_at = $5::timestamptz
     FROM jsonb_populate_record(NULL::statements, $1::jsonb) r WHERE s.id = r.id`,
    [JSON.stringify(toInsertRow(statement)), kept.snapshotId, kept.vanished, kept.status, at.toISOString()],
  )
  await execute(tx, 'DELETE FROM statement_spans WHERE statement_id = $1::uuid', [statement.id])
  await insertSpans(tx, [statement])
}

/** Ties statements to another person or organization. */
export async function setSpeaker(
  tx: Db,
  ids: readonly string[],
  column: 'official_id' | 'organization_id',
  speakerId: string,
  at: Date,
): Promise<void> {
  for (let from = 0; from < ids.length; from += PIECE) {
    await execute(
      tx,
      `UPDATE statements SET ${column} = $2::uuid, version = version + 1, updated_at = $3::timestamptz
       WHERE id = ANY($1::uuid[])`,
      [ids.slice(from, from + PIECE), speakerId, at.toISOString()],
    )
  }
}

/** Sets the status of a statement that was just added. */
export const setStatus = (tx: Db, id: string, status: StatementStatus): Promise<number> =>
  execute(tx, 'UPDATE statements SET status = $2::statement_status WHERE id = $1::uuid', [id, status])

/** Notes that the words of statements are no longer in their article. */
export const markVanished = (tx: Db, snapshotId: string, ids: readonly string[], at: Date): Promise<number> =>
  execute(
    tx,
    `UPDATE statements SET vanished_snapshot_id = $1::uuid, version = version + 1, updated_at = $3::timestamptz
     WHERE id = ANY($2::uuid[])`,
    [snapshotId, ids, at.toISOString()],
  )
