/** The Content-Security-Policy of data. A browser must not execute data or load anything from it. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The security headers of every response, including responses written directly to a socket. The resource policy is
 * `cross-origin`, because any site may read.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': DATA_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const

/**
 * Returns the Content-Security-Policy of a page of this service. It allows scripts, images and styles of the service's
 * own origin only.
 */
export const pagePolicy = (inlineStyle: string): string =>
  [
    DATA_POLICY,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    `style-src 'self' ${inlineStyle}`,
  ].join('; ')

/**
 * Returns the Content-Security-Policy of a page with forms and without any inline script or style. Its forms send only
 * to this service.
 * @param connections the hosts to which its scripts may send.
 */
export const formPagePolicy = (connections: "'self'" | "'none'" = "'self'"): string =>
  [
    DATA_POLICY.replace("form-action 'none'", "form-action 'self'"),
    `connect-src ${connections}`,
    "img-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
  ].join('; ')
