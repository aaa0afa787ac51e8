import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of the input. */
export interface InputFile {
  readonly path: string
  /** In bytes; 0 if the file cannot be read. */
  readonly size: number
  /** True if the caller named the file, false if it was found in a folder. */
  readonly isNamed: boolean
}

/** The file name for standard input. */
export const STANDARD_INPUT = '-'

/**
 * Yields files, and the files in folders, by name. Leaves out hidden files and folders, and does not follow links to
 * folders, which can lead in a circle.
 */
export async function* filesIn(paths: readonly string[]): AsyncGenerator<InputFile> {
  for (const path of paths) {
    const found = path === STANDARD_INPUT ? null : await stat(path).catch(() => null)
    if (found?.isDirectory()) yield* filesInFolder(path)
    else yield { path, size: found?.size ?? 0, isNamed: true }
  }
}

async function* filesInFolder(folder: string): AsyncGenerator<InputFile> {
  const entries = []
  for await (const entry of await opendir(folder)) entries.push(entry)
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesInFolder(path)
    else {
      const found = await stat(path).catch(() => null)
      if (found === null || found.isFile()) yield { path, size: found?.size ?? 0, isNamed: false }
    }
  }
}

/** Returns the size of all files in bytes; null if they include standard input. */
export async function sizeOf(paths: readonly string[]): Promise<number | null> {
  if (paths.includes(STANDARD_INPUT)) return null
  let sum = 0
  for await (const { size } of filesIn(paths)) sum += size
  return sum
}
