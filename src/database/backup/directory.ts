import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OperatorError } from '../../core/operator-error.ts'
import { syncDirectory } from '../files/durable-files.ts'

/** Only the user who makes a backup can enter it. */
const DIRECTORY_MODE = 0o700

/**
 * Creates a directory all at once. `fill` writes to a directory beside it, with the name `.NAME.partial`. When all of it
 * is on disk, the directory gets its name. If the process is killed, only the partial directory is left, and the next
 * call removes it. If `fill` throws, nothing is left.
 * @throws OperatorError if the directory exists, or if it cannot be written.
 */
export async function createWhole<Result>(
  directory: string,
  fill: (partial: string) => Promise<Result>,
): Promise<Result> {
  const target = resolve(directory)
  const partial = join(dirname(target), `.${basename(target)}.partial`)
  await explained(target, async () => {
    await demandAbsent(target)
    await createParent(dirname(target))
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { mode: DIRECTORY_MODE })
  })
  try {
    return await explained(target, async () => {
      const result = await fill(partial)
      await syncDirectory(partial)
      await rename(partial, target)
      await syncDirectory(dirname(target))
      return result
    })
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

/** Creates the directory of one table. */
export const createSubdirectory = (parent: string, name: string): Promise<void> =>
  mkdir(join(parent, name), { mode: DIRECTORY_MODE })

/** Creates one directory. Directories above it must exist, because a missing one is often a disk that is not mounted. */
const createParent = (parent: string): Promise<void> =>
  mkdir(parent, { mode: DIRECTORY_MODE }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })

async function demandAbsent(target: string): Promise<void> {
  const found = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found)
    throw new OperatorError(
      `${target} exists already. Give a directory that does not exist: onrecord snapshot creates it.`,
    )
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space, or give a directory on another disk',
  EDQUOT: 'The quota of the disk is used up. Free some space, or give a directory on another disk',
  EFBIG: 'A file may not become so large (ulimit -f). Raise the limit',
  EACCES: 'The permission is missing. Give a directory that you may write to',
  EPERM: 'The permission is missing. Give a directory that you may write to',
  EROFS: 'The file system is read-only. Give a directory that you may write to',
  ENOENT: 'A directory of the path does not exist. Create it first',
  ENOTDIR: 'A part of the path is a file. Give another path',
  ENAMETOOLONG: 'The name is too long. Give a shorter one',
  EIO: 'The disk failed. Give a directory on another disk',
}

/** Runs `work`, and converts the errors of the file system to an OperatorError. */
async function explained<Result>(target: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    const reason = REASONS[code]
    if (cause instanceof OperatorError || reason === undefined) throw cause
    throw new OperatorError(`${target} cannot be written (${code}). ${reason}. Nothing was kept.`, { cause })
  }
}
