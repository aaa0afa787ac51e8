export { LARGEST_BODY, LONGEST_TEXT } from '../../extraction/schema.ts'

/** How many articles are ingested at the same time: while one waits for the disk, others proceed. */
export const ARTICLES_AT_ONCE = 4

/** The longest HTML, in UTF-16 code units. */
export const LONGEST_HTML = 3_000_000
