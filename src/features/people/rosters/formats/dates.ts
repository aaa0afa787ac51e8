import { parseEdtf } from '../../../../core/edtf.ts'

/** Returns whether a text is a single EDTF date, not an interval. */
export const isDate = (text: string): boolean => !text.includes('/') && parseEdtf(text) !== null
