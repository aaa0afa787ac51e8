import { type Edtf, parseEdtf } from '../core/edtf.ts'
import { DomainError } from '../core/errors.ts'
import { parsed } from './values.ts'

const messageOf = (day: 'first' | 'last'): string =>
  `Must be an EDTF date with a ${day} day, such as 2024, 2024-09 or 2024-09-05.`

/**
 * Builds a parameter that limits a list by date. `from` uses the first day of the date, `to` the last day. Rejects a
 * date that is open on that side, because it would limit nothing.
 */
export const dateBound = (side: 'from' | 'to', description: string, example: string) =>
  parsed<Edtf>(
    (text) => {
      const date = parseEdtf(text)
      return date && (side === 'from' ? date.earliest : date.latest) !== null ? date : null
    },
    messageOf(side === 'from' ? 'first' : 'last'),
    { description, examples: [example] },
  ).optional()

/**
 * Returns the first and the last day of a period between two bounds.
 * @param name the beginning of the names of the two parameters: `said` for `said_from` and `said_to`.
 * @throws DomainError `invalid_parameter` if the period ends before it begins.
 */
export function periodOf<Name extends string>(name: Name, from: Edtf | undefined, to: Edtf | undefined) {
  const first = from?.earliest ?? undefined
  const last = to?.latest ?? undefined
  if (first !== undefined && last !== undefined && first > last) {
    const message = `${name}_from is after ${name}_to. Swap the two dates.`
    throw new DomainError('invalid_parameter', message, [
      { parameter: `${name}_from`, code: 'invalid_parameter', message },
    ])
  }
  return { [`${name}_from`]: first, [`${name}_to`]: last } as Record<
    `${Name}_from` | `${Name}_to`,
    string | undefined
  >
}

/** Builds the schema of a publication date. */
export const publicationDate = (description: string) =>
  parsed(parseEdtf, 'Must be an EDTF date, such as 2025-01-15, 2025-01 or 2025-01?.', {
    description,
    examples: ['2025-01-15'],
  }).nullish()
