import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { DomainError } from '../../core/errors.ts'
import { decodeText, type Submission } from '../../features/articles/ingestion/domain.ts'
import {
  LARGEST_BODY,
  readArticleJson,
  readSubmission,
} from '../../features/articles/ingestion/parameters.ts'
import { byteLinesOf } from '../../input/byte-lines.ts'

/** One article of the input. */
export interface Item {
  /** The name of the file, and the line number if the file contains several articles. */
  readonly where: string
  /** The size in the input, in bytes. */
  readonly bytes: number
  /** Parses the article. @throws DomainError if it cannot be read or is not an article. */
  readonly read: () => Submission
}

/** The file name for standard input. */
const STANDARD_INPUT = '-'

/**
 * Returns the size of all files in bytes; null if they include standard input. A file that cannot be read counts as 0.
 */
export async function sizeOf(files: readonly string[]): Promise<number | null> {
  if (files.includes(STANDARD_INPUT)) return null
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Yields the articles of files in order and lazily. Ends when `signal` is aborted. */
export async function* itemsOf(files: readonly string[], signal: AbortSignal): AsyncGenerator<Item> {
  for await (const item of allOf(files, signal)) {
    if (signal.aborted) return
    yield item
  }
}

async function* allOf(files: readonly string[], signal: AbortSignal): AsyncGenerator<Item> {
  for (const file of files) {
    const kind = extname(file).toLowerCase()
    // A read of standard input can wait without end, so an abort must also end that read.
    if (file === STANDARD_INPUT) yield* linesOf('standard input', addAbortSignal(signal, process.stdin))
    else if (kind === '.ndjson' || kind === '.jsonl') yield* linesOf(file, createReadStream(file))
    else yield await wholeFile(file, kind)
  }
}

async function* linesOf(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  try {
    for await (const { number, bytes } of byteLinesOf(stream, LARGEST_BODY)) {
      if (bytes?.length === 0) continue
      yield {
        where: `${name}:${number}`,
        bytes: (bytes?.length ?? LARGEST_BODY) + 1,
        read: () => readArticleJson(bytes).submission,
      }
    }
  } catch (error) {
    yield unreadable(name, error)
  }
}

async function wholeFile(file: string, kind: string): Promise<Item> {
  try {
    const bytes = await readFile(file)
    return { where: file, bytes: bytes.length, read: () => toSubmission(bytes, kind) }
  } catch (error) {
    return unreadable(file, error)
  }
}

function toSubmission(bytes: Buffer, kind: string): Submission {
  switch (kind) {
    case '.txt':
      return readSubmission({ text: decodeText(bytes, null) })
    case '.html':
    case '.htm':
    case '.xhtml':
      return readSubmission({ html: decodeText(bytes, null).replaceAll('\0', '') })
    case '.json':
      return readArticleJson(bytes).submission
    default:
      throw new DomainError(
        'unsupported_media_type',
        'The file type is unknown. Use a file that ends in .txt, .html, .json, .ndjson or .jsonl.',
      )
  }
}

const unreadable = (where: string, error: unknown): Item => ({
  where,
  bytes: 0,
  read: () => {
    throw new DomainError(
      'not_found',
      `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? error}). Check its path and permissions.`,
    )
  },
})
