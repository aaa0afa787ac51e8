import { type Edtf, parseEdtf } from '../core/edtf.ts'
import { parsed } from './values.ts'

const MESSAGE =
  'Must be an EDTF date, such as 2024, 2024-09 or 2024-09-05. An interval must not be open on this side.'

/**
 * Builds a parameter that limits a list by date. `from` uses the first day of the date, `to` the last. Rejects a date
 * that is open on that side, because it would limit nothing.
 */
export const dateBound = (side: 'from' | 'to', description: string, example: string) =>
  parsed<Edtf>(
    (text) => {
      const date = parseEdtf(text)
      return date && (side === 'from' ? date.earliest : date.latest) !== null ? date : null
    },
    MESSAGE,
    { description, examples: [example] },
  ).optional()

/** Builds the schema of a publication date. */
export const publicationDate = (description: string) =>
  parsed(parseEdtf, 'Must be an EDTF date, such as 2025-01-15, 2025-01 or 2025-01?.', {
    description,
    examples: ['2025-01-15'],
  }).nullish()
