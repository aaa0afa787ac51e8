import type { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'
import { ApiKey } from './schema.ts'

const ValidKey = ApiKey.pick({ id: true, name: true, scopes: true })

/**
 * Finds the key of this hash, unless it is revoked or has expired at this moment. SQL, because every request with a
 * key asks for it: Prisma needs three times the processor time.
 */
export async function findValidKey(
  db: Db,
  sha256: string,
  at: Date,
): Promise<z.infer<typeof ValidKey> | undefined> {
  const [row] = await rows(
    db,
    `SELECT id, name, scopes FROM api_keys
     WHERE sha256 = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [sha256, at.toISOString()],
  )
  return row === undefined ? undefined : ValidKey.parse(row)
}
