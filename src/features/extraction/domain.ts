import type { Edtf } from '../../core/edtf.ts'
import { checkExtraction } from '../../engine/index.ts'
import type { Reader, ReadingLimits } from './reader.ts'
import type { ExtractionResult } from './schema.ts'

export { checkInTurns } from './check-in-turns.ts'
export {
  boundedSlices,
  type Overflow,
  type Reader,
  type ReadingLimits,
  readerHere,
  tooManyStatements,
  writeChecked,
} from './reader.ts'
export { createReadingQueue, type ReadingQueue, type ReadingRequest } from './reading-queue.ts'

/** The options of an extraction. */
export interface ExtractionOptions extends ReadingLimits {
  /** The date of publication, from which relative dates are counted; null if unknown. */
  readonly published: Edtf | null
}

/**
 * Extracts the statements, people and dates of a text without storing anything.
 * @throws DomainError `span_mismatch`, and those of `Reader.read`; the reason of `signal` if it is aborted.
 */
export const extractFrom = async (
  reader: Reader,
  text: string,
  { published, ...limits }: ExtractionOptions,
): Promise<ExtractionResult> => checkExtraction(text, await reader.read(text, { published }, limits))
