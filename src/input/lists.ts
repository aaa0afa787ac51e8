import { z } from 'zod'
import { isUuid } from '../core/id-or-slug.ts'
import { NOT_AN_IDENTIFIER, notOneOf, type ParameterDocs, parseIdentifier, safeText } from './values.ts'

/** Returns true for a text and for a list of texts. A body can hold other values, a URL cannot. */
const isText = (value: unknown): boolean => [value].flat().every((text) => typeof text === 'string')

/** Builds a parameter with several values of a closed list: `a,b`, or the parameter repeated. Removes duplicates. */
export const list = <const T extends readonly [string, ...string[]]>(values: T, docs: ParameterDocs) => {
  const known = new Set<string>(values)
  return z
    .custom<string | string[]>(isText, 'Must be a text or a list of texts.')
    .transform((given, context): readonly T[number][] => {
      const words = [given]
        .flat()
        .flatMap((text) => text.split(','))
        .map((word) => word.trim())
      for (const word of words) {
        if (!known.has(word)) context.addIssue({ code: 'custom', message: notOneOf(word, values) })
      }
      return [...new Set(words)]
    })
    .meta({ type: 'array', items: { type: 'string', enum: [...values] }, ...docs })
    .optional()
}

/** The most values of a parameter that names records. */
const MOST_NAMED = 50

/**
 * Builds a parameter with several values of an open set: `a,b`, or the parameter repeated. Removes duplicates.
 *
 * @param parse returns the value, or null if the text is malformed.
 * @param message the error for malformed text.
 */
const severalOf = <T>(
  parse: (text: string) => T | null,
  message: string,
  docs: ParameterDocs,
  item: Record<string, unknown>,
) =>
  z
    .custom<string | string[]>(isText, 'Must be a text or a list of texts.')
    .transform((given, context): readonly T[] => {
      const words = [given].flat().flatMap((text) => text.split(','))
      if (words.length > MOST_NAMED) {
        context.addIssue({ code: 'custom', message: `Must have at most ${MOST_NAMED} values.` })
        return z.NEVER
      }
      const values = words.map((word) => parse(word.trim()))
      for (const [index, value] of values.entries()) {
        if (value === null) {
          context.addIssue({ code: 'custom', message: `"${words[index]!.slice(0, 100)}": ${message}` })
        }
      }
      return [...new Set(values as T[])]
    })
    .meta({ type: 'array', items: { type: 'string', ...item }, ...docs })
    .optional()

/** Builds a parameter with ids and slugs, separated by commas or repeated. */
export const identifiers = (docs: ParameterDocs) => severalOf(parseIdentifier, NOT_AN_IDENTIFIER, docs, {})

/** Builds a parameter with ids, separated by commas or repeated. */
export const ids = (docs: ParameterDocs) =>
  severalOf((text) => (isUuid(text) ? text.toLowerCase() : null), 'Must be an id (a UUID).', docs, {
    format: 'uuid',
  })

/**
 * Builds a parameter with names. Does not split them at commas, because a name may contain commas. Each occurrence of
 * the parameter gives one entry.
 */
export const repeatedNames = (longest: number, docs: ParameterDocs) => {
  const name = safeText(longest, 1)
  return z
    .custom<string | string[]>(isText, 'Must be a text or a list of texts.')
    .transform((given, context): readonly string[] => {
      const texts = [given].flat()
      if (texts.length > MOST_NAMED)
        context.addIssue({ code: 'custom', message: `Must have at most ${MOST_NAMED} values.` })
      for (const text of texts) {
        for (const { message } of name.safeParse(text).error?.issues ?? [])
          context.addIssue({ code: 'custom', message })
      }
      return texts
    })
    .meta({ type: 'array', items: { type: 'string' }, ...docs })
    .optional()
}
