import { resolve } from 'node:path'
import { OperatorError } from '../core/operator-error.ts'
import { findLatest, nameIn, removeOlder } from '../database/backup/collection.ts'
import { openBackup, sizeOf, verifyBackup } from '../database/backup/verify-backup.ts'
import { type Backup, writeBackup } from '../database/backup/write-backup.ts'
import { readMigrations } from '../database/migration-files.ts'
import { openDatabase } from '../database/open.ts'
import { API_INFO } from '../documentation/api.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { createBackupProgress, megabytes } from './backup-progress.ts'

export interface SnapshotOptions {
  /** The directory of an earlier backup. */
  readonly since?: string
  /** The number of backups to keep; then the directory holds several, each named by its time. */
  readonly keep?: number
  /** Checks a backup instead of making one. */
  readonly verify?: boolean
}

/**
 * Makes a backup of the database, or verifies one without a database.
 * @throws OperatorError if the backup cannot be written, or is damaged.
 */
export async function snapshotCommand(
  readConfig: () => Promise<Config>,
  directory: string,
  options: SnapshotOptions,
): Promise<void> {
  const { since, keep, verify } = options
  if ([since !== undefined, keep !== undefined, verify === true].filter(Boolean).length > 1)
    throw new OperatorError('Give only one of --since, --keep and --verify.')
  const progress = createBackupProgress(process.stderr, {
    isTerminal: process.stderr.isTTY,
    clock: () => performance.now(),
  })
  try {
    if (verify) {
      const backup = await openBackup(directory)
      await verifyBackup(backup, progress.show)
      progress.clear()
      process.stdout.write(`${directory} is whole.\n${summaryOf(backup)}`)
    } else {
      await makeBackup(await readConfig(), directory, { since, keep }, progress)
    }
  } finally {
    progress.clear()
  }
}

async function makeBackup(
  config: Config,
  directory: string,
  { since, keep }: { readonly since: string | undefined; readonly keep: number | undefined },
  progress: ReturnType<typeof createBackupProgress>,
): Promise<void> {
  const startedAt = new Date()
  const earlier = since === undefined ? keep && (await findLatest(directory)) : await openBackup(since)
  const log = createQuietLogger(config.logLevel)
  const database = await openDatabase(config.database, log)
  try {
    const backup = await writeBackup({
      url: database.url,
      directory: keep ? nameIn(directory, startedAt) : directory,
      since: earlier || null,
      version: API_INFO.version,
      knownMigrations: (await readMigrations()).map(({ name }) => name),
      now: () => new Date(),
      onProgress: progress.show,
    })
    progress.clear()
    process.stdout.write(`${resolve(backup.directory)}\n${summaryOf(backup)}`)
    if (earlier) process.stdout.write(erasuresSince(earlier, backup))
    if (keep)
      for (const removed of await removeOlder(directory, keep)) process.stdout.write(`Removed ${removed}\n`)
  } finally {
    await database.close()
  }
}

/** Describes a backup in a few lines. */
function summaryOf({ manifest, hash }: Backup): string {
  const { rows, bytes, packed } = sizeOf(manifest)
  return [
    `made      ${manifest.created_at} by On Record ${manifest.version}`,
    `position  ${manifest.ledger.position}`,
    `rows      ${rows} in ${manifest.tables.length} tables`,
    `size      ${megabytes(packed)}, unpacked ${megabytes(bytes)}`,
    `manifest  SHA-256 ${hash}`,
    '',
  ].join('\n')
}

function erasuresSince(earlier: Backup, { manifest }: Backup): string {
  const erased = manifest.erasures - earlier.manifest.erasures
  if (erased <= 0) return ''
  return `${erased} ${erased === 1 ? 'article was' : 'articles were'} erased since ${earlier.directory}. Backups from before that still have the words: delete them as the law demands.\n`
}
