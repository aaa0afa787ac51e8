/** The longest text that is read, in UTF-16 code units. */
export const LONGEST_TEXT = 2_000_000
/** The longest HTML that is read, in UTF-16 code units. */
export const LONGEST_HTML = 3_000_000
/** Room for the longest text with each character escaped, in bytes. */
export const LARGEST_BODY = 12_000_000
