import type { Said, Utterance } from '../../utterances/schema.ts'
import type { Statement } from '../schema.ts'

/** A statement on record, with its review. */
export interface ReviewedStatement {
  readonly statement: Statement
  readonly reviewed: boolean
}

/** A statement before and after a later text of its article was read. */
export interface CarriedStatement {
  readonly before: Statement
  readonly action: 'moved' | 'changed'
  readonly after: NewStatement
}

/** A statement, and its date of speech after the date of publication changed. */
export interface RedatedStatement {
  readonly statement: Statement
  readonly said: Said
}

/** A statement to insert, with the ids of its speaker's records. */
export interface NewStatement {
  readonly id: string
  readonly utterance: Utterance
  readonly officialId: string | null
  readonly organizationId: string | null
  /** The names of these two records. Without them, the database looks them up for the search. */
  readonly names?: { readonly official: string | null; readonly organization: string | null }
}
