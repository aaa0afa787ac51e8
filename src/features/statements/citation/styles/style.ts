import type { Cited } from '../parts/cited.ts'

/** A style of citations. */
export interface CitationStyle {
  /** The media type of a reference in this style. */
  readonly mediaType: string
  /** Returns the entry for a list of references, or the record for a program. */
  readonly reference: (cited: Cited) => string
  /** Returns the words that go beside the quotation in a text; absent if the style has none. */
  readonly inText?: (cited: Cited) => string
}
