import { SCOPES, type Scope } from '../../../core/scopes.ts'
import type { Db } from '../../../database/db.ts'
import type { Prisma } from '../../../database/generated/client.ts'
import { prisma } from '../../../database/prisma.ts'
import { toInstant } from '../../../database/prisma-values.ts'
import type { ApiKey } from './schema.ts'

const COLUMNS = {
  id: true,
  name: true,
  hint: true,
  scopes: true,
  holderId: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const

const toKey = (row: Prisma.ApiKeyGetPayload<{ select: typeof COLUMNS }>): ApiKey => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  scopes: toScopes(row.scopes),
  holder: row.holderId,
  created: toInstant(row.createdAt),
  expires: toInstant(row.expiresAt),
  last_used: toInstant(row.lastUsedAt),
  revoked: toInstant(row.revokedAt),
})

const toScopes = (kept: readonly string[]): Scope[] =>
  kept.flatMap((word) => SCOPES.filter((scope) => scope === word))

/** Inserts a key. `sha256` is the hash of its text. Nothing stores the text. */
export async function insertKey(
  db: Db,
  key: {
    readonly id: string
    readonly name: string
    readonly hint: string
    readonly sha256: string
    readonly scopes: readonly Scope[]
    readonly holderId: string
    readonly expiresAt: Date | null
  },
  at: Date,
): Promise<ApiKey> {
  const data = { ...key, scopes: [...key.scopes], createdAt: at }
  return toKey(await prisma(db).apiKey.create({ data, select: COLUMNS }))
}

/** Updates the time of a key's last use, unless a later use is recorded. */
export async function touchKey(db: Db, id: string, at: Date): Promise<void> {
  await prisma(db).apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: at } }] },
    data: { lastUsedAt: at },
  })
}

/** Lists all keys, oldest first. */
export async function listKeys(db: Db): Promise<ApiKey[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]
  return (await prisma(db).apiKey.findMany({ select: COLUMNS, orderBy })).map(toKey)
}

/** Revokes a key, unless it was revoked before. Returns undefined if there is no such key. */
export async function revokeKey(db: Db, id: string, at: Date): Promise<ApiKey | undefined> {
  await prisma(db).apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
  return findKey(db, id)
}

/** Makes a key expire at a given time, unless it expires sooner. Returns undefined if there is no such key. */
export async function expireKey(db: Db, id: string, at: Date): Promise<ApiKey | undefined> {
  await prisma(db).apiKey.updateMany({
    where: { id, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
    data: { expiresAt: at },
  })
  return findKey(db, id)
}

async function findKey(db: Db, id: string): Promise<ApiKey | undefined> {
  const row = await prisma(db).apiKey.findFirst({ where: { id }, select: COLUMNS })
  return row ? toKey(row) : undefined
}
