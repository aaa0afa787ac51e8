import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import type { Context } from '../../../reader/context.ts'
import { lowerAt, sentenceAt } from '../../../reader/words.ts'
import { clauseAfter } from './clause-after.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The longest distance from "to say" back to its governing verb, in tokens. */
const REACH = 12
/** The lowest rate beside quotations and before "that", in tenths, of reporting verbs here. */
const SAYING_RATE = 8

/**
 * Words before an infinitive that show that the action took place: "was keen to stress that", "at pains to say", "is
 * continuing to insist".
 */
const KEEN = new Set(
  'keen careful eager swift anxious pains continuing compelled obliged proud relieved sorry'.split(' '),
)

/** Verbs right before an infinitive that do not imply speech: "used to say", "appeared to say". */
const COMPLETED = new Set('use appear come stand give grant take'.split(' '))

/**
 * Verbs for using a medium or turning to an audience. If a person does so in order to say something, that person
 * speaks.
 */
const TURNING = new Set(
  `take write call phone ring email text tweet post issue release publish use hold appear return stop pause interrupt
  emerge stand rise step come rush hasten proceed convene summon give grant`.split(/\s+/),
)

/** Finds "The minister took to the radio to say that it rained" and "She wrote to warn that it would rain." */
export function purposeClause({ context, cue, floor }: RuleInput): RuleResult {
  if (cue.form !== 'infinitive' || cue.polarity !== 'affirmed') return undefined
  if (rateOf(cue.verb, 'quote') < SAYING_RATE || rateOf(cue.verb, 'that') < SAYING_RATE) return undefined
  const keen = KEEN.has(lowerAt(context, cue.first - 1))
  if (!keen && !turnsToSay(context, cue.first)) return undefined
  const answer = clauseAfter({ context, cue: { ...cue, form: 'finite' }, floor })
  if (!answer || answer === 'none') return undefined
  if (answer.rule !== 'that-after-cue' && !(keen && answer.rule === 'zero-after-cue')) return undefined
  const told = answer.hearer?.last ?? cue.last
  return answer.content[0]?.first === told
    ? { ...answer, rule: answer.rule.replace('cue', 'purpose') }
    : undefined
}

/** Returns true if the verb before an infinitive implies that the subject spoke. */
function turnsToSay(context: Context, first: number): boolean {
  const { grammar } = context
  const { firstToken } = sentenceAt(context, first)
  for (let at = first - 1; at >= firstToken && at > first - REACH; at--) {
    const index = grammar.verbGroupOf[at] ?? -1
    const group = grammar.verbGroups[index]
    if (!group) continue
    const lemma = grammar.readings[group.head]?.verb?.lemma ?? ''
    if (group.last === first && COMPLETED.has(lemma)) return false
    return group.form === 'finite' && !group.negated && group.modal < 0 && TURNING.has(lemma)
  }
  return false
}
