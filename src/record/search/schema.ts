import { z } from 'zod'

/** The sort of a search: best match first. */
export const RELEVANCE = 'relevance'

/** The place of a found word or phrase in a text. */
export const HighlightSpan = z.object({ start: z.int().min(0), end: z.int().min(1) })

/** The field of a page that tells which part of the matches is ranked. */
export const RANKED_FACT = {
  ranked: z
    .object({ newest: z.int(), of: z.int().describe('The estimated number of all matches.') })
    .optional()
    .describe('Only if not all matches are ranked.'),
}

/** The number of ranked matches, and the estimated number of all matches. */
export interface Ranked {
  readonly newest: number
  /** The number of all matches, estimated by PostgreSQL. */
  readonly of: number
}
