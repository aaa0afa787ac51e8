import type { VerbCue } from '../../../cues/verb-cues.ts'
import type { Context } from '../../../reader/context.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'

/** The input of a rule: the cue, and the first token that no earlier finding has taken. */
export interface RuleInput {
  readonly context: Context
  readonly cue: VerbCue
  readonly floor: number
}

/** The result of a rule: a draft, `none` if the cue certainly reports no clause, or undefined to try the next rule. */
export type RuleResult = ReportDraft | 'none' | undefined
/** A rule that reads the clause of one cue. */
export type ReportingRule = (site: RuleInput) => RuleResult
