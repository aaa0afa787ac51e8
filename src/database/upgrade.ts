import type { Logger } from 'pino'
import { migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import type { Database } from './open.ts'
import { grantToService } from './service-role.ts'

/**
 * Migrates a database to the schema of this version, as its owner, and grants the rights of the service's role.
 * @returns the names of the migrations that it applied.
 * @throws OperatorError under the conditions of `migrate` and `grantToService`.
 */
export async function upgradeDatabase(
  { url, ownerUrl }: Pick<Database, 'url' | 'ownerUrl'>,
  log: Logger,
): Promise<readonly string[]> {
  const applied = await migrate(ownerUrl, await readMigrations(), log)
  if (ownerUrl !== url) await grantToService(ownerUrl, decodeURIComponent(new URL(url).username))
  return applied
}
