import { DomainError, ERROR_CODES, type ErrorCode } from '../core/errors.ts'
import { PROBLEMS } from './problem-table.ts'
import { PROBLEM_MEDIA_TYPE, problemOf } from './problems.ts'

type Json = Record<string, unknown>

const header = (description: string, example: string | number) => ({
  description,
  schema: { type: typeof example === 'number' ? 'integer' : 'string' },
  example,
})

/** Headers of answers, described once. */
export const HEADERS: Readonly<Record<string, Json>> = {
  'Cache-Control': header('How long a copy may be used.', 'public, max-age=0, must-revalidate'),
  ETag: header('Weak tag of this answer; send it back in If-None-Match.', 'W/"kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"'),
  Link: header('Other pages of the list (RFC 8288).', '</v1/statements?cursor=c0ffee>; rel="next"'),
  RateLimit: header('What is left of the quota, and seconds until it is whole again.', '"default";r=57;t=12'),
  'RateLimit-Policy': header('The quota, and its window in seconds.', '"default";q=100;w=60'),
  'Retry-After': header('Seconds to wait before asking again.', 12),
  'X-Request-Id': header(
    'Names this request in the log; yours when you sent a valid one.',
    '3f0c5d1e-8a57-4c0b-9d83-5b1f6c2a7e90',
  ),
}

/** References to some of the headers, as a response lists them. */
export const headerReferences = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const examplesOf = (codes: readonly ErrorCode[], publicUrl: string | undefined): Json =>
  Object.fromEntries(
    codes.map((code) => {
      const error = new DomainError(code, PROBLEMS[code].happened)
      const value = problemOf(error, '/v1/example', '3f0c5d1e-8a57-4c0b-9d83-5b1f6c2a7e90', publicUrl)
      return [code, { summary: PROBLEMS[code].title, value }]
    }),
  )

const ALWAYS = ['X-Request-Id']
const QUOTA = ['RateLimit', 'RateLimit-Policy']
const RETRIED: ReadonlySet<number> = new Set([429, 503, 504])

/** The name of the shared response for a status. */
export const errorResponseName = (status: number): string => `Error${status}`

/** One response per status any error code has, with an example per code. */
export const errorResponses = (publicUrl: string | undefined): Json => {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of ERROR_CODES) {
    const { status } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const responses = [...byStatus].map(([status, codes]): [string, Json] => [
    errorResponseName(status),
    {
      description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].happened}`).join('\n\n'),
      headers: headerReferences([...ALWAYS, ...QUOTA, ...(RETRIED.has(status) ? ['Retry-After'] : [])]),
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

/** What decides which errors an operation can answer with. */
export interface OperationTraits {
  readonly hasPathParameters: boolean
  readonly hasBody: boolean
  readonly isRateLimited: boolean
  readonly isNegotiated: boolean
  /** A key that is sent is looked at, asked for or not. */
  readonly readsKey: boolean
  readonly asksForKey: boolean
  readonly declared: readonly ErrorCode[]
}

/** The statuses of the errors an operation can answer with, ascending. */
export const errorStatuses = (traits: OperationTraits): readonly number[] => {
  const statuses = new Set<number>([400, 500, 503, ...traits.declared.map((code) => PROBLEMS[code].status)])
  if (traits.hasPathParameters) for (const status of [404, 414]) statuses.add(status)
  if (traits.isNegotiated) statuses.add(406)
  if (traits.readsKey) statuses.add(401)
  if (traits.asksForKey) statuses.add(403)
  // What counts against a quota does work, and work can take too long; probes do neither.
  if (traits.isRateLimited) for (const status of [429, 504]) statuses.add(status)
  if (traits.hasBody) for (const status of [408, 413, 415, 422]) statuses.add(status)
  return [...statuses].sort((a, b) => a - b)
}
