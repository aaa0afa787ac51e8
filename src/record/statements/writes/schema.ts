import type { Said, Utterance } from '../../utterances/schema.ts'
import type { Statement } from '../schema.ts'

/** A statement on record, and whether a person reviewed it. */
export interface ReviewedStatement {
  readonly statement: Statement
  readonly reviewed: boolean
}

/** A statement before and after its article was read again. */
export interface CarriedStatement {
  readonly before: Statement
  readonly action: 'moved' | 'changed'
  readonly after: NewStatement
}

/** A statement, and when its words were spoken by another date of publication. */
export interface RedatedStatement {
  readonly statement: Statement
  readonly said: Said
}

/** A statement to insert, with the records that its speaker was resolved to. */
export interface NewStatement {
  readonly id: string
  readonly utterance: Utterance
  readonly officialId: string | null
  readonly organizationId: string | null
}
