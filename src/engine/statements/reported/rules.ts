import type { VerbCue } from '../../cues/find-cues.ts'
import { asClause } from './as-clause.ts'
import { clauseAfter } from './clause-after.ts'
import { clauseAround, clauseBefore, clauseBeforeInverted, quotationBeside } from './clause-before.ts'
import type { Context } from './context.ts'
import type { Draft } from './finding.ts'
import { passive } from './passive.ts'

/** What a rule sees: the cue, and the first token that no earlier finding has taken. */
export interface Site {
  readonly context: Context
  readonly cue: VerbCue
  readonly floor: number
}

/** A rule's answer: what it found, 'none' where it knows that the cue reports no clause, undefined to pass. */
export type Answer = Draft | 'none' | undefined
export type Rule = (site: Site) => Answer

/**
 * Rules for verbs that stand after or amid what they report, in order: the first that answers decides. They come
 * first, for such a verb reports the whole sentence, other reports in it included.
 */
export const TRAILING_RULES: readonly Rule[] = [asClause, clauseBeforeInverted, clauseAround, clauseBefore]

/** Rules for verbs before what they report, in order. */
export const LEADING_RULES: readonly Rule[] = [passive, quotationBeside, clauseAfter]
