import { HAVE, MODALS, POSSESSIVE_DETERMINERS, SUBJECT_PRONOUNS } from '../lexicon/grammar/closed-classes.ts'
import { canBe } from '../lexicon/grammar/inflect.ts'
import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from '../lexicon/grammar/word-class.ts'
import { Can, CLOSED_CLASSES, isPastOnly } from '../lexicon/grammar/word-readings.ts'
import { canInSentence, classInSentence, lowerInSentence, setClass, type TagContext } from './tag-context.ts'

/** Returns the class of a mark. A lone apostrophe after a plural is possessive if a noun phrase follows. */
export function punctuationClass(context: TagContext, index: number, lower: string): WordClassCode {
  if (lower === '&') return WordClass.coordinator
  if (lower !== "'" || index === context.first) return WordClass.punctuation
  const attached = context.tokens[index - 1]?.end === context.tokens[index]?.start
  const plural = attached && lowerInSentence(context, index - 1).endsWith('s')
  const owned =
    canInSentence(context, index + 1) & (Can.noun | Can.adjective | Can.capital) &&
    !(canInSentence(context, index + 1) & CLOSED_CLASSES)
  return plural && owned ? WordClass.possessive : WordClass.punctuation
}

/**
 * Decides "'s". It is "is" or "has" after a pronoun, or before a word that can only continue a clause. Otherwise it is
 * a possessive.
 */
export function decideApostropheS(context: TagContext, index: number) {
  if (OWNING_DAYS.test(lowerInSentence(context, index - 1))) setClass(context, index - 1, WordClass.noun)
  const before = classInSentence(context, index - 1)
  const next = canInSentence(context, index + 1)
  const clause =
    before === WordClass.pronoun ||
    before === WordClass.wh ||
    before === WordClass.adverb ||
    next & (Can.determiner | Can.negation | Can.preposition) ||
    (next & Can.punctuation && before !== WordClass.name)
  if (clause && lowerInSentence(context, index - 1) !== 'let')
    return setClass(context, index, WordClass.auxiliary, VerbForm.third)
  setClass(
    context,
    index,
    lowerInSentence(context, index - 1) === 'let' ? WordClass.pronoun : WordClass.possessive,
  )
}

/** Decides "not", "n't" and "never". "cannot" contains its modal and is an auxiliary. */
export function decideNegation(context: TagContext, index: number, lower: string) {
  if (lower === 'cannot') return setClass(context, index, WordClass.auxiliary, VerbForm.modal)
  setClass(context, index, WordClass.negation)
}

const TO_PREPOSITION_AFTER = new Set(
  'according due thanks response reference addition access opposition related contrary'.split(' '),
)

/** Returns the class of "to": the opener of an infinitive before a base form, a preposition elsewhere. */
export function toClass(context: TagContext, index: number): WordClassCode {
  let next = index + 1
  if (
    lowerInSentence(context, next) === 'back' &&
    canInSentence(context, next + 1) & (Can.determiner | Can.capital)
  )
    return WordClass.to
  while (
    next < context.last &&
    next < index + 3 &&
    canInSentence(context, next) & (Can.adverb | Can.negation)
  )
    next++
  const reading = context.readings[next]
  if (next >= context.last || !reading) return WordClass.preposition
  const auxiliary = reading.can & Can.auxiliary && /^(?:be|have|do)$/.test(lowerInSentence(context, next))
  const verb = canBe(reading.verb, VerbForm.base) && !(reading.can & Can.capital && !context.titleCase)
  if (!auxiliary && !verb) return WordClass.preposition
  if (lowerInSentence(context, index - 1) === 'according') return WordClass.preposition
  return TO_PREPOSITION_AFTER.has(lowerInSentence(context, index - 1)) && reading.verb?.mostlyNoun
    ? WordClass.preposition
    : WordClass.to
}

/** Returns the class of "that" from its neighbors: subordinator, relative pronoun, pronoun or determiner. */
export function thatClass(context: TagContext, index: number): WordClassCode {
  const before = classInSentence(context, index - 1)
  const next = canInSentence(context, index + 1)
  if (next & Can.auxiliary || (next & Can.verb && !(next & Can.noun))) {
    return before === WordClass.noun || before === WordClass.name ? WordClass.wh : WordClass.pronoun
  }
  if (before === WordClass.noun && opensRelative(context, index + 1)) return WordClass.wh
  if (lowerInSentence(context, index + 1) === 'there') return WordClass.subordinator
  if (before === WordClass.verb && canBe(context.readings[index + 1]?.verb, VerbForm.gerund))
    return WordClass.subordinator
  if (before === WordClass.preposition)
    return next & Can.punctuation ? WordClass.pronoun : WordClass.determiner
  if (next & Can.punctuation)
    return /^["',]$/.test(lowerInSentence(context, index + 1)) ? WordClass.subordinator : WordClass.pronoun
  if (next & (CLOSED_CLASSES | Can.capital | Can.plural | Can.number)) return WordClass.subordinator
  const after = canInSentence(context, index + 2)
  if (before === WordClass.verb && after & (Can.auxiliary | Can.verb | Can.plural | Can.noun))
    return WordClass.subordinator
  if (before === WordClass.noun && after & (Can.auxiliary | Can.plural)) return WordClass.subordinator
  if (before === WordClass.name && after & Can.auxiliary) return WordClass.subordinator
  return WordClass.determiner
}

/**
 * Returns true for a third person or a base form before an object or a clause. The "that" before such a verb opens a
 * relative clause. Examples: "a poll that shows it", "data that suggest he".
 */
function opensRelative(context: TagContext, index: number): boolean {
  const verb = context.readings[index]?.verb
  if (!verb || !(canBe(verb, VerbForm.third) || RELATING.has(lowerInSentence(context, index)))) return false
  const next = canInSentence(context, index + 1)
  return (next & (Can.determiner | Can.pronoun | Can.subordinator | Can.wh)) !== 0
}

const RELATING = new Set('show suggest say call warn argue claim question'.split(' '))

/** Decides modals and the forms of "be", "have" and "do". */
export function decideAuxiliary(context: TagContext, index: number, lower: string) {
  if (MODALS.has(lower)) {
    const noun =
      classInSentence(context, index - 1) === WordClass.determiner ||
      lowerInSentence(context, index - 1) === "'s"
    return noun
      ? setClass(context, index, WordClass.noun)
      : setClass(context, index, WordClass.auxiliary, VerbForm.modal)
  }
  setClass(context, index, WordClass.auxiliary, auxiliaryForm(lower))
}

function auxiliaryForm(lower: string): VerbFormCode {
  if (lower === 'be' || lower === 'have' || lower === 'do') return VerbForm.base
  if (lower === 'been' || lower === 'done') return VerbForm.participle
  if (lower.endsWith('ing')) return VerbForm.gerund
  return lower === 'was' || lower === 'were' || lower === 'had' || lower === 'did'
    ? VerbForm.past
    : VerbForm.third
}

/** Pronouns for people and groups, also without a noun: "another tweeted", "both denounced the plan". */
const COUNTED = new Set('another each both all many most some few several others'.split(' '))

/** Returns true for "some seek to leave" and "both vowed to stay". */
function actsItself(context: TagContext, index: number): boolean {
  const verb = context.readings[index]?.verb
  const acts = isPastOnly(verb) || (canBe(verb, VerbForm.base) && !verb?.mostlyNoun)
  return acts && /^(?:to|that)$/.test(lowerInSentence(context, index + 1))
}

/** Returns true for "all" and "both" between an auxiliary and its participle: "have both urged him to go". */
const sumsUpSubject = (context: TagContext, index: number, lower: string): boolean =>
  /^(?:all|both|each)$/.test(lower) &&
  HAVE.has(lowerInSentence(context, index - 1)) &&
  canBe(context.readings[index + 1]?.verb, VerbForm.participle)

const opensObject = (context: TagContext, index: number): boolean =>
  (canInSentence(context, index) &
    (Can.determiner | Can.pronoun | Can.subordinator | Can.preposition | Can.punctuation)) !==
  0

/** Returns the class of "this", "her", "all", "some" …: determiner before a noun, pronoun elsewhere. */
export function determinerOrPronoun(
  context: TagContext,
  index: number,
  can: number,
  lower: string,
): WordClassCode {
  if (POSSESSIVE_DETERMINERS.has(lower) && lower !== 'her') return WordClass.determiner
  if (sumsUpSubject(context, index, lower)) return WordClass.adverb
  if (lower === 'much' && lowerInSentence(context, index + 1) === 'of') return WordClass.pronoun
  if (COUNTED.has(lower) && /^(?:says?|said|told)$/.test(lowerInSentence(context, index + 1)))
    return WordClass.pronoun
  if (!(can & Can.pronoun)) {
    return can & Can.adverb && canInSentence(context, index + 1) & (Can.punctuation | Can.preposition)
      ? WordClass.adverb
      : WordClass.determiner
  }
  if (!(can & Can.determiner) || (lower === 'her' && lowerInSentence(context, index + 1) === 'to'))
    return WordClass.pronoun
  const next = canInSentence(context, index + 1)
  const counted = COUNTED.has(lower) && classInSentence(context, index - 1) !== WordClass.auxiliary
  if (counted && isPastOnly(context.readings[index + 1]?.verb) && opensObject(context, index + 2))
    return WordClass.pronoun
  if (counted && actsItself(context, index + 1)) return WordClass.pronoun
  if (next & (Can.punctuation | Can.auxiliary | Can.preposition | Can.wh | Can.coordinator | Can.negation))
    return WordClass.pronoun
  if (next & (Can.determiner | Can.pronoun) && !(next & (Can.adjective | Can.number))) {
    return lower === 'all' || lower === 'both' ? WordClass.determiner : WordClass.pronoun
  }
  if (next & (Can.noun | Can.adjective | Can.capital | Can.number)) {
    const singular = /^(?:this|that|each|either|neither)$/.test(lower)
    const verb = singular && canBe(context.readings[index + 1]?.verb, VerbForm.third)
    return verb ? WordClass.pronoun : WordClass.determiner
  }
  if (next & Can.adverb)
    return canInSentence(context, index + 2) & (Can.noun | Can.adjective)
      ? WordClass.determiner
      : WordClass.pronoun
  return next & Can.verb && lower === 'her' ? WordClass.determiner : WordClass.pronoun
}

/** Returns the class of "before", "since", "as" …: subordinator before a clause, preposition before a phrase. */
export function linkClass(context: TagContext, index: number, can: number): WordClassCode {
  if (!(can & Can.preposition)) {
    return can & Can.adverb &&
      !(canInSentence(context, index + 1) & (CLOSED_CLASSES | Can.noun | Can.capital))
      ? WordClass.adverb
      : WordClass.subordinator
  }
  if (lowerInSentence(context, index) === 'since' && HAVE.has(lowerInSentence(context, index - 1)))
    return WordClass.adverb
  if (can & Can.subordinator && SUBJECT_PRONOUNS.has(lowerInSentence(context, index + 1)))
    return WordClass.subordinator
  if (can & Can.verb) {
    const gerund = context.readings[index]?.verb
    if (gerund && classInSentence(context, index - 1) === WordClass.auxiliary) return WordClass.verb
  }
  return WordClass.preposition
}

/** Days that own an event: "yesterday" of "yesterday's ceremony". */
const OWNING_DAYS = /^(?:yesterday|today|tonight|tomorrow)$/
