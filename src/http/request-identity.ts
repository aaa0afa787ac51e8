import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const REQUEST_ID = /^[\w-]{1,64}$/
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** The id a caller gave in `X-Request-Id` when it is harmless in a log line, else a fresh one. */
export const requestIdOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

/** The trace a caller is in (W3C Trace Context), or `null` when the header is absent or not well-formed. */
export const traceOf = (request: IncomingMessage): { traceparent: string; traceId: string } | null => {
  const given = request.headers['traceparent']
  const match = typeof given === 'string' ? TRACEPARENT.exec(given) : null
  return match === null ? null : { traceparent: match[0], traceId: match[1]! }
}
