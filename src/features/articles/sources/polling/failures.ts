import { DomainError } from '../../../../core/errors.ts'
import { ResponseFailure } from '../../../../net/fetch-document.ts'
import { requestedPauseMs } from '../../../../net/retry-after.ts'
import { problemOf } from '../../../lines/domain.ts'
import { isPermanent } from '../../jobs/domain.ts'
import type { SourceProblem } from '../entries/schema.ts'

/** A failed request or ingestion. */
export interface Failure {
  readonly problem: SourceProblem
  /** skipped: the service does not fetch it; failed: the attempt failed. */
  readonly state: 'skipped' | 'failed'
  /** True if another attempt cannot succeed. */
  readonly isPermanent: boolean
  /** The HTTP status; null if there was no response. */
  readonly status: number | null
  /** The pause that the server asks for before any other request, in milliseconds; 0 if it asks for none. */
  readonly requestedMs: number
}

const TOO_MANY_REQUESTS = 429
const UNAVAILABLE = 503
/** The pause after a server answers 429 and does not say how long to wait, in milliseconds. */
const UNTOLD_MS = 5 * 60_000
/** The statuses of client errors that another attempt can solve. */
const PASSING = new Set([404, 408, 425, TOO_MANY_REQUESTS])

/**
 * Returns what an error means for a source or an entry.
 * @throws the error that makes the database unavailable.
 */
export function failureOf(error: unknown, now: Date): Failure {
  const { code, detail } = problemOf(error)
  // A full queue of texts says the same, but only the database has a cause.
  if (code === 'unavailable' && !(error instanceof DomainError && error.cause === undefined)) throw error
  const problem = { code, detail }
  const isOurs = code === 'fetch_refused' || code === 'robots_disallowed'
  if (error instanceof ResponseFailure) {
    const { status } = error
    const isPermanent = status >= 400 && status < 500 && !PASSING.has(status)
    return { problem, state: 'failed', isPermanent, status, requestedMs: pauseOf(error, now) }
  }
  return {
    problem,
    state: isOurs ? 'skipped' : 'failed',
    isPermanent: isOurs || isPermanent({ code, detail, errors: [] }),
    status: null,
    requestedMs: 0,
  }
}

function pauseOf({ status, retryAfter }: ResponseFailure, now: Date): number {
  if (status !== TOO_MANY_REQUESTS && status !== UNAVAILABLE) return 0
  const requestedMs = requestedPauseMs(retryAfter, now)
  return requestedMs === 0 && status === TOO_MANY_REQUESTS ? UNTOLD_MS : requestedMs
}
