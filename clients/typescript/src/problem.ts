import type { components } from './schema.ts'

/** The body of a failure, as the service sends it (RFC 9457). */
export type Problem = components['schemas']['Problem']

/** One mistake in a request. */
export type ProblemFault = Problem['errors'][number]

/**
 * The code of a failure. `unexpected_response` is not a code of the service: something else answered, such as a proxy.
 */
export type ProblemCode = Problem['code'] | 'unexpected_response'

/** A request that failed. Branch on `code`: it is stable. The message says what went wrong and what to do. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  /** The HTTP status. */
  readonly status: number
  /** Every mistake in the request: its place, and how to correct it. Often empty. */
  readonly errors: readonly ProblemFault[]
  /** Identifies the request in the log of the service; null if the answer has no id. */
  readonly requestId: string | null
  /** The seconds that the service asks to wait; null if it names none. */
  readonly retryAfter: number | null
  /** The whole body; null for `unexpected_response`. */
  readonly problem: Problem | null

  constructor(response: Response, problem: Problem | null) {
    super(problem?.detail ?? `The answer has the status ${response.status} and is not one of On Record.`)
    this.name = 'ProblemError'
    this.code = problem?.code ?? 'unexpected_response'
    this.status = response.status
    this.errors = problem?.errors ?? []
    this.requestId = problem?.request_id ?? response.headers.get('x-request-id')
    this.retryAfter = retryAfterSeconds(response)
    this.problem = problem
  }
}

/** Reads the error of a failed response. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  return new ProblemError(response, isProblem(body) ? body : null)
}

const isProblem = (body: unknown): body is Problem => {
  const { code, detail, errors } = (body ?? {}) as Partial<Record<keyof Problem, unknown>>
  return typeof code === 'string' && typeof detail === 'string' && Array.isArray(errors)
}

/**
 * Returns the seconds that a response asks to wait; null if it names none. `Retry-After` holds seconds or a date (RFC
 * 9110).
 */
export function retryAfterSeconds({ headers }: Response): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d+$/.test(value)) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
