import type { Statement, Utterance } from '../schema.ts'

/** A statement on record, and whether a person had a say in it. */
export interface ReviewedStatement {
  readonly statement: Statement
  readonly reviewed: boolean
}

/** What becomes of a statement when its article is read again: carried into the new text, or not found there. */
export interface CarriedStatement {
  readonly before: Statement
  readonly action: 'moved' | 'changed'
  readonly after: NewStatement
}

/** A statement about to be kept, with the records its speaker was resolved to. */
export interface NewStatement {
  readonly id: string
  readonly utterance: Utterance
  readonly officialId: string | null
  readonly organizationId: string | null
}
