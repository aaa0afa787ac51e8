/** The form of a verb by the word before it. */
import { BE, DO, HAVE, MODALS } from '../lexicon/grammar/closed-classes.ts'
import { canBe, type VerbReading } from '../lexicon/grammar/inflect.ts'
import { VerbForm, type VerbFormCode, WordClass } from '../lexicon/grammar/word-class.ts'
import { lowerInSentence, type TagContext } from './tag-context.ts'

/** Reporting verbs whose forms are hardly ever nouns or adjectives. */
export const SAYING = new Set(
  'say tell argue insist acknowledge allege assert contend refer believe think agree'.split(' '),
)

/** Returns true for "say" in "a decision they say allowed it": the verb after it is the verb of the reported clause. */
export function isSaying(context: TagContext, index: number): boolean {
  const lemma = context.readings[index]?.verb?.lemma ?? ''
  return lemma !== 'tell' && SAYING.has(lemma)
}

/** Returns the form of a reporting verb that stands where a noun would. */
export function sayingForm(verb: VerbReading): VerbFormCode {
  if (canBe(verb, VerbForm.past)) return VerbForm.past
  return canBe(verb, VerbForm.third) ? VerbForm.third : verb.form
}

/** Returns the form of a verb after an auxiliary; `none` if the word is no verb there. */
export function formAfterAuxiliary(context: TagContext, at: number, verb: VerbReading): VerbFormCode {
  const auxiliary = lowerInSentence(context, at)
  if (BE.has(auxiliary) || auxiliary === "'s") {
    if (canBe(verb, VerbForm.gerund)) return VerbForm.gerund
    return canBe(verb, VerbForm.participle) ? VerbForm.participle : VerbForm.none
  }
  if (HAVE.has(auxiliary)) return canBe(verb, VerbForm.participle) ? VerbForm.participle : VerbForm.none
  if (auxiliary === "'d" && canBe(verb, VerbForm.participle)) return VerbForm.participle
  if (MODALS.has(auxiliary) || DO.has(auxiliary))
    return canBe(verb, VerbForm.base) ? VerbForm.base : VerbForm.none
  return VerbForm.none
}

/** Returns whether a form that can be both is a past tense or a participle. */
export function pastForm(
  context: TagContext,
  index: number,
  before: number,
  verb: VerbReading,
): VerbFormCode {
  if (!canBe(verb, VerbForm.past)) return VerbForm.participle
  if (!canBe(verb, VerbForm.participle)) return VerbForm.past
  const byAct = canBe(context.readings[index + 2]?.verb, VerbForm.gerund)
  if (before === WordClass.noun && lowerInSentence(context, index + 1) === 'by' && !byAct)
    return VerbForm.participle
  if (before === WordClass.punctuation && index === context.first) return VerbForm.participle
  if (before === WordClass.verb && isSaying(context, index - 1)) return VerbForm.past
  if (before === WordClass.verb || before === WordClass.subordinator) return VerbForm.participle
  return VerbForm.past
}
