/**
 * The engine's front door: `import { extract } from 'onrecord/engine'`. It imports no package and no built-in module.
 */
export { type Bounds, type Edtf, parseEdtf } from '../core/edtf.ts'
export { DomainError } from '../core/errors.ts'
export type { Quoted, Span } from '../core/span.ts'
export { findPastDates } from './dates/past-dates.ts'
export {
  type CheckedDate,
  type CheckedExtraction,
  type CheckedPerson,
  type CheckedSpeaker,
  type CheckedStatement,
  checkExtraction,
  checkStatement,
  checkStatements,
  contextOf,
  type StatementContext,
} from './evidence.ts'
export { extract, extractSlices } from './extract.ts'
export { isGivenName } from './lexicon/names/given-names.ts'
export { recognizePeople } from './people/recognize-people.ts'
export { type ExtractedSlice, joinExtractions } from './slices.ts'
export type {
  Circumstances,
  DateExpression,
  Extraction,
  KnownPerson,
  Person,
  Said,
  Speaker,
  Statement,
} from './types/extraction.ts'
