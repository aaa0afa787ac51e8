export { LARGEST_BODY, LONGEST_TEXT } from '../extraction/schema.ts'

/** The longest HTML that is read, in UTF-16 code units. */
export const LONGEST_HTML = 3_000_000
