import { IDEMPOTENCY_KEY } from './idempotency.ts'
import { problemOf, retryAfterSeconds } from './problem.ts'

/** When and how often a request is sent again. */
export interface RetryOptions {
  /** How often a request is sent again after the first time. Default: 4. 0 never repeats a request. */
  readonly retries?: number
  /** The longest wait before the first retry, in milliseconds. It doubles with each retry. Default: 250. */
  readonly firstDelayMs?: number
  /**
   * The longest wait before any retry, in milliseconds. If the service asks for a longer wait, the request fails at
   * once, and `retryAfter` of the error says how long to wait. Default: 60,000.
   */
  readonly longestDelayMs?: number
}

export type Fetch = (request: Request) => Promise<Response>

/** The service refused these requests before it did anything, so every request may be sent again. */
const REFUSED = new Set([429, 503])
/** The status while the first request with the same idempotency key is in progress. */
const CONFLICT = 409

/**
 * Returns a fetch that sends requests again: after 429 and 503, and after a lost connection if repeating cannot write
 * twice. Waits as long as `Retry-After` says, or else exponentially longer, with jitter. The signal of the request ends
 * the wait.
 */
export function withRetries(fetch: Fetch, options: RetryOptions = {}): Fetch {
  const { retries = 4, firstDelayMs = 250, longestDelayMs = 60_000 } = options
  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= retries
      // The body of a request can be read only once, so each attempt but the last sends a copy.
      const outcome = await send(fetch, isLast ? request : request.clone())
      if (isLast || request.signal.aborted || !(await mayRepeat(request, outcome))) return resultOf(outcome)
      const asked = outcome.response ? retryAfterSeconds(outcome.response) : null
      const jitter = Math.random() * Math.min(firstDelayMs * 2 ** attempt, longestDelayMs)
      const delayMs = asked === null ? jitter : asked * 1000 + Math.min(jitter, 1000)
      if (asked !== null && asked * 1000 > longestDelayMs) return resultOf(outcome)
      await outcome.response?.body?.cancel()
      await pause(delayMs, request.signal)
    }
  }
}

type Outcome =
  | { readonly response: Response; readonly failure?: never }
  | { readonly response?: never; readonly failure: unknown }

const send = (fetch: Fetch, request: Request): Promise<Outcome> =>
  fetch(request).then(
    (response) => ({ response }),
    (failure: unknown) => ({ failure }),
  )

function resultOf(outcome: Outcome): Response {
  if (outcome.response) return outcome.response
  throw outcome.failure
}

async function mayRepeat(request: Request, { response }: Outcome): Promise<boolean> {
  const hasKey = request.headers.has(IDEMPOTENCY_KEY)
  if (!response) return hasKey || request.method === 'GET' || request.method === 'HEAD'
  if (REFUSED.has(response.status)) return true
  if (response.status !== CONFLICT || !hasKey) return false
  return (await problemOf(response.clone())).errors.some(({ code }) => code === 'in_flight')
}

/** Waits. @throws the reason of the signal if it aborts. */
function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(end, delayMs)
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
