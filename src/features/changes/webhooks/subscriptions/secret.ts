import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
/** The length of a secret in bytes. Standard Webhooks requires 24 to 64. */
const SECRET_BYTES = 32

/** Returns a new secret in the format of Standard Webhooks. */
export const makeSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`

/**
 * Returns the headers that prove the sender and the time of a message. They have one signature for each secret, the
 * current secret first.
 */
export function signedHeaders(
  { id, body }: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  at: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
