export const IDEMPOTENCY_KEY = 'idempotency-key'

const KEY_BYTES = 16
/** The methods that write. Each of their requests gets a key. */
const WRITES = new Set(['POST', 'PATCH', 'DELETE'])

/** Adds an idempotency key to a request that writes, unless it has one. Retries then take effect once. */
export function addIdempotencyKey(request: Request): void {
  if (!WRITES.has(request.method) || request.headers.has(IDEMPOTENCY_KEY)) return
  request.headers.set(IDEMPOTENCY_KEY, randomKey())
}

/** Makes a key. `crypto.randomUUID` would need a secure context in browsers. */
const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
