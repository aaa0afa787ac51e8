import type { z } from 'zod'
import type { Page } from '../../../http/paging.ts'
import type { Statement } from '../../../record/statements/schema.ts'

/** A page of statements as a caller may see it: reduced by `fields`, and without withheld words. */
export type PresentedPage = Page<Partial<Statement>>

/** A format of pages of statements. */
export interface StatementFormat {
  /** The media type in `Accept`, such as `application/json`. */
  readonly mediaType: string
  /** The `Content-Type` of the response. */
  readonly contentType: string
  /** The schema of the body, for serialization and for the API's documents. */
  readonly schema: z.ZodType
  /** Returns the body: text, or a value that is serialized by the schema. */
  readonly write: (page: PresentedPage) => unknown
}
