import { chmod, mkdir, mkdtemp, readlink, realpath, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { OperatorError } from '../../core/operator-error.ts'
import { type Account, canReach } from './account.ts'

/**
 * The directory for files that the server's account cannot read in the project, for example in a project under /root.
 */
export const READABLE_HOME = '/var/lib/onrecord'

/**
 * Returns the directory for the data: `dataDirectory`, or a directory below `READABLE_HOME` if `account` cannot enter
 * `dataDirectory`.
 */
export async function openHome(dataDirectory: string, account: Account | null): Promise<string> {
  try {
    await makeDirectory(dataDirectory)
    const home = await realpath(dataDirectory)
    if (!account) return home
    const moved = await readlink(join(home, 'postgres')).then(
      (link) => resolve(home, dirname(link)),
      () => home,
    )
    if (moved === home && !(await canReach(home, account))) return await readableHomeFor(home)
    await makeDirectory(moved)
    return moved
  } catch (cause) {
    throw notWritable(dataDirectory, cause)
  }
}

/** Creates directories like `mkdir` with `recursive`. That option never ends on file systems such as /proc. */
async function makeDirectory(path: string): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (isThere) return
  await makeDirectory(dirname(path))
  await mkdir(path, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/** Links `home` to a new directory below `READABLE_HOME`. If two processes do so at once, both use the first link. */
async function readableHomeFor(home: string): Promise<string> {
  await makeDirectory(READABLE_HOME)
  const readable = await mkdtemp(join(READABLE_HOME, 'data-'))
  await chmod(readable, 0o755)
  const link = join(home, 'postgres')
  try {
    await symlink(join(readable, 'postgres'), link)
    return readable
  } catch (error) {
    await rm(readable, { recursive: true })
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return dirname(await readlink(link))
  }
}

/** Returns the error for a directory that cannot be used. Its message tells what to do. */
export const notWritable = (directory: string, cause: unknown): OperatorError =>
  new OperatorError(
    `The data directory ${directory} cannot be used (${(cause as NodeJS.ErrnoException).code ?? cause}). Make it writable, set ONRECORD_DATA_DIRECTORY to another directory, or set DATABASE_URL.`,
    { cause },
  )
