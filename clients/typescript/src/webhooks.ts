import type { components } from './schema.ts'

type Schemas = components['schemas']

/** A message that the service sends to a webhook. */
export type WebhookMessage = Schemas['ChangeMessage'] | Schemas['SearchMessage'] | Schemas['TestMessage']

/** A request that claims to come from the service. */
export interface SignedMessage {
  /** The headers of the request: a `Headers`, or an object as in Node.js. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The body exactly as it arrived: do not parse and serialize it. */
  readonly body: string | Uint8Array | ArrayBuffer
  /** The secret of the webhook, `whsec_…`. After a rotation, the old and the new one. */
  readonly secret: string | readonly string[]
  /** How many seconds a message may be old. Default: 300. */
  readonly toleranceSeconds?: number
}

/** A message that the secret did not sign, or that is too old. Answer 401. */
export class WebhookSignatureError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WebhookSignatureError'
  }
}

const PREFIX = 'whsec_'
const VERSION = 'v1,'
const DEFAULT_TOLERANCE_SECONDS = 300
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' }

/**
 * Checks the signature and the time of a message (Standard Webhooks), and returns the message. Messages can come twice:
 * keep the latest values of the header `webhook-id`.
 * @throws WebhookSignatureError if the message is not from the service; TypeError for a malformed secret.
 */
export async function verifyWebhook(signed: SignedMessage): Promise<WebhookMessage> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(signed.headers, name),
  )
  if (!id || !timestamp || !signatures)
    throw new WebhookSignatureError('The request lacks webhook-id, webhook-timestamp or webhook-signature.')
  demandRecent(timestamp, signed.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS)
  const body = bytesOf(signed.body)
  const content = joined(bytesOf(`${id}.${timestamp}.`), body)
  for (const secret of [signed.secret].flat()) {
    const key = await importKey(secret)
    for (const signature of signatures.split(' ')) {
      if (!signature.startsWith(VERSION)) continue
      const bytes = base64(signature.slice(VERSION.length))
      if (bytes && (await crypto.subtle.verify('HMAC', key, bytes, content)))
        return JSON.parse(new TextDecoder().decode(body))
    }
  }
  throw new WebhookSignatureError('No signature of the message is valid for this secret.')
}

function headerOf(headers: SignedMessage['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const [, value] = Object.entries(headers).find(([given]) => given.toLowerCase() === name) ?? []
  return typeof value === 'string' ? value : value?.[0]
}

function demandRecent(timestamp: string, toleranceSeconds: number): void {
  const age = Math.abs(Date.now() / 1000 - Number(/^\d{1,12}$/.test(timestamp) ? timestamp : Number.NaN))
  if (!(age <= toleranceSeconds))
    throw new WebhookSignatureError(`webhook-timestamp is not within ${toleranceSeconds} seconds of now.`)
}

async function importKey(secret: string) {
  const bytes = base64(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret)
  if (!bytes?.length) throw new TypeError('The secret is not the one of a webhook. It has the form whsec_…')
  return crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['verify'])
}

type Bytes = Uint8Array<ArrayBuffer>

const bytesOf = (data: string | Uint8Array | ArrayBuffer): Bytes =>
  typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data)

function joined(first: Bytes, second: Bytes): Bytes {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

/** Decodes base64. Returns null if the text is not base64. */
function base64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
