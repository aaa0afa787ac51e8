import { DomainError, ERROR_CODES, type ErrorCode } from '../core/errors.ts'
import { PROBLEMS } from './problem-table.ts'
import { PROBLEM_MEDIA_TYPE, problemOf, RETRY_STATUSES } from './problems.ts'

type Json = Record<string, unknown>

const header = (description: string, example: string | number) => ({
  description,
  schema: { type: typeof example === 'number' ? 'integer' : 'string' },
  example,
})

/** The response headers of the API, for the OpenAPI document. */
export const HEADERS: Readonly<Record<string, Json>> = {
  'Cache-Control': header('How long a cache may use the response.', 'public, max-age=0, must-revalidate'),
  ETag: header(
    'The weak ETag of the response. Send it in If-None-Match to revalidate a copy. The ETag of a single resource begins with its version, and If-Match accepts it.',
    'W/"3.kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"',
  ),
  Link: header(
    'Links to the other pages of the list (RFC 8288).',
    '</v1/statements?cursor=c0ffee>; rel="next"',
  ),
  RateLimit: header('The remaining quota, and the seconds until it resets.', '"default";r=57;t=12'),
  'RateLimit-Policy': header('The quota, and its window in seconds.', '"default";q=100;w=60'),
  'Retry-After': header('Seconds to wait before the next attempt.', 12),
  'X-Request-Id': header(
    'Identifies the request in the log. It is the id you sent, if that was valid.',
    '3f0c5d1e-8a57-4c0b-9d83-5b1f6c2a7e90',
  ),
}

/** Builds the `headers` of a response from references to the named headers. */
export const headerReferences = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const examplesOf = (codes: readonly ErrorCode[], publicUrl: string | undefined): Json =>
  Object.fromEntries(
    codes.map((code) => {
      const error = new DomainError(code, PROBLEMS[code].happened)
      const value = problemOf(error, '/v1/example', '3f0c5d1e-8a57-4c0b-9d83-5b1f6c2a7e90', publicUrl)
      return [code, { value }]
    }),
  )

/** The response to a browser that opens an address with a page. */
export const PAGE: Json = {
  description: 'The caller prefers `text/html`: `Location` is the page about the same thing.',
  headers: headerReferences(['X-Request-Id']),
}

/** The response to a conditional request whose ETag is still valid. */
export const UNCHANGED: Json = {
  description: 'The response still has the ETag that If-None-Match names.',
  headers: headerReferences(['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Cache-Control', 'ETag']),
}

/** The client errors that depend on the message alone. Operations document them as one range. */
const MESSAGE_STATUSES: ReadonlySet<number> = new Set([406, 408, 413, 414, 415])

/** Returns the key under which operations document an error: its status, or a range such as `5XX`. */
export const errorKeyOf = (status: number): string => {
  if (status >= 500) return '5XX'
  return MESSAGE_STATUSES.has(status) ? '4XX' : String(status)
}

/** Builds one response for each status or range of the error codes, with an example of each code. */
export const errorResponses = (publicUrl: string | undefined): Json => {
  const codesOf = new Map<string, ErrorCode[]>()
  for (const code of ERROR_CODES) {
    const key = errorKeyOf(PROBLEMS[code].status)
    codesOf.set(key, [...(codesOf.get(key) ?? []), code])
  }
  const responses = [...codesOf].map(([key, codes]): [string, Json] => {
    const mayRetry = codes.some((code) => RETRY_STATUSES.has(PROBLEMS[code].status))
    return [
      key,
      {
        description: `The code is ${codes.map((code) => `\`${code}\``).join(', ')}.`,
        headers: headerReferences(['RateLimit', ...(mayRetry ? ['Retry-After'] : [])]),
        content: {
          [PROBLEM_MEDIA_TYPE]: {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: examplesOf(codes, publicUrl),
          },
        },
      },
    ]
  })
  return Object.fromEntries(responses)
}

/** The traits of an operation that decide its errors. */
export interface OperationTraits {
  readonly hasPathParameters: boolean
  readonly hasBody: boolean
  readonly isRateLimited: boolean
  readonly isNegotiated: boolean
  /** True if the operation verifies a key that the caller sends, even if it requires none. */
  readonly verifiesKey: boolean
  readonly requiresKey: boolean
  readonly declared: readonly ErrorCode[]
}

/** Returns the keys of the errors that an operation can answer with, ascending. Every operation can fail with 5XX. */
export const errorKeys = (traits: OperationTraits): readonly string[] => {
  const statuses = [400, 500, ...traits.declared.map((code) => PROBLEMS[code].status)]
  if (traits.hasPathParameters) statuses.push(404, 414)
  if (traits.isNegotiated) statuses.push(406)
  if (traits.verifiesKey) statuses.push(401)
  if (traits.requiresKey) statuses.push(403)
  if (traits.isRateLimited) statuses.push(429)
  if (traits.hasBody) statuses.push(408, 413, 415, 422)
  return [...new Set(statuses.map(errorKeyOf))].sort()
}
