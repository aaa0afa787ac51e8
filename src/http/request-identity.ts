import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const REQUEST_ID = /^[\w-]{1,64}$/
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** Returns the caller's `X-Request-Id` if it is safe in a log line, else a new UUID. */
export const requestIdOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

/** Parses the header `traceparent` (W3C Trace Context); `null` if it is absent or malformed. */
export const traceOf = (request: IncomingMessage): { traceparent: string; traceId: string } | null => {
  const given = request.headers['traceparent']
  const match = typeof given === 'string' ? TRACEPARENT.exec(given) : null
  return match === null ? null : { traceparent: match[0], traceId: match[1]! }
}
