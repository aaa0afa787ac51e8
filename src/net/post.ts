import { request } from 'undici'
import { DomainError } from '../core/errors.ts'
import { findDomainError, type Guard } from './guard.ts'

/** The longest time for the whole request, in milliseconds. */
const TIMEOUT_MS = 10_000

/**
 * The most bytes of a response body that are read. The content is ignored. It is read so that the connection can be
 * used again.
 */
const BODY_MAX = 16_384

const USER_AGENT = 'OnRecord/0.1 (webhooks)'

/** A message to send. */
export interface OutgoingMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Cancels the request. */
  readonly signal: AbortSignal
  /** The longest time for the whole request, in milliseconds. Default: 10 s. */
  readonly timeoutMs?: number
}

/** The response of a receiver, whatever its status. */
export interface ReceiverResponse {
  /** The HTTP status. */
  readonly code: number
  /** The header Retry-After as received. */
  readonly retryAfter: string | null
}

/**
 * Checks that messages may be sent to a URL. Requires https, because a third party can read plain http.
 * @throws DomainError `fetch_refused` if the guard refuses the URL, or if it is not https and its host is not trusted.
 */
export function checkReceiver(url: URL, guard: Guard): void {
  guard.check(url)
  if (url.protocol === 'https:' || guard.trusts(url)) return
  throw new DomainError(
    'fetch_refused',
    'The URL does not begin with https:. Use https:, or ask the operator to allow the host in ONRECORD_FETCH_ALLOW.',
  )
}

/**
 * Sends a message with POST to a URL that a caller registered. Does not follow redirects.
 * @throws DomainError `fetch_refused` if the URL is not allowed; `fetch_failed` if no response arrives.
 */
export async function postGuarded(
  address: string,
  { headers, body, signal, timeoutMs = TIMEOUT_MS }: OutgoingMessage,
  guard: Guard,
): Promise<ReceiverResponse> {
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
  const known = findDomainError(error)
  if (known) return known
  if (expiry.aborted)
    return new DomainError('fetch_failed', 'The receiver did not answer in time.', [], error)
  const code = (error as { code?: unknown } | null)?.code
  const shown = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,50}$/.test(code) ? ` (${code})` : ''
  return new DomainError('fetch_failed', `The receiver could not be reached${shown}.`, [], error)
}
