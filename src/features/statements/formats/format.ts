import type { z } from 'zod'
import type { Page, PageLinks } from '../../../http/paging.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { StatementPageFacts } from './schema.ts'

/**
 * A page of statements as a caller may see it. An item has only the fields that the request names. An item with the
 * status `retracted` has no words and no speaker: it lacks `text`, `speaker` and all other fields that tell them.
 */
export interface PresentedPage extends Page<Partial<Statement>> {
  /**
   * A format shows `count`, `resolved` and `left_out` if it has a place for them. Without `left_out` a reader cannot
   * know that the list is incomplete. The links are also in the `Link` header of the response.
   */
  readonly page: PageLinks & StatementPageFacts
}

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
