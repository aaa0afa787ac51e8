import type { VerbCue } from '../../../cues/verb-cues.ts'
import type { Context } from '../../../reader/context.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'

/** What a rule sees: the cue, and the first token that no earlier finding has taken. */
export interface RuleInput {
  readonly context: Context
  readonly cue: VerbCue
  readonly floor: number
}

/** A rule's answer: what it found, 'none' where it knows that the cue reports no clause, undefined to pass. */
export type RuleResult = ReportDraft | 'none' | undefined
export type ReportingRule = (site: RuleInput) => RuleResult
