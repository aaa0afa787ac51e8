import { chmod, mkdir, mkdtemp, readlink, realpath, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { OperatorError } from '../../core/operator-error.ts'
import { type Account, canReach } from './account.ts'

/** Where root keeps what the server's account could not reach in the project: a project under /root, say. */
export const SHELTER = '/var/lib/onrecord'

/** The directory to keep things in: `dataDirectory`, or where root has to move them for `account` to reach them. */
export async function openHome(dataDirectory: string, account: Account | null): Promise<string> {
  try {
    await makeDirectory(dataDirectory)
    const home = await realpath(dataDirectory)
    if (!account) return home
    const moved = await readlink(join(home, 'postgres')).then(
      (link) => resolve(home, dirname(link)),
      () => home,
    )
    if (moved === home && !(await canReach(home, account))) return await shelterFor(home)
    await makeDirectory(moved)
    return moved
  } catch (cause) {
    throw notWritable(dataDirectory, cause)
  }
}

/** As `mkdir` with `recursive` would; that one never ends where the file system takes no directories, such as /proc. */
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

/** Links `home` to a directory of its own in the shelter. Where two do so at once, the first link counts for both. */
async function shelterFor(home: string): Promise<string> {
  await makeDirectory(SHELTER)
  const shelter = await mkdtemp(join(SHELTER, 'data-'))
  await chmod(shelter, 0o755)
  const link = join(home, 'postgres')
  try {
    await symlink(join(shelter, 'postgres'), link)
    return shelter
  } catch (error) {
    await rm(shelter, { recursive: true })
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return dirname(await readlink(link))
  }
}

/** For a failure to use a directory: what to do about it. */
export const notWritable = (directory: string, cause: unknown): OperatorError =>
  new OperatorError(
    `The data directory ${directory} cannot be used (${(cause as NodeJS.ErrnoException).code ?? cause}): make it writable, point ONRECORD_DATA_DIRECTORY elsewhere, or set DATABASE_URL.`,
    { cause },
  )
