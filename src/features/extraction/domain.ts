import type { Edtf } from '../../core/edtf.ts'
import { checkExtraction, extract } from '../../engine/index.ts'
import type { ExtractionResult } from './schema.ts'

/**
 * Extracts the statements, people and dates of a text without storing anything.
 * @param published the date of publication, which relative dates count from; null where it is unknown.
 * @throws DomainError `span_mismatch` if a span does not cover its words.
 */
export const extractFrom = (text: string, published: Edtf | null): ExtractionResult =>
  checkExtraction(text, extract(text, { published, knownPeople: [] }))
