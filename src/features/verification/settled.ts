import type { Decision } from '../../compare/index.ts'

const ON_RECORD: ReadonlySet<string> = new Set(['verbatim', 'partial', 'spliced', 'misattributed'])
/** The share of an altered or paraphrased quotation above which no other statement is searched. */
const CLOSE = 0.85

/** Returns true if the words are on record, of any speaker. */
export const isOnRecord = ({ verdict }: Decision): boolean => ON_RECORD.has(verdict)

/** Returns true if no other statement can be nearer. */
export const isSettled = (decision: Decision): boolean =>
  isOnRecord(decision) ||
  ((decision.verdict === 'altered' || decision.verdict === 'paraphrase') &&
    decision.best!.comparison.share >= CLOSE)
