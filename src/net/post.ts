import { request } from 'undici'
import { DomainError } from '../core/errors.ts'
import { type Guard, knownErrorIn } from './guard.ts'

/** For everything, in milliseconds. */
const TIMEOUT_MS = 10_000

/** As much of an answer as is read, in bytes: what it says is of no interest. */
const BODY_MAX = 16_384

const USER_AGENT = 'OnRecord/0.1 (webhooks)'

export interface Posting {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Gives up at once. */
  readonly signal: AbortSignal
  /** For everything, in milliseconds. */
  readonly timeoutMs?: number
}

/** What a receiver answered, success or not. */
export interface Posted {
  readonly code: number
  /** The header Retry-After, as it came. */
  readonly retryAfter: string | null
}

/**
 * Refuses an address that messages must not be sent to: one the guard refuses, and one anybody between could read along.
 * @throws DomainError `fetch_refused`.
 */
export function checkReceiver(url: URL, guard: Guard): void {
  guard.check(url)
  if (url.protocol === 'https:' || guard.trusts(url)) return
  throw new DomainError(
    'fetch_refused',
    'Messages are sent to https: addresses. ONRECORD_FETCH_ALLOW can allow a host.',
  )
}

/**
 * Sends a message to an address that somebody gave. Redirects are answers like any other: they are not followed.
 * @throws DomainError `fetch_refused` for an address that must not be called; `fetch_failed` where none answers.
 */
export async function postGuarded(
  address: string,
  { headers, body, signal, timeoutMs = TIMEOUT_MS }: Posting,
  guard: Guard,
): Promise<Posted> {
  const url = new URL(address)
  checkReceiver(url, guard)
  const expiry = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher: guard.agent,
      signal: AbortSignal.any([expiry, signal]),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      headers: { ...headers, 'user-agent': USER_AGENT },
      body,
    })
    await answer.body.dump({ limit: BODY_MAX }).catch(() => undefined)
    const retryAfter = answer.headers['retry-after']
    return { code: answer.statusCode, retryAfter: typeof retryAfter === 'string' ? retryAfter : null }
  } catch (error) {
    throw toDomainError(error, expiry)
  }
}

function toDomainError(error: unknown, expiry: AbortSignal): DomainError {
  const known = knownErrorIn(error)
  if (known) return known
  if (expiry.aborted) return new DomainError('fetch_failed', 'No answer came in time.', [], error)
  const code = (error as { code?: unknown } | null)?.code
  const shown = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,50}$/.test(code) ? ` (${code})` : ''
  return new DomainError('fetch_failed', `The address could not be reached${shown}.`, [], error)
}
