export { LARGEST_BODY, LONGEST_TEXT } from '../../extraction/schema.ts'

/** The number of articles that are ingested at the same time. While one article waits for the disk, others continue. */
export const ARTICLES_AT_ONCE = 4

/** The longest HTML, in UTF-16 code units. */
export const LONGEST_HTML = 3_000_000
