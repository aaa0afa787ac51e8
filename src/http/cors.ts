/** What a page of another origin may read beside the body. */
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
  'X-Request-Id',
]

/** What a page of another origin may send. */
const ALLOWED_HEADERS = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Prefer',
  'Traceparent',
  'X-Request-Id',
]

const PREFLIGHT_SECONDS = 86_400

/** On every answer: any site may read, without credentials. */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED_HEADERS.join(', '),
} as const

/** On the answer to a preflight. @param methods what the path can do, as in its `Allow` header. */
export const preflightHeaders = (methods: string) => ({
  'access-control-allow-methods': methods,
  'access-control-allow-headers': ALLOWED_HEADERS.join(', '),
  'access-control-max-age': String(PREFLIGHT_SECONDS),
})
