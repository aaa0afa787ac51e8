import type { VerbCue } from '../../cues/verb-cues.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import type { Context } from '../../reader/context.ts'
import { phraseEnd } from '../../reader/phrases.ts'
import { lowerAt, type Range } from '../../reader/words.ts'
import { sentenceLimit } from './content-end.ts'
import { subjectOf } from './subject.ts'

/** Verbs for quoting another person: "quoted her as saying". */
const QUOTING = new Set(['quote', 'cite'])
/** The longest distance from the verb to "as saying", in tokens. */
const REACH = 24

/** The parts of "The paper quoted Lee as saying": the reporting verb, the speaker, and the relay. */
export interface QuotingReport {
  readonly saying: VerbCue
  readonly speaker: Range
  readonly relay: Range | null
}

/**
 * Returns the quoting report of a verb group, active or passive; undefined if there is none. The group is "quoted" or
 * "saying".
 */
export function quotingAt(context: Context, group: number): QuotingReport | undefined {
  const cue = context.cueOf.get(group)
  if (!cue) return undefined
  if (QUOTING.has(cue.lemma)) return quotingFrom(context, cue)
  if (cue.form !== 'gerund' || lowerAt(context, cue.first - 1) !== 'as') return undefined
  for (let at = cue.first - 2; at > cue.first - REACH; at--) {
    const quoting = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
    if (!quoting) continue
    return QUOTING.has(quoting.lemma) ? quotingFrom(context, quoting) : undefined
  }
  return undefined
}

function quotingFrom(context: Context, cue: VerbCue): QuotingReport | undefined {
  const saying = sayingAfter(context, cue)
  const subject = saying && subjectOf(context, cue.group)
  if (!subject) return undefined
  const limit = sentenceLimit(context, cue.first)
  if (cue.passive)
    return {
      saying,
      speaker: subject,
      relay: agentAt(context, cue.last, limit) ?? agentAt(context, saying.last, limit),
    }
  const speaker = { first: cue.last, last: saying.first - 1 }
  return speaker.last > speaker.first ? { saying, speaker, relay: subject } : undefined
}

/** Returns the verb of "as saying" after a verb, before any other finite verb. */
function sayingAfter(context: Context, cue: VerbCue): VerbCue | undefined {
  const limit = Math.min(sentenceLimit(context, cue.first), cue.last + REACH)
  for (let at = cue.last; at < limit; at++) {
    const index = context.grammar.verbGroupOf[at] ?? -1
    const group = context.grammar.verbGroups[index] as VerbGroup | undefined
    if (group?.form === 'gerund' && lowerAt(context, at - 1) === 'as') return context.cueOf.get(index)
    if (group?.form === 'finite') return undefined
  }
  return undefined
}

/** Returns the agent of a passive verb, after "by" at `at`; null if there is none. */
export function agentAt(context: Context, at: number, limit: number): Range | null {
  if (lowerAt(context, at) !== 'by') return null
  const last = phraseEnd(context, at + 1, limit)
  return last > at + 1 ? { first: at + 1, last } : null
}
