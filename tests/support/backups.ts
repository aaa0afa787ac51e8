import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import {
  type Restored,
  type RestoreOptions,
  restoreBackup,
} from '../../src/database/backup/restore-backup.ts'
import { openBackup } from '../../src/database/backup/verify-backup.ts'
import { type Backup, type WriteOptions, writeBackup } from '../../src/database/backup/write-backup.ts'
import { readMigrations } from '../../src/database/migration-files.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { silent } from './database.ts'
import { NOW } from './seeded-service.ts'

/** Writes a backup of the database at `url`. */
export async function backUp(
  url: string,
  directory: string,
  options: Partial<WriteOptions> = {},
): Promise<Backup> {
  return await writeBackup({
    url,
    directory,
    since: null,
    version: '0.0.0',
    knownMigrations: (await readMigrations()).map(({ name }) => name),
    now: () => NOW,
    onProgress: () => undefined,
    ...options,
  })
}

/** Restores a backup into the database at `url`. */
export async function restore(
  url: string,
  directory: string,
  options: Partial<RestoreOptions> = {},
): Promise<Restored> {
  return await restoreBackup({
    backup: await openBackup(directory),
    url,
    ownerUrl: url,
    migrations: await readMigrations(),
    pausesWebhooks: false,
    log: silent,
    onProgress: () => undefined,
    ...options,
  })
}

/** Runs one query on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const client = await connectOnce(url)
  try {
    return (await client.query<Row>(sql, [...parameters])).rows
  } finally {
    await client.end()
  }
}

/** Returns the paths of the files of a backup, sorted. */
export async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort()
}
