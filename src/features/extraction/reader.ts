import { setImmediate as nextTurn } from 'node:timers/promises'
import { DomainError } from '../../core/errors.ts'
import {
  type Circumstances,
  checkExtraction,
  type ExtractedSlice,
  type Extraction,
  extractSlices,
  joinExtractions,
} from '../../engine/index.ts'

/** The limits of one reading. */
export interface ReadingLimits {
  /** The most statements; absent for no limit. */
  readonly statementsMax?: number | undefined
  /** Stops the reading at the end of a slice. */
  readonly signal?: AbortSignal | undefined
}

/** Reads texts with the engine. */
export interface Reader {
  /**
   * Reads a text.
   * @throws DomainError `too_many_statements`; `timeout`, `unavailable` or `payload_too_large` if the reader has such
   * limits; the reason of `signal` if it is aborted.
   */
  read(text: string, circumstances: Circumstances, limits?: ReadingLimits): Promise<Extraction>
  /**
   * Reads a text like `read`, and checks each span ({@link checkExtraction}).
   * @returns the checked extraction as JSON, in UTF-8.
   * @throws what `read` throws; DomainError `span_mismatch`.
   */
  readAsJson(text: string, circumstances: Circumstances, limits?: ReadingLimits): Promise<Uint8Array>
}

/** Reads in the thread of the caller. Other work of the process can run between two slices of a text. */
export const readerHere: Reader = {
  async read(text, circumstances, { statementsMax, signal } = {}) {
    const slices: ExtractedSlice[] = []
    for (const slice of boundedSlices(text, circumstances, statementsMax)) {
      if ('statements' in slice) throw tooManyStatements(slice, statementsMax!)
      slices.push(slice)
      await nextTurn()
      signal?.throwIfAborted()
    }
    return joinExtractions(slices)
  },
  async readAsJson(text, circumstances, limits) {
    return writeChecked(text, await readerHere.read(text, circumstances, limits))
  },
}

/** Checks each span of an extraction, and writes it as JSON in UTF-8. @throws DomainError `span_mismatch`. */
export const writeChecked = (text: string, extraction: Extraction): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(checkExtraction(text, extraction)))

/** The number of statements in the part of a text that was read, and the length of this part in UTF-16 code units. */
export interface Overflow {
  readonly statements: number
  readonly end: number
}

/** Yields the slices of a text. If they have more than `statementsMax` statements, ends with how many were found. */
export function* boundedSlices(
  text: string,
  circumstances: Circumstances,
  statementsMax: number | undefined,
): Generator<ExtractedSlice | Overflow> {
  let statements = 0
  for (const slice of extractSlices(text, circumstances)) {
    statements += slice.found.statements.length
    if (statementsMax !== undefined && statements > statementsMax) {
      yield { statements, end: slice.end }
      return
    }
    yield slice
  }
}

/** The factor on the length of a suggested part, because a part of a text can have more statements than average. */
const ROOM_FOR_DENSER_PARTS = 0.8

/** Returns the error for a text with too many statements. */
export function tooManyStatements({ statements, end }: Overflow, most: number): DomainError {
  const part = Math.floor((end / statements) * most * ROOM_FOR_DENSER_PARTS)
  return new DomainError(
    'too_many_statements',
    `The text contains more than ${most} statements, the most in one response. Split it between two paragraphs into parts of at most ${part} characters, and send each part separately.`,
  )
}
