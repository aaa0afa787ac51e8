import type { StatementStatus } from '../../core/vocabulary.ts'
import { type NewStatement, type Statement, Utterance } from './schema.ts'

/** The whole of a statement as revisions keep it: what it says, whom it names, where it was read. */
export interface StatementRecord extends Utterance {
  readonly official: string | null
  readonly organization: string | null
  readonly status: StatementStatus
  readonly articleId: string
  readonly snapshotId: string
  /** The snapshot in which the words are no longer found. */
  readonly vanished: string | null
}

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
