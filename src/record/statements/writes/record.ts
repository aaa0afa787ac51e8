import { z } from 'zod'
import { STATEMENT_STATUSES, type StatementStatus } from '../../../core/vocabulary.ts'
import { Utterance } from '../../utterances/schema.ts'
import type { Statement } from '../schema.ts'
import type { NewStatement } from './schema.ts'

/** A whole statement, as revisions store it: its content, its speaker and its article. */
export const StatementRecord = z.object({
  ...Utterance.shape,
  official: z.string().nullable(),
  organization: z.string().nullable(),
  status: z.enum(STATEMENT_STATUSES),
  articleId: z.string(),
  snapshotId: z.string(),
  /** The first snapshot without the words; null if the latest snapshot contains them. */
  vanished: z.string().nullable(),
})
export type StatementRecord = z.infer<typeof StatementRecord>

/** Returns the record of a statement to insert. */
export const toRecord = (
  { utterance, officialId, organizationId }: NewStatement,
  status: StatementStatus,
  origin: { readonly articleId: string; readonly snapshotId: string },
): StatementRecord => ({
  ...utterance,
  official: officialId,
  organization: organizationId,
  status,
  ...origin,
  vanished: null,
})

/** Returns a record in the form that the store inserts. */
export const fromRecord = (id: string, record: StatementRecord): NewStatement => ({
  id,
  utterance: record,
  officialId: record.official,
  organizationId: record.organization,
})

/** Returns the record of a statement. */
export const toRecordOf = (statement: Statement): StatementRecord => ({
  ...utteranceOf(statement),
  official: statement.speaker.official?.id ?? null,
  organization: statement.speaker.organization?.id ?? null,
  status: statement.status,
  articleId: statement.article.id,
  snapshotId: statement.article.snapshot.id,
  vanished: statement.vanished?.snapshot ?? null,
})

/** Returns the content of a statement, without the records to which it refers. */
export const utteranceOf = (statement: Statement): Utterance =>
  Utterance.parse({
    ...statement,
    speaker: { ...statement.speaker, organization: statement.speaker.organization?.name ?? null },
  })
