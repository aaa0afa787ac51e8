import type { z } from 'zod'
import type { Page } from '../../../http/paging.ts'
import type { Statement } from '../../../record/statements/schema.ts'

/** A page of statements as a caller may see them: cut down by `fields`, and without what is withheld. */
export type StatementPage = Page<Partial<Statement>>

/** One way to write a page of statements. */
export interface StatementFormat {
  /** What `Accept` asks for: `application/json`. */
  readonly mediaType: string
  /** The `Content-Type` of the answer. */
  readonly contentType: string
  /** The shape of the body, for the API's documents. */
  readonly schema: z.ZodType
  /** Returns the body: text, or a value that is serialized by the schema. */
  readonly write: (page: StatementPage) => unknown
}
