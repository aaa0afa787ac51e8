import type { z } from 'zod'
import type { Page, PageLinks } from '../../../http/paging.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { StatementPageFacts } from './schema.ts'

/**
 * A page of statements in the form that its caller may see. An item has only the fields that the request names. An item
 * with the status `retracted` has no words and no speaker: it lacks `text`, `speaker` and all other fields that contain
 * them.
 */
export interface PresentedPage extends Page<Partial<Statement>> {
  /**
   * The links and facts of the page. A format shows `count`, `resolved` and `left_out` if it has a place for them.
   * Without `left_out` a reader cannot know that the list is incomplete. The `Link` header of the response has the
   * links too.
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
  /** Returns the body: text, or a value that the schema serializes. */
  readonly write: (page: PresentedPage) => unknown
}
