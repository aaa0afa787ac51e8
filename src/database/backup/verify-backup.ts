import { type Manifest, readManifest } from './manifest.ts'
import { readPart } from './part-files.ts'
import type { Backup, OnProgress } from './write-backup.ts'

/** Reads the manifest of a backup. @throws OperatorError if the directory is no whole backup. */
export async function openBackup(directory: string): Promise<Backup> {
  return { directory, ...(await readManifest(directory)) }
}

/**
 * Reads every file of a backup and compares it with the hashes of the manifest. Needs no database.
 * @throws OperatorError that names the first file that is missing, cut short or changed.
 */
export async function verifyBackup({ directory, manifest }: Backup, onProgress: OnProgress): Promise<void> {
  for (const { name, parts } of manifest.tables) {
    let rows = 0
    let bytes = 0
    for (const part of parts) {
      const content = await readPart(directory, part)
      rows += part.rows
      bytes += content.length
      onProgress({ table: name, rows, bytes })
    }
  }
}

/** Returns the sums of a backup: rows, unpacked bytes, and bytes on disk. */
export function sizeOf({ tables }: Manifest): { rows: number; bytes: number; packed: number } {
  const size = { rows: 0, bytes: 0, packed: 0 }
  for (const { rows, parts } of tables) {
    size.rows += rows
    for (const part of parts) {
      size.bytes += part.bytes
      size.packed += part.packed_bytes
    }
  }
  return size
}
