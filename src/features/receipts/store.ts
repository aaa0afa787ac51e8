import type { Db, Tx } from '../../database/db.ts'
import { prisma } from '../../database/prisma.ts'
import { type Receipt, ReceiptContent } from './schema.ts'

/** A key of receipts as the database has it. */
export interface KeptKey {
  readonly kid: string
  /** The 32 bytes of the public key in base64url. */
  readonly publicKey: string
  /** The private key as text; null if the settings have it, or after a rotation. */
  readonly privateKey: string | null
}

/**
 * Inserts a key. Does nothing if it is there already, or if it has a private key and another process has inserted one
 * in the meantime: an index allows only one.
 */
export async function insertKey(db: Db, key: KeptKey, at: Date): Promise<void> {
  await prisma(db).receiptKey.createMany({ data: [{ ...key, createdAt: at }], skipDuplicates: true })
}

/** Finds the key that signs: the one with a private key. */
export async function findSigningKey(
  db: Db,
): Promise<{ readonly kid: string; readonly privateKey: string } | null> {
  const found = await prisma(db).receiptKey.findFirst({
    where: { privateKey: { not: null } },
    select: { kid: true, privateKey: true },
  })
  return found?.privateKey ? { kid: found.kid, privateKey: found.privateKey } : null
}

/** Forgets the private key, so that another can take its place. */
export async function forgetPrivateKey(tx: Tx): Promise<void> {
  await prisma(tx).receiptKey.updateMany({
    where: { privateKey: { not: null } },
    data: { privateKey: null },
  })
}

/** Lists the public keys in base64url, the newest first. */
export async function listPublicKeys(db: Db): Promise<string[]> {
  const found = await prisma(db).receiptKey.findMany({
    orderBy: [{ createdAt: 'desc' }, { kid: 'asc' }],
    select: { publicKey: true },
  })
  return found.map(({ publicKey }) => publicKey)
}

export interface NewReceipt {
  readonly id: string
  readonly kid: string
  /** The canonical JSON of the content. */
  readonly content: string
  readonly signature: string
  /** True if the caller has an API key. */
  readonly hasCaller: boolean
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  await prisma(tx).receipt.create({ data: receipt, select: { id: true } })
}

/** Finds a receipt that has not expired. */
export async function findReceipt(db: Db, id: string, at: Date): Promise<Receipt | null> {
  const row = await prisma(db).receipt.findFirst({
    where: { id, expiresAt: { gt: at } },
    select: { content: true, kid: true, signature: true },
  })
  if (!row) return null
  const signed = ReceiptContent.parse(JSON.parse(row.content))
  return { url: `/v1/receipts/${id}`, signed, kid: row.kid, signature: row.signature }
}

/** Deletes expired receipts, and of callers without an API key all but the newest. @param newest their number. */
export async function deleteOldReceipts(tx: Tx, at: Date, newest: number): Promise<void> {
  const oldest = await prisma(tx).receipt.findFirst({
    where: { hasCaller: false },
    orderBy: { createdAt: 'desc' },
    skip: newest,
    select: { createdAt: true },
  })
  const surplus = oldest ? [{ hasCaller: false, createdAt: { lte: oldest.createdAt } }] : []
  await prisma(tx).receipt.deleteMany({ where: { OR: [{ expiresAt: { lte: at } }, ...surplus] } })
}
