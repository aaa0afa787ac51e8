import type { SearchMatch } from '../subscriptions/schema.ts'

/** The result of a search for a match: the last position that was searched, and the match there, if any. */
export interface SearchedWindow {
  readonly until: number
  readonly match?: SearchMatch | undefined
}
