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

/** The request that a format answers. */
export interface FormatContext {
  /** The origin of the service, such as `https://quotes.example`, for absolute links. */
  readonly origin: string
  /** The fields that the request names; undefined without the parameter. */
  readonly fields?: readonly (keyof Statement)[] | undefined
}

/** A format of pages of statements. */
export interface StatementFormat {
  /** The value of the parameter `format`. */
  readonly name: string
  /** The media type in `Accept`, such as `application/json`. */
  readonly mediaType: string
  /** The `Content-Type` of the response. */
  readonly contentType: string
  /** The schema of the body, for serialization and for the API's documents. */
  readonly schema: z.ZodType
  /** True if `fields` cannot choose the fields, because the format prescribes them. */
  readonly hasFixedFields?: boolean
  /** Returns the body: text, or a value that the schema serializes. */
  readonly write: (page: PresentedPage, context: FormatContext) => unknown
}
