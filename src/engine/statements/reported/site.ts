import type { VerbCue } from '../../cues/find-cues.ts'
import type { Context } from './context.ts'
import type { Draft } from './finding.ts'

/** What a rule sees: the cue, and the first token that no earlier finding has taken. */
export interface Site {
  readonly context: Context
  readonly cue: VerbCue
  readonly floor: number
}

/** A rule's answer: what it found, 'none' where it knows that the cue reports no clause, undefined to pass. */
export type Answer = Draft | 'none' | undefined
export type Rule = (site: Site) => Answer
