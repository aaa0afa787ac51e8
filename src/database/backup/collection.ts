import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '../../core/operator-error.ts'
import { openBackup } from './verify-backup.ts'
import type { Backup } from './write-backup.ts'

/** A directory with several backups, each named by its time: `2026-11-29T03-00-00Z`. */
const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/
const PARTIAL = /^\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.partial$/

/** Returns the path of a backup that is made at `time`. */
export const nameIn = (collection: string, time: Date): string =>
  join(collection, `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z`)

/** Returns the newest whole backup; null if there is none. Skips damaged ones. */
export async function findLatest(collection: string): Promise<Backup | null> {
  for (const name of (await list(collection, NAME)).reverse()) {
    const backup = await openBackup(join(collection, name)).catch((error: unknown) => {
      if (error instanceof OperatorError) return null
      throw error
    })
    if (backup) return backup
  }
  return null
}

/**
 * Removes all backups but the newest ones, and the rests of interrupted ones. Call it after a new backup is whole.
 * @returns the paths of the removed backups.
 */
export async function removeOlder(collection: string, keep: number): Promise<string[]> {
  const old = (await list(collection, NAME)).slice(0, -keep).map((name) => join(collection, name))
  const rests = (await list(collection, PARTIAL)).map((name) => join(collection, name))
  for (const path of [...old, ...rests]) await rm(path, { recursive: true, force: true })
  return old
}

async function list(collection: string, names: RegExp): Promise<string[]> {
  const entries = await readdir(collection).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new OperatorError(
      `${collection} cannot be read (${error.code ?? error.message}). Check its path and permissions.`,
      { cause: error },
    )
  })
  return entries.filter((name) => names.test(name)).sort()
}
