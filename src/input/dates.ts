import { type Edtf, parseEdtf } from '../core/edtf.ts'
import { parsed } from './values.ts'

const COMPLAINT =
  'Must be an EDTF date, such as 2024, 2024-09 or 2024-09-05, with a day it bounds the list by.'

/**
 * A bound given as a date: its first day where it begins an interval, its last where it ends one. One that is open
 * there bounds nothing and is refused, or the list would silently be whole.
 */
export const dateBound = (side: 'from' | 'to', description: string, example: string) =>
  parsed<Edtf>(
    (text) => {
      const date = parseEdtf(text)
      return date && (side === 'from' ? date.earliest : date.latest) !== null ? date : null
    },
    COMPLAINT,
    { description, examples: [example] },
  ).optional()

/** When a text was published, as those who send it say. */
export const publicationDate = (description: string) =>
  parsed(parseEdtf, 'Must be an EDTF date, such as 2025-01-15, 2025-01 or 2025-01?.', {
    description,
    examples: ['2025-01-15'],
  }).nullish()
