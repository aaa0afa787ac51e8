import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import { DomainError } from '../../core/errors.ts'
import { filesIn, type InputFile, STANDARD_INPUT } from './files.ts'
import { linesReader } from './readers/lines.ts'
import { cannotRead, type Item, type Reader, type Skipped } from './readers/reader.ts'
import { ENDINGS, readerByName, readerBySignature } from './readers/table.ts'

/** The largest file that is read as one article, in bytes. A PDF with pictures can be large. */
const LARGEST_FILE = 200_000_000
const LARGEST_FILE_MB = LARGEST_FILE / 1_000_000

/** Yields the articles of files and folders in order and lazily. Ends when `signal` is aborted. */
export async function* itemsOf(
  paths: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Item | Skipped> {
  for await (const file of filesIn(paths)) {
    for await (const item of itemsIn(file, signal)) {
      if (signal.aborted) return
      yield item
    }
  }
}

async function* itemsIn(
  { path, size, isNamed }: InputFile,
  signal: AbortSignal,
): AsyncGenerator<Item | Skipped> {
  // A read of standard input can wait without end, so an abort must also end that read.
  if (path === STANDARD_INPUT) {
    yield* untilError(
      'standard input',
      linesReader.readStream('standard input', addAbortSignal(signal, process.stdin)),
    )
    return
  }
  const reader = readerByName(path)
  if (reader && 'readStream' in reader)
    yield* untilError(path, reader.readStream(path, createReadStream(path)))
  else if (reader || isNamed) yield await wholeFile(path, size, reader)
  else yield { where: path, bytes: size, skipped: `The file type is unknown. Types are ${ENDINGS}.` }
}

/** Yields the items of a stream. If the stream fails, the last item is the failure. */
async function* untilError(
  name: string,
  items: AsyncIterable<Item | Skipped>,
): AsyncGenerator<Item | Skipped> {
  try {
    yield* items
  } catch (error) {
    yield failing(name, error instanceof DomainError ? error : unreadable(error))
  }
}

async function wholeFile(path: string, size: number, named: Reader | undefined): Promise<Item> {
  if (size > LARGEST_FILE)
    return failing(
      path,
      cannotRead(`The file has more than ${LARGEST_FILE_MB} MB.`, 'Divide it into several files.'),
    )
  try {
    const bytes = await readFile(path)
    if (named && bytes.length === 0)
      return failing(path, cannotRead('The file is empty.', 'Check that it was copied as a whole.'))
    const reader = readerBySignature(bytes) ?? named
    return reader && 'readFile' in reader
      ? { where: path, bytes: bytes.length, read: async () => reader.readFile(bytes) }
      : failing(path, unknownType())
  } catch (error) {
    return failing(path, unreadable(error))
  }
}

const failing = (where: string, error: DomainError): Item => ({
  where,
  bytes: 0,
  read: async () => {
    throw error
  },
})

const unknownType = (): DomainError =>
  new DomainError('unsupported_media_type', `The file type is unknown. Use a file that ends in ${ENDINGS}.`)

function unreadable(error: unknown): DomainError {
  const { code = '' } = error as NodeJS.ErrnoException
  return /^Z_|^ERR_/.test(code) || error instanceof RangeError
    ? cannotRead(
        `The rest of the file cannot be read (${code || (error as Error).message}).`,
        'It is damaged or cut off: copy it again, and run the command again.',
        error,
      )
    : new DomainError(
        'not_found',
        `The file cannot be read (${code || error}). Check its path and permissions.`,
        [],
        error,
      )
}
