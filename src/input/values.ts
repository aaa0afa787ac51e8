import { z } from 'zod'
import { isSlug, isUuid } from '../core/id-or-slug.ts'
import { faultOfSearch, parseSearch, SEARCH_LENGTH_MAX } from '../core/search-query.ts'
import { closest } from '../core/suggest.ts'
import { findUnstorable } from '../core/unstorable.ts'

const LONGEST_VALUE = 2000

const LONGEST_SLUG = 120

/** The texts about a parameter in the OpenAPI document. */
export interface ParameterDocs {
  readonly description: string
  readonly examples?: readonly unknown[]
}

/** The parameters for the filters of a list: exactly one for each filter. */
export type FilterParameters<Filters> = { readonly [Name in keyof Filters]-?: z.ZodType }

/** The parsed values of some parameters. */
export type ValuesOf<Parameters extends z.ZodRawShape> = z.output<z.ZodObject<Parameters>>

/** Returns the values of these parameters from a query that also has others, such as `limit`. */
export const valuesOf = <Parameters extends z.ZodRawShape>(
  parameters: Parameters,
  query: ValuesOf<Parameters>,
): ValuesOf<Parameters> =>
  Object.fromEntries(
    Object.entries(query).filter(([name]) => Object.hasOwn(parameters, name)),
  ) as ValuesOf<Parameters>

type Meta = Record<string, unknown>

/**
 * Builds the schema of a text that is stored and returned exactly as sent. Rejects NUL and lone surrogates and names
 * their offset.
 *
 * @param max the greatest length in UTF-16 code units.
 */
export const safeText = (max: number, min = 0) =>
  z
    .string()
    .min(min, min === 1 ? 'Must not be empty.' : `Must have at least ${min} characters.`)
    .max(max, `Must have at most ${max} characters.`)
    .superRefine((text, context) => {
      const fault = findUnstorable(text)
      if (fault !== null) {
        context.addIssue({
          code: 'custom',
          message: `Contains ${fault.what} at offset ${fault.offset}, which cannot be stored. Remove it.`,
        })
      }
    })

/**
 * Builds the schema of a parameter from a function that parses it.
 *
 * @param parse returns the value, or an error message.
 * @param meta the documented type (`type`, `minimum`, `format`, …), which OpenAPI cannot derive from a function.
 */
const textParameter = <T>(parse: (text: string) => { value: T } | string, meta: Meta) =>
  z
    .string()
    .transform((text, context): T => {
      const result =
        text.length > LONGEST_VALUE ? `Must have at most ${LONGEST_VALUE} characters.` : parse(text)
      if (typeof result !== 'string') return result.value
      context.addIssue({ code: 'custom', message: result })
      return z.NEVER
    })
    .meta(meta)

/** Builds a parameter with a closed list of values. Errors suggest the nearest value. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, docs: ParameterDocs) =>
  z
    .enum(values, { error: ({ input }) => (typeof input === 'string' ? notOneOf(input, values) : undefined) })
    .meta({
      ...docs,
    } as Meta)

/** Returns the error for a word that is not in a closed list, with the nearest value as a suggestion. */
export const notOneOf = (word: string, values: readonly string[]): string => {
  const near = closest(word, values)
  const hint = near === null ? '' : ` Did you mean "${near}"?`
  return `"${word.slice(0, 100)}" is not one of ${values.join(', ')}.${hint}`
}

/** Builds a parameter that is `true` or `false`. */
export const flag = (docs: ParameterDocs) =>
  textParameter(
    (text) => (text === 'true' || text === 'false' ? { value: text === 'true' } : 'Must be true or false.'),
    {
      type: 'boolean',
      ...docs,
    },
  )

/** Builds a parameter that is a decimal number from 0 to 1. */
export const fraction = (docs: ParameterDocs) =>
  textParameter(
    (text) => {
      const value = /^\d{1,3}(?:\.\d{1,17})?$/.test(text) ? Number(text) : Number.NaN
      return value >= 0 && value <= 1 ? { value } : 'Must be a number from 0 to 1, such as 0.8.'
    },
    { type: 'number', minimum: 0, maximum: 1, ...docs },
  )

/** Builds a parameter that is a whole number with a default. Larger numbers than `max` count as `max`. */
export const wholeNumber = (min: number, max: number, docs: ParameterDocs & { readonly default: number }) => {
  const meta = { type: 'integer', minimum: min, ...docs }
  const parse = (text: string): { value: number } | string => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    return value >= min
      ? { value: Math.min(value, max) }
      : `Must be a whole number from ${min} to ${max}. Larger numbers count as ${max}.`
  }
  return textParameter(parse, meta).default(docs.default).meta(meta)
}

/**
 * Builds a parameter with a syntax of its own, such as an EDTF date.
 *
 * @param parse returns the value, or `null` if the text is malformed.
 * @param message the error for malformed text: `Must be a day, such as 2024-09-05.`
 */
export const parsed = <T>(parse: (text: string) => T | null, message: string, docs: ParameterDocs) =>
  textParameter(
    (text) => {
      const value = parse(text)
      return value === null ? message : { value }
    },
    { type: 'string', ...docs },
  )

/** Returns the identifier, a UUID in lower case or a slug; null for anything else. */
export const parseIdentifier = (text: string): string | null => {
  if (isUuid(text)) return text.toLowerCase()
  return text.length <= LONGEST_SLUG && isSlug(text) ? text : null
}

/** The error for a value that is neither a UUID nor a slug. */
export const NOT_AN_IDENTIFIER = 'Must be an id (a UUID) or a slug, such as jane-doe.'

/** Builds a path parameter that is a UUID (returned in lower case) or a slug. */
export const identifier = (docs: ParameterDocs) => parsed(parseIdentifier, NOT_AN_IDENTIFIER, docs)

/** Builds a parameter that is a search: words, phrases in quotation marks, OR and minus signs. */
export const search = (docs: ParameterDocs) =>
  textParameter(
    (text) => {
      const value = parseSearch(text)
      return faultOfSearch(text, value) ?? { value }
    },
    { type: 'string', maxLength: SEARCH_LENGTH_MAX, ...docs },
  )
