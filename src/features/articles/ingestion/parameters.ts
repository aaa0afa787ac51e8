import { z } from 'zod'
import { DomainError } from '../../../core/errors.ts'
import { publicationDate } from '../../../input/dates.ts'
import { decodeStrictly } from '../../../input/utf8.ts'
import { validationError } from '../../../input/validation.ts'
import { safeText } from '../../../input/values.ts'
import { LARGEST_BODY, LONGEST_HTML, LONGEST_TEXT } from './limits.ts'
import type { Submission } from './load-article.ts'
import { fromNinjs, NinjsItem } from './ninjs.ts'

export { LARGEST_BODY }

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

/** An http or https address, without its fragment: that leads to a place in the article, not to another one. */
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
  context.addIssue({ code: 'custom', message: 'Must be an address that begins with http:// or https://.' })
  return z.NEVER
})

const line = (max: number, description: string) => safeText(max).nullish().describe(description)

/** What a caller may say about an article; what it does not say is read from the page, where there is one. */
export const articleDetails = {
  title: line(1000, 'The headline.'),
  publisher: line(500, 'Who published it.'),
  byline: line(500, 'Who wrote it, as printed.'),
  dateline: line(200, 'The place printed at the head of the text.'),
  published: publicationDate('When it was published.').describe(
    'When it was published, as EDTF. Relative dates in the text are reckoned from it.',
  ),
  language: z
    .string()
    .regex(LANGUAGE, 'Must be a language tag, such as en or en-GB.')
    .nullish()
    .describe('The language it is written in (BCP 47).'),
} as const

/** An article as callers send it: its text, or its HTML, or where to fetch it. */
export const ArticleInput = z
  .strictObject({
    text: safeText(LONGEST_TEXT, 1)
      .optional()
      .describe('The text itself. It is kept exactly as sent, and all offsets count in it.'),
    html: safeText(LONGEST_HTML, 1)
      .optional()
      .describe('A page, of which the article is read, or a piece of HTML, of which everything visible is.'),
    url: address
      .meta({ type: 'string', format: 'uri' })
      .nullish()
      .describe('Where it was published. Alone, without text or html: it is fetched from there.'),
    ...articleDetails,
  })
  .superRefine(({ text, html, url }, context) => {
    if (text !== undefined && html !== undefined)
      context.addIssue({ code: 'custom', path: ['html'], message: 'Send text or html, not both.' })
    else if (text === undefined && html === undefined && !url)
      context.addIssue({ code: 'custom', path: ['text'], message: 'Send one of text, html and url.' })
  })
export type ArticleInput = z.output<typeof ArticleInput>

/**
 * An article as lines and files hold it: ours, or an IPTC ninjs item, which is known by its `uri`.
 * @throws DomainError `invalid_body`, with a pointer to each value at fault.
 */
export function readSubmission(value: unknown): Submission {
  const isNinjs = value !== null && typeof value === 'object' && Object.hasOwn(value, 'uri')
  return isNinjs ? fromNinjs(checked(NinjsItem, value)) : checked(ArticleInput, value)
}

/** One article in JSON, as a line or a file holds it. */
export interface ReadJson {
  readonly text: string
  readonly submission: Submission
}

/**
 * Reads an article from the bytes of its JSON.
 * @param bytes null for what was longer than is taken.
 * @throws DomainError `payload_too_large`, `malformed_request` for what is no JSON or not UTF-8, `invalid_body`.
 */
export function readArticleJson(bytes: Uint8Array | null): ReadJson {
  if (bytes === null) throw new DomainError('payload_too_large', `This is longer than ${LARGEST_BODY} bytes.`)
  const text = decodeStrictly(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new DomainError('malformed_request', `This is not JSON: ${(error as Error).message.slice(0, 200)}.`)
  }
  return { text, submission: readSubmission(value) }
}

function checked<Shape extends z.ZodType>(schema: Shape, value: unknown): z.output<Shape> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw validationError(result.error.issues, 'body', schema, value)
}
