import { parseEdtf } from '../../../../core/edtf.ts'

/** True for an EDTF date: an interval is two. */
export const isDate = (text: string): boolean => !text.includes('/') && parseEdtf(text) !== null
