import { z } from 'zod'
import { STATEMENT_STATUSES, type StatementStatus } from '../../../core/vocabulary.ts'
import { type Statement, Utterance } from '../schema.ts'
import type { NewStatement } from './schema.ts'

/** The whole of a statement as revisions keep it: what it says, whom it names, where it was read. */
export const StatementRecord = z.object({
  ...Utterance.shape,
  official: z.string().nullable(),
  organization: z.string().nullable(),
  status: z.enum(STATEMENT_STATUSES),
  articleId: z.string(),
  snapshotId: z.string(),
  /** The snapshot in which the words are no longer found. */
  vanished: z.string().nullable(),
})
export type StatementRecord = z.infer<typeof StatementRecord>

/** A statement as it is about to be kept. */
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

/** A record as the store keeps it, under an id. */
export const fromRecord = (id: string, record: StatementRecord): NewStatement => ({
  id,
  utterance: record,
  officialId: record.official,
  organizationId: record.organization,
})

/** A statement as it is on record. */
export const toRecordOf = (statement: Statement): StatementRecord => ({
  ...utteranceOf(statement),
  official: statement.speaker.official?.id ?? null,
  organization: statement.speaker.organization?.id ?? null,
  status: statement.status,
  articleId: statement.article.id,
  snapshotId: statement.article.snapshot.id,
  vanished: statement.vanished?.snapshot ?? null,
})

/** What a statement says, without the records it is tied to. */
export const utteranceOf = (statement: Statement): Utterance =>
  Utterance.parse({
    ...statement,
    speaker: { ...statement.speaker, organization: statement.speaker.organization?.name ?? null },
  })
