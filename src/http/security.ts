/** For answers no browser should run anything from. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Security headers of every answer, the ones written straight to a socket included. The resource policy is
 * cross-origin because reading is open to every site.
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

/** The policy of a page of this service: its own scripts, images and styles, nothing from elsewhere. */
export const pagePolicy = (inlineStyle: string): string =>
  [
    DATA_POLICY,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    `style-src 'self' ${inlineStyle}`,
  ].join('; ')
