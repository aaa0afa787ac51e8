import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises'
import { OperatorError } from '../../core/operator-error.ts'

/** The place to which an export is written. */
export interface Target {
  /** Writes bytes. @throws OperatorError if they cannot be written. */
  write(bytes: string | Uint8Array): Promise<void>
  /** Completes the export. @throws OperatorError if it cannot be written. */
  finish(): Promise<void>
  /** Removes what was written to a file. */
  abandon(): Promise<void>
}

/**
 * Opens the place of an export: a file, or standard output without a name. A file has another name while it is written,
 * so that a file of this name is whole. Pipes and devices are written directly.
 * @throws OperatorError if the file cannot be opened.
 */
export async function openTarget(file: string | undefined): Promise<Target> {
  if (file === undefined) return STANDARD_OUTPUT
  const existing = await stat(file).catch(() => undefined)
  const isReplaced = existing === undefined || existing.isFile()
  const written = isReplaced ? `${file}.partial-${process.pid}` : file
  const orExplain = explaining(file)
  const handle: FileHandle = await orExplain(open(written, 'w'))
  return {
    write: (bytes) => orExplain(handle.appendFile(bytes)),
    finish: () =>
      orExplain(
        (async () => {
          // A full disk can show only now.
          if (isReplaced) await handle.sync()
          await handle.close()
          if (isReplaced) await rename(written, file)
        })(),
      ),
    async abandon() {
      await handle.close().catch(() => undefined)
      if (isReplaced) await unlink(written).catch(() => undefined)
    },
  }
}

const STANDARD_OUTPUT: Target = {
  write: (bytes) =>
    new Promise((resolve) => {
      // `tolerateLostTerminal` handles the errors of standard output.
      process.stdout.write(bytes, () => resolve())
    }),
  finish: () => Promise.resolve(),
  abandon: () => Promise.resolve(),
}

/** Returns a function that gives the failures of a file a text for operators. */
const explaining =
  (file: string) =>
  <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((cause: NodeJS.ErrnoException) => {
      const advice = cause.code === 'ENOSPC' ? 'The disk is full.' : 'Check its path and permissions.'
      throw new OperatorError(`${file} cannot be written (${cause.code}). ${advice}`, { cause })
    })
