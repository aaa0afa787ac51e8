import { copyFile, link, open } from 'node:fs/promises'

/** Only the user who writes a file can read it: these files hold secrets. */
const FILE_MODE = 0o600

/** Writes a new file, and returns when the disk has it. */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gives a file a second name. On another file system, or on one without hard links, copies it. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    await copyFile(from, to)
    const file = await open(to, 'r+')
    await file.chmod(FILE_MODE)
    await file.sync()
    await file.close()
  }
}

const NO_LINKS = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS'])

/** Returns when the disk has the names in a directory. Windows cannot, and does it by itself. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
