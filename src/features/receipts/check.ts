import { createHash, createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { isObject } from '../../core/canonical-json.ts'
import { PublicJwk, type Receipt } from './schema.ts'
import { isSignedBy, toPublicJwk } from './signing.ts'

/** What a check of a receipt found. unknown-key: the key that signed it is not among the given keys. */
export type ReceiptCheck = 'valid' | 'wrong-signature' | 'unknown-key' | 'other-text'

/** The parts of a receipt that a check needs. Later versions can sign more. */
const Signed = z.looseObject({
  signed: z.looseObject({
    format: z.string(),
    id: z.string(),
    checked: z.string(),
    text: z.looseObject({ sha256: z.string() }),
    quotations: z.array(z.looseObject({ verdict: z.string() })),
  }),
  kid: z.string(),
  signature: z.string(),
})
export type SignedReceipt = z.infer<typeof Signed>

/**
 * Reads a receipt from JSON: the answer of `GET /v1/receipts/{id}`, or an answer that holds a receipt.
 * @returns null if the text is no receipt.
 */
export function readReceipt(text: string): SignedReceipt | null {
  const value = parseJson(text)
  const found = Signed.safeParse(isObject(value) && isObject(value['receipt']) ? value['receipt'] : value)
  return found.success ? found.data : null
}

const KeySet = z.looseObject({ keys: z.array(z.unknown()) })
const AnyKey = PublicJwk.pick({ kty: true, crv: true, x: true })

/**
 * Reads public keys: a JSON Web Key Set, one key of it, or PEM. Ignores keys of other kinds. The name of a key follows
 * from the key. The name that the text gives does not count.
 */
export function readPublicKeys(text: string): PublicJwk[] {
  if (text.includes('-----BEGIN PUBLIC KEY-----')) return readPem(text)
  const value = parseJson(text)
  const set = KeySet.safeParse(value)
  return (set.success ? set.data.keys : [value]).flatMap((key) => {
    const read = AnyKey.safeParse(key)
    return read.success && /^[\w-]{43}$/.test(read.data.x) ? [toPublicJwk(read.data.x)] : []
  })
}

function readPem(text: string): PublicJwk[] {
  try {
    const { crv, x } = createPublicKey(text).export({ format: 'jwk' })
    return crv === 'Ed25519' && x ? [toPublicJwk(x)] : []
  } catch {
    return []
  }
}

/**
 * Checks the signature of a receipt, and whether it is a receipt of a text.
 * @param text the bytes of the text; null to leave the text out.
 */
export function checkReceipt(
  {
    signed,
    kid,
    signature,
  }: Pick<Receipt, 'kid' | 'signature'> & { readonly signed: SignedReceipt['signed'] },
  keys: readonly PublicJwk[],
  text: Uint8Array | null,
): ReceiptCheck {
  const key = keys.find((known) => known.kid === kid)
  if (!key) return 'unknown-key'
  if (!isSignedBy(signed, signature, key)) return 'wrong-signature'
  const isOther = text !== null && createHash('sha256').update(text).digest('hex') !== signed.text.sha256
  return isOther ? 'other-text' : 'valid'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
