import { z } from 'zod'
import { isTimeZone } from '../../../core/time-zones.ts'
import { publicationDate } from '../../../input/dates.ts'
import { parseJsonBytes } from '../../../input/json-bytes.ts'
import { validationError } from '../../../input/validation.ts'
import { safeText } from '../../../input/values.ts'
import { LARGEST_BODY, LONGEST_HTML, LONGEST_TEXT } from './limits.ts'
import type { Submission } from './load-article.ts'
import { fromNinjs, NinjsItem } from './ninjs.ts'

export { LARGEST_BODY }

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Parses an http or https URL. Removes its fragment, because a fragment only names a place in the article. */
export const address = safeText(2000, 1).transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (
    url &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === ''
  ) {
    url.hash = ''
    return url.href
  }
  context.addIssue({ code: 'custom', message: 'Must be a URL that starts with http:// or https://.' })
  return z.NEVER
})

const line = (max: number, description: string) => safeText(max).nullish().describe(description)

/** The name of an IANA time zone. */
const timeZone = z.string().max(60).refine(isTimeZone, 'Must be an IANA time zone, such as America/New_York.')

/** The metadata that a caller can submit. Missing values are read from the page, if there is one. */
export const articleDetails = {
  title: line(1000, 'The headline.'),
  publisher: line(500, 'The publisher.'),
  byline: line(500, 'The author, as printed.'),
  dateline: line(200, 'The place printed at the start of the text.'),
  published: publicationDate('When it was published.').describe(
    'When it was published, as EDTF. Relative dates in the text are resolved against it.',
  ),
  language: z
    .string()
    .regex(LANGUAGE, 'Must be a language tag, such as en or en-GB.')
    .nullish()
    .describe('The language of the article (BCP 47).'),
} as const

/** An article as callers submit it: its text, its HTML, or the URL from which to fetch it. */
export const ArticleInput = z
  .strictObject({
    text: safeText(LONGEST_TEXT, 1)
      .optional()
      .describe('The text itself. It is stored exactly as sent, and all offsets refer to it.'),
    html: safeText(LONGEST_HTML, 1)
      .optional()
      .describe('A page, or an HTML fragment. The article is found in a page; a fragment is the article.'),
    url: address
      .meta({ type: 'string', format: 'uri' })
      .nullish()
      .describe('The URL of the article. Without text or html, the article is fetched from it.'),
    ...articleDetails,
    section: line(200, 'The section, as printed.'),
    zone: timeZone
      .nullish()
      .describe('The time zone of the publisher (IANA). A time in UTC on the page is the day there.'),
  })
  .superRefine(({ text, html, url }, context) => {
    if (text !== undefined && html !== undefined)
      context.addIssue({ code: 'custom', path: ['html'], message: 'Send text or html, not both.' })
    else if (text === undefined && html === undefined && !url)
      context.addIssue({ code: 'custom', path: ['text'], message: 'Send one of text, html and url.' })
  })
export type ArticleInput = z.output<typeof ArticleInput>

/**
 * Validates an article from a line or a file. It is an article of this API, or an IPTC ninjs item. A ninjs item has a
 * `uri`.
 * @throws DomainError `invalid_body`, with a pointer to each invalid value.
 */
export function readSubmission(value: unknown): Submission {
  const isNinjs = value !== null && typeof value === 'object' && Object.hasOwn(value, 'uri')
  return isNinjs ? fromNinjs(checked(NinjsItem, value)) : checked(ArticleInput, value)
}

/** One article in JSON, from a line or a file. */
export interface ReadJson {
  readonly text: string
  readonly submission: Submission
}

/**
 * Parses and validates an article from the bytes of its JSON.
 * @param bytes null for a line that was too long.
 * @throws DomainError `payload_too_large`; `malformed_request` for bytes that are not JSON or not UTF-8;
 * `invalid_body`.
 */
export function readArticleJson(bytes: Uint8Array | null): ReadJson {
  const { text, value } = parseJsonBytes(bytes, LARGEST_BODY)
  return { text, submission: readSubmission(value) }
}

function checked<Shape extends z.ZodType>(schema: Shape, value: unknown): z.output<Shape> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw validationError(result.error.issues, 'body', schema, value)
}
