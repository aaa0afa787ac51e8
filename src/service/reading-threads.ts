import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { DomainError } from '../core/errors.ts'
import type { Circumstances } from '../engine/index.ts'
import type { ArticleReader } from '../features/articles/ingestion/domain.ts'
import type { PageToRead } from '../features/articles/ingestion/read-page.ts'
import { type ReadingLimits, tooManyStatements } from '../features/extraction/domain.ts'
import { type PackedExtraction, unpackExtraction } from './packed-extraction.ts'
import type { Failure, JsonAnswer, PageAnswer, ThreadAnswer, ThreadTask } from './reading-thread.ts'

/** A reader that reads pages and texts in threads, so that requests are answered meanwhile. */
export interface ReadingThreads extends ArticleReader {
  readonly threads: number
  close(): Promise<void>
}

/** The most threads by default. More of them read more texts at once, but use more memory. */
const DEFAULT_THREADS_MAX = 4
/** The most texts and pages that wait for a thread. Further ones are refused. */
const WAITING_MAX = 64
/** The longest time for one text or page, with the wait for a thread, in milliseconds. */
const READING_MS = 60_000
/** The time after which a thread without work ends, in milliseconds. A new one takes some tenths of a second to start. */
const IDLE_MS = 300_000
/** The most memory of a thread, in MiB. A text that needs more ends the thread, not the process. */
const THREAD_MIB = 1024

/** The function of the thread that reads pages, and that which writes what it found in a text. */
const PAGE: keyof typeof import('./reading-thread.ts') = 'readPageInThread'
const JSON_OF_TEXT: keyof typeof import('./reading-thread.ts') = 'writeInThread'
const THREAD = fileURLToPath(new URL(`reading-thread${extname(import.meta.url)}`, import.meta.url))

/** Returns the number of threads for this machine: one for each core, except the one that answers requests. */
const threadsOfMachine = (): number => Math.min(DEFAULT_THREADS_MAX, Math.max(1, availableParallelism() - 1))

/**
 * Creates a reader with threads. They start when there is something to read.
 * @param configured the most threads; null for as many as suit the machine.
 */
export function createReadingThreads(configured: number | null): ReadingThreads {
  const threads = configured ?? threadsOfMachine()
  const pool = new Piscina<ThreadTask | PageToRead, ThreadAnswer | JsonAnswer | PageAnswer>({
    filename: THREAD,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: WAITING_MAX,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MIB },
  })
  const run = (task: ThreadTask | PageToRead, name?: string) =>
    pool.run(task, { signal: AbortSignal.timeout(READING_MS), ...(name && { name }) }).catch(translate)
  /** Runs a function of the thread on a text. @throws DomainError for its failures. */
  const readText = async <Result extends object>(
    text: string,
    circumstances: Circumstances,
    { statementsMax, signal }: ReadingLimits = {},
    name?: string,
  ): Promise<Result> => {
    signal?.throwIfAborted()
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const stopThread = (): void => void Atomics.store(stop, 0, 1)
    signal?.addEventListener('abort', stopThread, { once: true })
    try {
      const answer = (await run({ text, circumstances, statementsMax, stop }, name)) as Result | Failure
      if (answer === 'stopped') throw signal?.reason
      if ('overflow' in answer) throw tooManyStatements(answer.overflow, statementsMax!)
      if ('code' in answer) throw new DomainError(answer.code, answer.detail)
      return answer as Result
    } finally {
      signal?.removeEventListener('abort', stopThread)
    }
  }
  return {
    threads,
    async readPage(page) {
      const answer = (await run(page, PAGE)) as PageAnswer
      if ('page' in answer) return answer.page
      throw new DomainError(answer.code, answer.detail, answer.faults)
    },
    async read(text, circumstances, limits) {
      const { packed } = await readText<{ packed: PackedExtraction }>(text, circumstances, limits)
      return unpackExtraction(packed)
    },
    readAsJson: (text, circumstances, limits) =>
      readText<Uint8Array>(text, circumstances, limits, JSON_OF_TEXT),
    close: () => pool.destroy(),
  }
}

function translate(error: NodeJS.ErrnoException): never {
  if (error.name === 'AbortError')
    throw new DomainError(
      'timeout',
      `Reading the text took longer than ${READING_MS / 1000} seconds. Send it again later, or in shorter parts.`,
    )
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    throw new DomainError(
      'payload_too_large',
      'Reading the text needs more memory than a text may use. Send it in shorter parts.',
    )
  if (error.message.includes('queue is at limit'))
    throw new DomainError(
      'unavailable',
      'The service is reading as many texts as it can. Send yours again in a few seconds.',
    )
  throw error
}
