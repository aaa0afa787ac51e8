import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../../core/id-or-slug.ts'
import type { Db } from '../../../database/db.ts'
import { findValidKeyWithHash } from '../keys/domain.ts'

/** The length of a session, in seconds: a working day. */
export const SESSION_SECONDS = 12 * 60 * 60

/** The id of the key, the end in seconds since 1970, a random part, and the signature. */
const TOKEN = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{16})\.([\w-]{43})$/
const NONCE_BYTES = 12

/** The key of a signed-in browser. */
type SessionKey = NonNullable<Awaited<ReturnType<typeof findValidKeyWithHash>>>['key']

/** The sessions of browsers. They are not stored: the cookie of a session is signed, and names its key and its end. */
export interface Sessions {
  /** Returns the token of a new session for the holder of a key; null if the key is not valid. */
  readonly open: (keyId: string) => Promise<string | null>
  /** Returns the key of a session; null if the session has ended, or if its key was revoked or has expired. */
  readonly read: (token: string) => Promise<SessionKey | null>
  /** Returns the secret that each form of a session contains. */
  readonly formToken: (token: string) => string
  /** Returns whether a form was made for this session. */
  readonly isOwnForm: (token: string, given: string) => boolean
}

/**
 * Creates the sessions of a service. The signature depends on the secret of the service and on the hash of the key. So
 * neither the database nor the secret alone is enough to make a session.
 */
export function createSessions(db: Db, secret: Uint8Array, now: () => Date): Sessions {
  const hmac = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url')
  const signatureOf = (content: string, keyHash: string): string => hmac(`session ${content} ${keyHash}`)
  const formToken = (token: string): string => hmac(`form ${token}`)
  return {
    async open(keyId) {
      const found = await findValidKeyWithHash(db, keyId, now())
      if (!found) return null
      const ends = Math.floor(now().getTime() / 1000) + SESSION_SECONDS
      const content = `${keyId}.${ends}.${randomBytes(NONCE_BYTES).toString('base64url')}`
      return `${content}.${signatureOf(content, found.sha256)}`
    },
    async read(token) {
      const [, keyId = '', ends = '', nonce = '', signature = ''] = TOKEN.exec(token) ?? []
      if (!isUuid(keyId) || Number(ends) * 1000 <= now().getTime()) return null
      const found = await findValidKeyWithHash(db, keyId, now())
      if (!found || !isEqual(signature, signatureOf(`${keyId}.${ends}.${nonce}`, found.sha256))) return null
      return found.key
    },
    formToken,
    isOwnForm: (token, given) => isEqual(given, formToken(token)),
  }
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
