import type { SearchMatch } from '../subscriptions/schema.ts'

/** The changes after a position, up to another. */
export interface Window {
  readonly after: number
  readonly until: number
}

/** How far a look for a match went, and the match of the last change that it reached, if there is one. */
export interface Looked {
  readonly until: number
  readonly match?: SearchMatch | undefined
}
