import { z } from 'zod'
import { SCOPES, type Scope } from '../../../core/scopes.ts'
import type { Db } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import { ApiKey } from './schema.ts'

const COLUMNS = `id, name, hint, scopes, created_at AS created, expires_at AS expires,
  last_used_at AS last_used, revoked_at AS revoked`

export async function insertKey(
  db: Db,
  key: {
    readonly id: string
    readonly name: string
    readonly hint: string
    readonly sha256: string
    readonly scopes: readonly Scope[]
    readonly expiresAt: Date | null
  },
  at: Date,
): Promise<ApiKey> {
  const [row] = await rows(
    db,
    `INSERT INTO api_keys (id, name, hint, sha256, scopes, created_at, expires_at)
     VALUES ($1::uuid, $2, $3, $4, $5::text[], $6, $7) RETURNING ${COLUMNS}`,
    [
      key.id,
      key.name,
      key.hint,
      key.sha256,
      key.scopes,
      at.toISOString(),
      key.expiresAt?.toISOString() ?? null,
    ],
  )
  return ApiKey.parse(row)
}

const Valid = z.object({ id: z.uuid(), name: z.string(), scopes: z.array(z.enum(SCOPES)) })

/** The key of this hash, if it may be used at this moment. */
export async function findValidKey(
  db: Db,
  sha256: string,
  at: Date,
): Promise<z.infer<typeof Valid> | undefined> {
  const [row] = await rows(
    db,
    `SELECT id, name, scopes FROM api_keys
     WHERE sha256 = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [sha256, at.toISOString()],
  )
  return row === undefined ? undefined : Valid.parse(row)
}

export const touchKey = (db: Db, id: string, at: Date): Promise<number> =>
  execute(
    db,
    'UPDATE api_keys SET last_used_at = greatest(last_used_at, $2::timestamptz) WHERE id = $1::uuid',
    [id, at.toISOString()],
  )

export async function listKeys(db: Db): Promise<ApiKey[]> {
  const found = await rows(db, `SELECT ${COLUMNS} FROM api_keys ORDER BY created_at, id`)
  return found.map((row) => ApiKey.parse(row))
}

/** Ends a key at a moment: at once, or sooner than it would have ended. Undefined where there is no such key. */
export async function endKey(
  db: Db,
  id: string,
  change: { readonly revokedAt: Date } | { readonly expiresAt: Date },
): Promise<ApiKey | undefined> {
  const [set, at] =
    'revokedAt' in change
      ? ['revoked_at = coalesce(revoked_at, $2::timestamptz)', change.revokedAt]
      : ['expires_at = least(expires_at, $2::timestamptz)', change.expiresAt]
  const [row] = await rows(db, `UPDATE api_keys SET ${set} WHERE id = $1::uuid RETURNING ${COLUMNS}`, [
    id,
    at.toISOString(),
  ])
  return row === undefined ? undefined : ApiKey.parse(row)
}
