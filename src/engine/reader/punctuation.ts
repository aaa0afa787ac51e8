/** The marks, by look-up form (`Token.lower`). */
const DASHES: ReadonlySet<string> = new Set(['—', '–', '-', '--', '---'])
const OPENING_MARKS: ReadonlySet<string> = new Set(['"', '“', '„', '«', '‘', "'", "''", '``', '‘‘'])
const CLOSING_MARKS: ReadonlySet<string> = new Set(['"', '”', '»', '’', "'", "''", '’’'])

export const isDash = (lower: string): boolean => DASHES.has(lower)

/** Returns true for a comma, and for a dash, which separates clauses as a comma does. */
export const isComma = (lower: string): boolean => lower === ',' || isDash(lower)

export const isOpeningMark = (lower: string): boolean => OPENING_MARKS.has(lower)

export const isClosingMark = (lower: string): boolean => CLOSING_MARKS.has(lower)
