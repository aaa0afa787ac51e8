import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { move } from 'piscina'
import { DomainError, type ErrorCode, type Fault } from '../core/errors.ts'
import { type Circumstances, type ExtractedSlice, type Extraction, joinExtractions } from '../engine/index.ts'
import type { PageRead, PageToRead } from '../features/articles/ingestion/read-page.ts'
import { boundedSlices, type Overflow, writeChecked } from '../features/extraction/domain.ts'
import { type PackedExtraction, packExtraction } from './packed-extraction.ts'

/** A text to read in a thread. */
export interface ThreadTask {
  readonly text: string
  readonly circumstances: Circumstances
  readonly statementsMax: number | undefined
  /** One shared number. If it is not 0, the thread stops at the end of a slice. */
  readonly stop: Int32Array
}

/** What a thread answers instead of a result. Errors would lose their class on the way, so failures are values. */
export type Failure =
  | { readonly overflow: Overflow }
  | { readonly code: ErrorCode; readonly detail: string }
  | 'stopped'

/** What a thread answers to a text. */
export type ThreadAnswer = { readonly packed: PackedExtraction } | Failure

/** What a thread answers to a text whose extraction it checks and writes as JSON. */
export type JsonAnswer = Uint8Array | Failure

/** What a thread answers to a page. */
export type PageAnswer =
  | { readonly page: PageRead }
  | { readonly code: ErrorCode; readonly detail: string; readonly faults: readonly Fault[] }

/** How much lower the priority of a thread is, on the scale of `nice`. */
const NICE = 10

// Answers come before texts: a list takes milliseconds, a text seconds. Only Linux has a priority for each thread.
if (!isMainThread && process.platform === 'linux') yieldToOthers()

function yieldToOthers(): void {
  try {
    setPriority(Number(/\d+$/.exec(readlinkSync('/proc/thread-self'))?.[0]), NICE)
  } catch {
    // Without /proc, threads have the priority of the process.
  }
}

/** Reads a text. `createReadingThreads` runs this function in a thread of its own. */
export default function readInThread(task: ThreadTask): ThreadAnswer {
  const read = readSlices(task)
  return read === 'stopped' || !('extraction' in read) ? read : { packed: packExtraction(read.extraction) }
}

function readSlices({
  text,
  circumstances,
  statementsMax,
  stop,
}: ThreadTask): { readonly extraction: Extraction } | Failure {
  const slices: ExtractedSlice[] = []
  for (const slice of boundedSlices(text, circumstances, statementsMax)) {
    if ('statements' in slice) return { overflow: slice }
    if (Atomics.load(stop, 0) !== 0) return 'stopped'
    slices.push(slice)
  }
  return { extraction: joinExtractions(slices) }
}

/** Reads a text, checks what was found, and writes it as JSON, so that the thread of the server only sends it. */
export function writeInThread(task: ThreadTask): JsonAnswer {
  const answer = readSlices(task)
  if (answer === 'stopped' || !('extraction' in answer)) return answer
  try {
    // Moved and not copied, because an answer can have many megabytes.
    return move(writeChecked(task.text, answer.extraction)) as Uint8Array
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, detail: error.message }
  }
}

/** Reads a page, in the same threads. Loads the HTML reader on demand: most threads never need its memory. */
export async function readPageInThread(page: PageToRead): Promise<PageAnswer> {
  const { readPage } = await import('../features/articles/ingestion/read-page.ts')
  try {
    return { page: readPage(page) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message, faults } = error
    return { code, detail: message, faults }
  }
}
