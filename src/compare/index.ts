/**
 * The front door of the comparison: `import { compare } from 'onrecord/compare'`. It compares quotations with
 * statements on record, and reports of one utterance with each other. It is pure: it has no input or output and reads
 * no clock. It never throws.
 */
export type { Quoted, Span } from '../core/span.ts'
export { changedText, type TextPiece } from './alignment/changed-text.ts'
export {
  type Candidate,
  createDecider,
  type Decider,
  type Decision,
  decide,
  type Judged,
  type Verdict,
} from './decision/decide.ts'
export { rarestWords } from './keys/rare-words.ts'
export { foldedHash, queryShingles, shingleHashes } from './keys/shingles.ts'
export { indexStatements, keyText, type StatementIndex } from './keys/statement-index.ts'
export {
  type Fragment,
  type Join,
  type Quotation,
  type QuoteWord,
  type Reading,
  readQuotation,
} from './quotation/read-quotation.ts'
export { COMPARISON_RULES } from './rules.ts'
export {
  type DecidedPair,
  type GroupingRules,
  groupPairs,
  groupReports,
  type RelatedPair,
} from './sightings/group.ts'
export { type Report, readSighting, type Sighting } from './sightings/read-sighting.ts'
export { createRelater } from './sightings/relater.ts'
export { areOnOtherDays, type Relation, relate, sameUtterance } from './sightings/same-utterance.ts'
export { type Agreement, type RecordedSpeaker, speakerAgrees } from './speakers/agree.ts'
export {
  type ReadStatement,
  type RecordedWords,
  readStatement,
  type StatementWord,
} from './statement/read-statement.ts'
export { compare } from './verdict/compare.ts'
export {
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  type Comparison,
  type Cut,
  type Fold,
  type FoldKind,
  type Gap,
  type Gloss,
  type MatchedWords,
  WORDS_VERDICTS,
  type WordsVerdict,
} from './verdict/types.ts'
export { readWords, type Word } from './words/read-words.ts'
