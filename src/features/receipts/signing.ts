import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { PublicJwk } from './schema.ts'

/** The DER encoding of an Ed25519 private key before its 32 bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Creates a private key. */
export const makePrivateKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey

/**
 * Reads a private key: PEM (PKCS #8), or its 32 bytes in hexadecimal. A PEM on one line has `\n` for its line breaks.
 * @returns null if the text is no Ed25519 key.
 */
export function readPrivateKey(text: string): KeyObject | null {
  try {
    const key = /^[0-9a-f]{64}$/i.test(text)
      ? createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, Buffer.from(text, 'hex')]), ...DER })
      : createPrivateKey(text.replaceAll('\\n', '\n'))
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

const DER = { format: 'der', type: 'pkcs8' } as const

/** Returns a private key as text, in a form that `readPrivateKey` reads: its 32 bytes in hexadecimal. */
export const privateKeyText = (key: KeyObject): string =>
  key.export(DER).subarray(PKCS8_HEAD.length).toString('hex')

/** Returns the public key of a private key, as a JSON Web Key. */
export const publicJwkOf = (key: KeyObject): PublicJwk => toPublicJwk(createPublicKey(key).export(JWK).x!)

const JWK = { format: 'jwk' } as const

/** Returns the JSON Web Key of a public key. @param x its 32 bytes in base64url. */
export function toPublicJwk(x: string): PublicJwk {
  const key = { kty: 'OKP', crv: 'Ed25519', x } as const
  const kid = createHash('sha256').update(canonicalJson(key)).digest('base64url')
  return { ...key, kid, use: 'sig', alg: 'EdDSA' }
}

/** Signs a JSON value in its canonical form (RFC 8785). Returns the signature in base64url. */
export const signJson = (value: unknown, key: KeyObject): string =>
  sign(null, Buffer.from(canonicalJson(value)), key).toString('base64url')

/** Returns whether a signature of a JSON value is valid. @throws Error if `x` is no public key. */
export const isSignedBy = (value: unknown, signature: string, { kty, crv, x }: PublicJwk): boolean =>
  verify(
    null,
    Buffer.from(canonicalJson(value)),
    createPublicKey({ key: { kty, crv, x }, ...JWK }),
    Buffer.from(signature, 'base64url'),
  )
