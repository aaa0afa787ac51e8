import { canBe, type VerbReading } from '../lexicon/grammar/inflect.ts'
import { VerbForm, type VerbFormCode, WordClass } from '../lexicon/grammar/word-class.ts'
import { Can, isPastOnly } from '../lexicon/grammar/word-readings.ts'
import { nounOrAdjective, openClass } from './open-class.ts'
import {
  canContinueNounPhrase,
  canInSentence,
  classInSentence,
  lowerInSentence,
  setClass,
  type TagContext,
} from './tag-context.ts'
import { verbByNeighbors } from './verb-by-neighbors.ts'
import { formAfterAuxiliary, isSaying, pastForm, SAYING, sayingForm } from './verb-form.ts'

/** Returns the last token before `index` that is neither an adverb nor a negation. */
function beforeAdverbs({ classes, first }: TagContext, index: number): number {
  let at = index - 1
  while (at >= first && (classes[at] === WordClass.adverb || classes[at] === WordClass.negation)) at--
  return at
}

const setVerb = (context: TagContext, index: number, form: VerbFormCode) =>
  setClass(context, index, WordClass.verb, form)

const setOpen = (context: TagContext, index: number, can: number) =>
  setClass(context, index, openClass(context, index, can & ~Can.verb))

/** Forms that are verbs even after a possessive. A company's name can look like one: "Holloway's said". */
const PLAIN_SAYING = new Set(['said', 'says', 'told'])
const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/

/** Words after which a noun must follow, even if the next word can be a reporting verb ("the alleged theft"). */
const BEFORE_NOUNS = new Set("the a an my your his her its our their this that no any 's ’s ' ’".split(' '))

/** Returns true for "last" before a noun, where it is no verb. Example: "on Facebook last week". */
const isLastBeforeNoun = (context: TagContext, index: number): boolean =>
  lowerInSentence(context, index) === 'last' &&
  (canInSentence(context, index + 1) & (Can.noun | Can.determiner | Can.number | Can.adverb)) === Can.noun

/** Decides a word that can be a verb. The word before it decides first, adverbs skipped, then the word after it. */
export function decideVerb(context: TagContext, index: number) {
  const can = canInSentence(context, index)
  const verb = context.readings[index]?.verb
  if (!verb || isLastBeforeNoun(context, index)) return setOpen(context, index, can)
  if (isAddedValue(context, index) || describesGroup(context, index))
    return setClass(context, index, WordClass.adjective)
  if (can & Can.adverb && isPastOnly(context.readings[index + 1]?.verb))
    return setClass(context, index, WordClass.adverb)
  const at = beforeAdverbs(context, index)
  const is = classInSentence(context, at)
  if (is === WordClass.to)
    return canBe(verb, VerbForm.base) ? setVerb(context, index, VerbForm.base) : setOpen(context, index, can)
  if (is === WordClass.auxiliary) {
    const form = formAfterAuxiliary(context, at, verb)
    return form === VerbForm.none ? setOpen(context, index, can) : setVerb(context, index, form)
  }
  const nounPlace =
    is === WordClass.determiner ||
    is === WordClass.possessive ||
    is === WordClass.adjective ||
    is === WordClass.number
  const adverbBetween = at < index - 1
  const saying = SAYING.has(verb.lemma)
  if (is === WordClass.possessive && PLAIN_SAYING.has(lowerInSentence(context, index)))
    return setVerb(context, index, sayingForm(verb))
  if (
    saying &&
    nounPlace &&
    !BEFORE_NOUNS.has(lowerInSentence(context, at)) &&
    !isSayNoun(context, index, is)
  )
    return setVerb(context, index, sayingForm(verb))
  const numberedSubject = is === WordClass.number && classInSentence(context, at - 1) === WordClass.determiner
  if (numberedSubject && canBe(verb, VerbForm.base) && !verb.mostlyNoun)
    return setVerb(context, index, VerbForm.base)
  if (is === WordClass.determiner && isCountingSubject(context, at, index, verb))
    return setVerb(context, index, VerbForm.past)
  if (is !== WordClass.determiner && is !== WordClass.possessive && precedesReflexive(context, index, verb))
    return setVerb(context, index, canBe(verb, VerbForm.third) ? VerbForm.third : VerbForm.base)
  if (is === WordClass.adjective && at === index - 1 && isSubjectOfPast(context, index, verb)) {
    setClass(context, at, WordClass.noun)
    return setVerb(context, index, VerbForm.past)
  }
  if (nounPlace && !(adverbBetween && is === WordClass.number))
    return nounOrAdjective(context, index, can, verb)
  if (saying && isPastOnly(verb)) {
    if (describesSubject(context, at)) {
      setVerb(context, at, VerbForm.participle)
      return setVerb(context, index, VerbForm.past)
    }
    return setVerb(context, index, pastForm(context, index, is, verb))
  }
  if (saying && (is === WordClass.noun || is === WordClass.name || is === WordClass.adverb))
    return setVerb(context, index, verb.form)
  if (lowerInSentence(context, index) === 'say' && saysAfter(context, index, is))
    return setVerb(context, index, verb.form)
  if (index === context.first && canBe(verb, VerbForm.third) && opensReport(context, index + 1))
    return setOpen(context, index, can)
  if (canBe(verb, VerbForm.gerund)) return setVerb(context, index, VerbForm.gerund)
  if (is === WordClass.preposition) {
    if (can & Can.adjective && canContinueNounPhrase(canInSentence(context, index + 1)))
      return setClass(context, index, WordClass.adjective)
    return setOpen(context, index, can)
  }
  if (is === WordClass.subordinator && canBe(verb, VerbForm.base) && !canBe(verb, VerbForm.past))
    return setOpen(context, index, can)
  if (is === WordClass.verb && canBe(verb, VerbForm.third) && isSaying(context, at))
    return setVerb(context, index, VerbForm.third)
  if (canBe(verb, VerbForm.past) || canBe(verb, VerbForm.participle)) {
    const closedQuotation =
      lowerInSentence(context, index - 1) === '"' &&
      classInSentence(context, index - 2) === WordClass.punctuation
    const opens = is === WordClass.punctuation || (is === WordClass.verb && !isContactRelative(context, at))
    if (
      canBe(verb, VerbForm.base) &&
      opens &&
      !closedQuotation &&
      lowerInSentence(context, index + 1) !== 'it' &&
      lowerInSentence(context, index) !== 'found'
    )
      return setOpen(context, index, can)
    if (
      is === WordClass.verb &&
      !isContactRelative(context, at) &&
      can & Can.adjective &&
      canContinueNounPhrase(canInSentence(context, index + 1))
    )
      return setClass(context, index, WordClass.adjective)
    return setVerb(context, index, pastForm(context, index, is, verb))
  }
  if (is === WordClass.pronoun || is === WordClass.wh) {
    return setVerb(context, index, canBe(verb, VerbForm.third) ? VerbForm.third : VerbForm.base)
  }
  if (saying && at === index - 1 && is === WordClass.name) return setVerb(context, index, verb.form)
  return verbByNeighbors(context, index, at, is, verb)
    ? setVerb(context, index, verb.form)
    : setOpen(context, index, can)
}

/**
 * Returns true for a past tense after a noun that looks like an adjective: "the animal belonged to", "the rival won". No
 * noun follows that the two could describe.
 */
function isSubjectOfPast(context: TagContext, index: number, verb: VerbReading): boolean {
  if (!canBe(verb, VerbForm.past) || !isPastOnly(verb)) return false
  if (!(canInSentence(context, index - 1) & Can.noun)) return false
  if (lowerInSentence(context, index + 1) === 'to') return true
  const next = canInSentence(context, index + 1)
  const opensPhrase = (next & (Can.determiner | Can.preposition | Can.pronoun | Can.adverb)) !== 0
  return opensPhrase && !(next & (Can.noun | Can.adjective | Can.verb))
}

/** Returns true for a verb whose object is its subject: "53% describe themselves as liberal". */
const precedesReflexive = (context: TagContext, index: number, verb: VerbReading): boolean =>
  REFLEXIVE.test(lowerInSentence(context, index + 1)) &&
  (canBe(verb, VerbForm.base) || canBe(verb, VerbForm.third))

/** Returns true for a past tense after a determiner that is the whole subject: "Some accused her", "One suggested he go". */
const isCountingSubject = (context: TagContext, at: number, index: number, verb: VerbReading): boolean =>
  canBe(verb, VerbForm.past) &&
  !canBe(verb, VerbForm.base) &&
  context.readings[index]?.listedVerb !== undefined &&
  /^(?:some|many|most|few|several|one|another)$/.test(lowerInSentence(context, at)) &&
  (canInSentence(context, index + 1) & (Can.determiner | Can.pronoun | Can.capital)) !== 0 &&
  classInSentence(context, at - 1) !== WordClass.preposition

/** Returns true for a participle between a noun and its verb: "voters polled said". */
const describesSubject = (context: TagContext, at: number): boolean =>
  classInSentence(context, at) === WordClass.verb &&
  context.forms[at] === VerbForm.past &&
  canBe(context.readings[at]?.verb, VerbForm.participle) &&
  SUBJECT_ENDS.has(classInSentence(context, at - 1)) &&
  !isSaying(context, at)

const SUBJECT_ENDS: ReadonlySet<number> = new Set([WordClass.noun, WordClass.name])

/** Returns true for "…, say experts" and "those who were refused say the rule has changed". */
const saysAfter = (context: TagContext, index: number, before: number): boolean =>
  index > context.first &&
  (lowerInSentence(context, index - 1) === ',' || before === WordClass.verb) &&
  (canInSentence(context, index + 1) & Can.punctuation) === 0

/** Returns true for "say" as a noun, because no clause follows. Example: "the final say in this". */
const isSayNoun = (context: TagContext, index: number, before: number): boolean =>
  before === WordClass.adjective &&
  lowerInSentence(context, index) === 'say' &&
  (canInSentence(context, index + 1) & (Can.preposition | Can.punctuation)) !== 0

/** Returns true for the verb of a sentence that a plural noun opens: "Associates say he will run". */
const opensReport = (context: TagContext, index: number): boolean =>
  /^(?:say|said|are|were|have)$/.test(lowerInSentence(context, index))

/** Returns true for "they say" after a noun or "which": a reporting verb inside a relative clause. */
const isContactRelative = (context: TagContext, verb: number): boolean =>
  isSaying(context, verb) &&
  classInSentence(context, verb - 1) === WordClass.pronoun &&
  OPENING_RELATIVE.has(classInSentence(context, verb - 2))

const OPENING_RELATIVE: ReadonlySet<number> = new Set([WordClass.noun, WordClass.wh])

/** Returns true for a participle that opens a sentence before its group: "Bereaved relatives said". */
const describesGroup = (context: TagContext, index: number): boolean =>
  index === context.first &&
  canBe(context.readings[index]?.verb, VerbForm.participle) &&
  !canBe(context.readings[index]?.verb, VerbForm.base) &&
  (canInSentence(context, index + 1) & (Can.plural | Can.capital)) === Can.plural &&
  /^(?:said|say)$/.test(lowerInSentence(context, index + 2))

/** Returns true for "added" of "value added tax". */
const isAddedValue = (context: TagContext, index: number): boolean =>
  lowerInSentence(context, index) === 'added' &&
  lowerInSentence(context, index - 1) === 'value' &&
  canContinueNounPhrase(canInSentence(context, index + 1))
