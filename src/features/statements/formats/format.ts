import type { z } from 'zod'
import type { Page, PageLinks } from '../../../http/paging.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { LineProblem } from '../../lines/schema.ts'
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

/** The body of any number of statements, in parts. */
export interface StatementStream {
  /** Returns the part with more statements. A part can be empty: then a later part has them. */
  readonly add: (items: readonly Partial<Statement>[]) => string | Uint8Array
  /** Returns the last part. */
  readonly end: () => string | Uint8Array
  /**
   * Returns the last part of a body that breaks off. A format without it cannot say so: the service then cuts the
   * connection, so that no reader takes the body for a whole one.
   */
  readonly fail?: (problem: LineProblem) => string
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
  /** Returns the body of a single statement; absent if the format is only for lists. */
  readonly writeOne?: (statement: Partial<Statement>, context: FormatContext) => unknown
  /** The schema of the body of a single statement. Default: `schema`. */
  readonly schemaOfOne?: z.ZodType
  /** The `Content-Type` of a single statement. Default: `contentType`. */
  readonly contentTypeOfOne?: string
  /** The ending of the name of a file. Default: `name`. */
  readonly extension?: string
  /** Starts a body of any number of statements; absent if the format is not for whole exports. */
  readonly open?: (context: FormatContext) => StatementStream
}
