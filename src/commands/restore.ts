import { restoreBackup } from '../database/backup/restore-backup.ts'
import { openBackup } from '../database/backup/verify-backup.ts'
import { readMigrations } from '../database/migration-files.ts'
import { openDatabase } from '../database/open.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { createBackupProgress } from './backup-progress.ts'

export interface RestoreCommandOptions {
  readonly pauseWebhooks?: boolean
}

const HASH_SHOWN = 16

/**
 * Restores a backup into the configured database, which must be empty, and prints the hash of each table.
 * @throws OperatorError under the conditions of `restoreBackup`.
 */
export async function restoreCommand(
  config: Config,
  directory: string,
  { pauseWebhooks = false }: RestoreCommandOptions,
): Promise<void> {
  const backup = await openBackup(directory)
  const progress = createBackupProgress(process.stderr, {
    isTerminal: process.stderr.isTTY,
    clock: () => performance.now(),
  })
  const log = createQuietLogger(config.logLevel)
  const database = await openDatabase(config.database, log)
  try {
    const { tables, pausedWebhooks } = await restoreBackup({
      backup,
      url: database.url,
      ownerUrl: database.ownerUrl,
      migrations: await readMigrations(),
      pausesWebhooks: pauseWebhooks,
      log,
      onProgress: progress.show,
    })
    progress.clear()
    const lines = tables
      .filter(({ rows }) => rows > 0)
      .map(
        ({ name, rows, sha256 }) =>
          `${name.padEnd(28)} ${String(rows).padStart(10)}  ${sha256.slice(0, HASH_SHOWN)}`,
      )
    process.stdout.write(
      `${lines.join('\n')}\nRestored ${directory}. Read back from the database, every table is equal to the backup, byte by byte.\n`,
    )
    if (pauseWebhooks) process.stdout.write(`Paused ${pausedWebhooks} webhooks.\n`)
  } finally {
    progress.clear()
    await database.close()
  }
}
