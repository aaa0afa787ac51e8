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

/** The response to a conditional request whose ETag is still valid. */
export const UNCHANGED: Json = {
  description: 'The response still has the ETag that If-None-Match names.',
  headers: headerReferences(['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Cache-Control', 'ETag']),
}

/** Returns the name of the shared response of a status. */
export const errorResponseName = (status: number): string => String(status)

/** Builds one response for each status of the error codes, with an example of each code. */
export const errorResponses = (publicUrl: string | undefined): Json => {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of ERROR_CODES) {
    const { status } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const responses = [...byStatus].map(([status, codes]): [string, Json] => [
    errorResponseName(status),
    {
      description: `The code is ${codes.map((code) => `\`${code}\``).join(', ')}.`,
      headers: headerReferences(['RateLimit', ...(RETRY_STATUSES.has(status) ? ['Retry-After'] : [])]),
      content: {
        [PROBLEM_MEDIA_TYPE]: {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: examplesOf(codes, publicUrl),
        },
      },
    },
  ])
  return Object.fromEntries(responses)
}

/** The traits of an operation that decide its errors. */
export interface OperationTraits {
  readonly hasPathParameters: boolean
  readonly hasBody: boolean
  readonly isRateLimited: boolean
  readonly isNegotiated: boolean
  /** True if the operation verifies a key that is sent, whether or not it requires one. */
  readonly verifiesKey: boolean
  readonly requiresKey: boolean
  readonly declared: readonly ErrorCode[]
}

/** Returns the statuses of the errors that an operation can answer with, ascending. */
export const errorStatuses = (traits: OperationTraits): readonly number[] => {
  const statuses = new Set<number>([400, 500, 503, ...traits.declared.map((code) => PROBLEMS[code].status)])
  if (traits.hasPathParameters) for (const status of [404, 414]) statuses.add(status)
  if (traits.isNegotiated) statuses.add(406)
  if (traits.verifiesKey) statuses.add(401)
  if (traits.requiresKey) statuses.add(403)
  // Operations with a quota query the database, which can time out. Probes do neither.
  if (traits.isRateLimited) for (const status of [429, 504]) statuses.add(status)
  if (traits.hasBody) for (const status of [408, 413, 415, 422]) statuses.add(status)
  return [...statuses].sort((a, b) => a - b)
}
