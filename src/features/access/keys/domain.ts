import { DomainError } from '../../../core/errors.ts'
import type { Scope } from '../../../core/scopes.ts'
import type { Db } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { idMaker } from '../../../database/uuid.ts'
import { hashOfKey, hintOf, isKey, makeKey } from './key-text.ts'
import type { ApiKey } from './schema.ts'
import { findValidKey } from './store.sql.ts'
import * as store from './store.ts'

export { findValidKeyWithHash, lockHolder } from './store.sql.ts'
export { listKeys } from './store.ts'

/** A new key. The response shows `secret` once, and nothing stores it. */
export interface NewKey {
  readonly key: ApiKey
  readonly secret: string
}

interface KeyChoices {
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Null for a key that does not expire. */
  readonly expiresAt: Date | null
  /** The holder of an earlier key; absent for a new holder. */
  readonly holder?: string
}

/** Creates a key. */
export async function createKey(
  db: Db,
  { name, scopes, expiresAt, holder }: KeyChoices,
  now: Date,
): Promise<NewKey> {
  const secret = makeKey()
  const id = idMaker(now)()
  const key = await store.insertKey(
    db,
    { id, name, scopes, expiresAt, holderId: holder ?? id, hint: hintOf(secret), sha256: hashOfKey(secret) },
    now,
  )
  return { key, secret }
}

/**
 * Revokes a key at once.
 * @throws DomainError `not_found`.
 */
export async function revokeKey(db: Db, id: string, now: Date): Promise<ApiKey> {
  return found(await store.revokeKey(db, id, now), id)
}

/**
 * Creates a key with the name, the scopes and the holder of another key. The other key remains valid for a while, so
 * that its users can replace it.
 * @param overlapMs the time for which the old key remains valid, in milliseconds.
 * @throws DomainError `not_found`; `conflict` for a revoked key.
 */
export const rotateKey = (db: Db, id: string, overlapMs: number, now: Date): Promise<NewKey> =>
  inTransaction(db, async (tx) => {
    const old = found(await store.expireKey(tx, id, new Date(now.getTime() + overlapMs)), id)
    if (old.revoked !== null) throw new DomainError('conflict', `The key ${id} is revoked. Create a new key.`)
    return createKey(tx, { name: old.name, scopes: old.scopes, expiresAt: null, holder: old.holder }, now)
  })

function found(key: ApiKey | undefined, id: string): ApiKey {
  if (!key)
    throw new DomainError('not_found', `No key has the id ${id}. "onrecord keys list" shows all keys.`)
  return key
}

/** The shortest time between two updates of a key's last use. */
const TOUCH_MS = 60_000

/**
 * Creates the function that finds the key of a secret. It returns null for a key that is not valid. It records the use
 * of a key at most once a minute, without delaying the request.
 */
export function createVerifier(db: Db, now: () => Date) {
  const touched = new Map<string, number>()
  return async (secret: string) => {
    if (!isKey(secret)) return null
    const at = now()
    const key = await findValidKey(db, hashOfKey(secret), at)
    if (!key) return null
    if (at.getTime() - (touched.get(key.id) ?? 0) >= TOUCH_MS) {
      touched.set(key.id, at.getTime())
      store.touchKey(db, key.id, at).catch(() => touched.delete(key.id))
    }
    return key
  }
}
