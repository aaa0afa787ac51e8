/** The response headers that a page of another origin may read. */
const EXPOSED_HEADERS = [
  'Accept-Encoding',
  'Allow',
  'Content-Language',
  'Deprecation',
  'ETag',
  'Idempotent-Replayed',
  'Link',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Repr-Digest',
  'Retry-After',
  'Sunset',
  'Traceparent',
  'WWW-Authenticate',
  'X-Consistency',
  'X-Request-Id',
]

/** The request headers that a page of another origin may send. */
const ALLOWED_HEADERS = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Mcp-Method',
  'Mcp-Name',
  'Mcp-Protocol-Version',
  'Prefer',
  'Traceparent',
  'X-Consistency',
  'X-Request-Id',
]

const PREFLIGHT_SECONDS = 86_400

/** The headers of every response. They allow any site to read it, without credentials. */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED_HEADERS.join(', '),
} as const

/** Returns the headers of a preflight response. @param methods the methods of the path, as in its `Allow` header. */
export const preflightHeaders = (methods: string) => ({
  'access-control-allow-methods': methods,
  'access-control-allow-headers': ALLOWED_HEADERS.join(', '),
  'access-control-max-age': String(PREFLIGHT_SECONDS),
})
