import { createHash, type KeyObject } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import { DomainError } from '../../core/errors.ts'
import type { Db, Tx } from '../../database/db.ts'
import { inTransaction } from '../../database/transaction.ts'
import { idMaker } from '../../database/uuid.ts'
import {
  type CheckedQuotation,
  RECEIPT_FORMAT,
  type Receipt,
  type ReceiptContent,
  type ReceiptKeys,
} from './schema.ts'
import {
  makePrivateKey,
  privateKeyText,
  publicJwkOf,
  readPrivateKey,
  signJson,
  toPublicJwk,
} from './signing.ts'
import * as store from './store.ts'

export { readPrivateKey } from './signing.ts'

/** How an installation signs and keeps receipts. */
export interface ReceiptSettings {
  /** The private key of the settings; null if the database keeps the key. */
  readonly key: KeyObject | null
  /** The days for which receipts of callers with an API key are kept. */
  readonly keptDays: number
}

/** The most days for which receipts of callers without an API key are kept, and the most such receipts. */
const DAYS_WITHOUT_CALLER = 30
const RECEIPTS_WITHOUT_CALLER = 20_000
const DAY_MS = 86_400_000

/** The result of a check that a receipt proves. */
export interface CheckedText {
  readonly text: string
  readonly quotations: readonly CheckedQuotation[]
  readonly unchecked: number
  /** The position of the last change of the record before the check. */
  readonly position: number
  readonly versions: Pick<ReceiptContent, 'service' | 'rules'>
}

/**
 * Signs and stores the receipt of a check. Stores the hash of the text, and none of its words.
 * @param hasCaller true if the caller has an API key. Receipts of other callers are kept for a shorter time.
 */
export async function makeReceipt(
  tx: Tx,
  { text, quotations, unchecked, position, versions }: CheckedText,
  { key, keptDays }: ReceiptSettings,
  hasCaller: boolean,
  at: Date,
): Promise<Receipt> {
  const signer = await openSigner(tx, key, at)
  const id = idMaker(at)()
  const signed: ReceiptContent = {
    format: RECEIPT_FORMAT,
    id,
    checked: at.toISOString(),
    ...versions,
    position,
    text: { sha256: createHash('sha256').update(text).digest('hex'), length: text.length },
    quotations: [...quotations],
    unchecked,
  }
  const signature = signJson(signed, signer.key)
  const days = hasCaller ? keptDays : Math.min(keptDays, DAYS_WITHOUT_CALLER)
  await store.deleteOldReceipts(tx, at, RECEIPTS_WITHOUT_CALLER)
  await store.insertReceipt(tx, {
    ...{ id, kid: signer.kid, content: canonicalJson(signed), signature, hasCaller, createdAt: at },
    expiresAt: new Date(at.getTime() + days * DAY_MS),
  })
  return { url: `/v1/receipts/${id}`, signed, kid: signer.kid, signature }
}

/**
 * Returns a receipt.
 * @throws DomainError `not_found`.
 */
export async function getReceipt(db: Db, id: string, now: Date): Promise<Receipt> {
  const receipt = await store.findReceipt(db, id, now)
  if (receipt) return receipt
  throw new DomainError(
    'not_found',
    `No receipt has the id ${id}. Receipts are kept for a limited time; a saved receipt stays valid.`,
  )
}

/**
 * Lists the public keys of all receipts, the newest first. The first receipt creates a key, so before it there may be
 * none.
 */
export async function listKeys(db: Db, configured: KeyObject | null): Promise<ReceiptKeys> {
  const keys = (await store.listPublicKeys(db)).map(toPublicJwk)
  const next = configured && publicJwkOf(configured)
  const isListed = !next || keys.some(({ kid }) => kid === next.kid)
  return { keys: isListed ? keys : [next, ...keys] }
}

/** Replaces the key that the database keeps. Returns the public key. The old private key is gone for good. */
export const rotateKey = (db: Db, now: Date): Promise<string> =>
  inTransaction(db, async (tx) => {
    await store.forgetPrivateKey(tx)
    return (await openSigner(tx, null, now)).kid
  })

interface Signer {
  readonly kid: string
  readonly key: KeyObject
}

/** Returns the key that signs. Stores its public part at the first use, and creates the key if there is none. */
async function openSigner(db: Db, configured: KeyObject | null, at: Date): Promise<Signer> {
  if (configured !== null) {
    const { kid, x } = publicJwkOf(configured)
    await store.insertKey(db, { kid, publicKey: x, privateKey: null }, at)
    return { kid, key: configured }
  }
  const known = (await store.findSigningKey(db)) ?? (await createSigningKey(db, at))
  return { kid: known.kid, key: readPrivateKey(known.privateKey)! }
}

/** Creates the key. Another process may do so at the same time; then both use the first. */
async function createSigningKey(db: Db, at: Date): Promise<{ kid: string; privateKey: string }> {
  const key = makePrivateKey()
  const { kid, x } = publicJwkOf(key)
  await store.insertKey(db, { kid, publicKey: x, privateKey: privateKeyText(key) }, at)
  const known = await store.findSigningKey(db)
  if (!known) throw new Error('The key of receipts was removed while it was created.')
  return known
}
