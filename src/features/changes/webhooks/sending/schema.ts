import type { SearchMatch } from '../subscriptions/schema.ts'

/** The changes after a position, up to another. */
export interface Window {
  readonly after: number
  readonly until: number
}

/** The result of a search for a match: the last position that was searched, and the match there, if any. */
export interface Looked {
  readonly until: number
  readonly match?: SearchMatch | undefined
}
