import type { Logger } from 'pino'
import { migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import type { Database } from './open.ts'
import { grantToService } from './service-role.ts'

/**
 * Brings a database to the schema of this version, as its owner, and gives the role it is served as what that needs.
 * Returns the names of the migrations applied now.
 * @throws OperatorError where it cannot be brought there.
 */
export async function upgradeDatabase(
  { url, ownerUrl }: Pick<Database, 'url' | 'ownerUrl'>,
  log: Logger,
): Promise<readonly string[]> {
  const applied = await migrate(ownerUrl, await readMigrations(), log)
  if (ownerUrl !== url) await grantToService(ownerUrl, decodeURIComponent(new URL(url).username))
  return applied
}
