import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Edtf } from '../../core/edtf.ts'
import { DomainError } from '../../core/errors.ts'
import {
  checkExtraction,
  type ExtractedSlice,
  type Extraction,
  extractSlices,
  joinExtractions,
} from '../../engine/index.ts'
import type { ExtractionResult } from './schema.ts'

export { createReadingQueue, type ReadingQueue } from './reading-queue.ts'

/** The options of an extraction. */
export interface ReadingOptions {
  /** The date of publication, from which relative dates are counted; null if unknown. */
  readonly published: Edtf | null
  /** The most statements; absent for no limit. */
  readonly statementsMax?: number
  /** Stops the extraction at the end of a slice. */
  readonly signal: AbortSignal
}

/**
 * Extracts the statements, people and dates of a text without storing anything. Other requests can run between two
 * slices of the text.
 * @throws DomainError `too_many_statements`, `span_mismatch`; the reason of `signal` if it is aborted.
 */
export const extractFrom = async (text: string, options: ReadingOptions): Promise<ExtractionResult> =>
  checkExtraction(text, await readInSlices(text, options))

/**
 * Reads a text with the engine. Other requests can run between two slices of the text.
 * @throws DomainError `too_many_statements`; the reason of `signal` if it is aborted.
 */
export async function readInSlices(
  text: string,
  { published, statementsMax = Number.POSITIVE_INFINITY, signal }: ReadingOptions,
): Promise<Extraction> {
  const slices: ExtractedSlice[] = []
  let statements = 0
  for (const slice of extractSlices(text, { published, knownPeople: [] })) {
    slices.push(slice)
    statements += slice.found.statements.length
    if (statements > statementsMax) throw tooManyStatements(statements, slice.end, statementsMax)
    await nextTurn()
    signal.throwIfAborted()
  }
  return joinExtractions(slices)
}

/**
 * Returns the error for a text with too many statements.
 * @param read the length of the text that was read to find these statements, in UTF-16 code units.
 */
function tooManyStatements(statements: number, read: number, most: number): DomainError {
  const part = Math.floor((read / statements) * most * ROOM_FOR_DENSER_PARTS)
  return new DomainError(
    'too_many_statements',
    `The text contains more than ${most} statements, the most in one response. Split it between two paragraphs into parts of at most ${part} characters, and send each part separately.`,
  )
}

/** The factor on the length of a suggested part, because a part of a text can have more statements than average. */
const ROOM_FOR_DENSER_PARTS = 0.8
