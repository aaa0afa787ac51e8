import { BE, DO, HAVE, MODALS } from './closed-classes.ts'
import { canBe, type VerbReading } from './inflect.ts'
import { Can, isPastOnly } from './readings.ts'
import { type Context, canAt, classAt, isNominal, lowerAt, set } from './tag-context.ts'
import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from './word-class.ts'

/** The last token before `index` that is no adverb and no negation. */
function beforeAdverbs({ classes, first }: Context, index: number): number {
  let at = index - 1
  while (at >= first && (classes[at] === WordClass.adverb || classes[at] === WordClass.negation)) at--
  return at
}

const setVerb = (context: Context, index: number, form: VerbFormCode) =>
  set(context, index, WordClass.verb, form)

const setOpen = (context: Context, index: number, can: number) =>
  set(context, index, openClass(context, index, can & ~Can.verb))

/** Verbs of saying whose forms are hardly ever nouns or adjectives. */
const SAYING = new Set(
  'say tell argue insist acknowledge allege assert contend refer believe think agree'.split(' '),
)
/** Forms that are verbs even after a shop's or a firm's name: "Holloway's said". */
const PLAIN_SAYING = new Set(['said', 'says', 'told'])
/** Verbs whose third person tells what evidence says ("the poll shows", "data that suggests"). */
const SHOWING = new Set('show suggest indicate reveal demonstrate find explain'.split(' '))
const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/
/** Verbs that close a sentence with their subject before them: "…, the paper reports." */
const CLOSING = new Set('report note write say explain argue observe suggest show claim'.split(' '))
/** Verbs right before a quotation, though each can be a noun, too: 'The ministry notes, "…"'. */
const INTRODUCING = new Set(
  `report note write say explain argue observe suggest claim read state warn add ask answer reply recall remark comment
  counter caution reason promise proclaim quip joke tweet post vow shout cry plead`.split(/\s+/),
)

/** After these a noun must come, though the next word can be a verb of saying ("the alleged theft"). */
const BEFORE_NOUNS = new Set("the a an my your his her its our their this that no any 's ’s ' ’".split(' '))

/** "last" of "on Facebook last week": the verb goes with a measure, not with a noun alone. */
const isLastBeforeNoun = (context: Context, index: number): boolean =>
  lowerAt(context, index) === 'last' &&
  (canAt(context, index + 1) & (Can.noun | Can.determiner | Can.number | Can.adverb)) === Can.noun

/** What a word that can be a verb is: by the word before it that is no adverb, then by the word after it. */
export function decideVerb(context: Context, index: number) {
  const can = canAt(context, index)
  const verb = context.readings[index]?.verb
  if (!verb || isLastBeforeNoun(context, index)) return setOpen(context, index, can)
  const at = beforeAdverbs(context, index)
  const is = classAt(context, at)
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
  if (is === WordClass.possessive && PLAIN_SAYING.has(lowerAt(context, index)))
    return setVerb(context, index, sayingForm(verb))
  if (saying && nounPlace && !BEFORE_NOUNS.has(lowerAt(context, at)) && !isTheirSay(context, index, is))
    return setVerb(context, index, sayingForm(verb))
  const numberedSubject = is === WordClass.number && classAt(context, at - 1) === WordClass.determiner
  if (numberedSubject && canBe(verb, VerbForm.base) && !verb.mostlyNoun)
    return setVerb(context, index, VerbForm.base)
  if (nounPlace && !(adverbBetween && is === WordClass.number))
    return nounOrAdjective(context, index, can, verb)
  if (
    REFLEXIVE.test(lowerAt(context, index + 1)) &&
    (canBe(verb, VerbForm.base) || canBe(verb, VerbForm.third))
  )
    return setVerb(context, index, canBe(verb, VerbForm.third) ? VerbForm.third : VerbForm.base)
  if (saying && isPastOnly(verb)) return setVerb(context, index, pastForm(context, index, is, verb))
  if (saying && (is === WordClass.noun || is === WordClass.name || is === WordClass.adverb))
    return setVerb(context, index, verb.form)
  if (canBe(verb, VerbForm.gerund)) return setVerb(context, index, VerbForm.gerund)
  if (is === WordClass.preposition) {
    if (can & Can.adjective && isNominal(canAt(context, index + 1)))
      return set(context, index, WordClass.adjective)
    return setOpen(context, index, can)
  }
  if (is === WordClass.subordinator && canBe(verb, VerbForm.base) && !canBe(verb, VerbForm.past))
    return setOpen(context, index, can)
  if (canBe(verb, VerbForm.past) || canBe(verb, VerbForm.participle)) {
    const closedQuotation =
      lowerAt(context, index - 1) === '"' && classAt(context, index - 2) === WordClass.punctuation
    const opens = is === WordClass.punctuation || is === WordClass.verb
    if (
      canBe(verb, VerbForm.base) &&
      opens &&
      !closedQuotation &&
      lowerAt(context, index + 1) !== 'it' &&
      lowerAt(context, index) !== 'found'
    )
      return setOpen(context, index, can)
    if (is === WordClass.verb && can & Can.adjective && isNominal(canAt(context, index + 1)))
      return set(context, index, WordClass.adjective)
    return setVerb(context, index, pastForm(context, index, is, verb))
  }
  if (is === WordClass.pronoun || is === WordClass.wh) {
    return setVerb(context, index, canBe(verb, VerbForm.third) ? VerbForm.third : VerbForm.base)
  }
  if (saying && at === index - 1 && is === WordClass.name) return setVerb(context, index, verb.form)
  return verbByNeighbours(context, index, at, is, verb)
    ? setVerb(context, index, verb.form)
    : setOpen(context, index, can)
}

/** "the final say in this": the noun, which no clause follows. */
const isTheirSay = (context: Context, index: number, before: number): boolean =>
  before === WordClass.adjective &&
  lowerAt(context, index) === 'say' &&
  (canAt(context, index + 1) & (Can.preposition | Can.punctuation)) !== 0

/** The form of a verb of saying that stands where a noun would. */
function sayingForm(verb: VerbReading): VerbFormCode {
  if (canBe(verb, VerbForm.past)) return VerbForm.past
  return canBe(verb, VerbForm.third) ? VerbForm.third : verb.form
}

function nounOrAdjective(context: Context, index: number, can: number, verb: VerbReading) {
  const next = canAt(context, index + 1)
  const attributive = (can & Can.adjective || canBe(verb, VerbForm.gerund)) && isNominal(next)
  if (attributive) return set(context, index, WordClass.adjective)
  const past = !(can & Can.noun) && !canBe(verb, VerbForm.base)
  const phraseGoesOn =
    classAt(context, index - 1) === WordClass.adjective || classAt(context, index - 1) === WordClass.number
  if (past && phraseGoesOn) return set(context, index, WordClass.verb, VerbForm.past)
  set(context, index, past ? WordClass.adjective : WordClass.noun)
}

function formAfterAuxiliary(context: Context, at: number, verb: VerbReading): VerbFormCode {
  const auxiliary = lowerAt(context, at)
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

function pastForm(context: Context, index: number, before: number, verb: VerbReading): VerbFormCode {
  if (!canBe(verb, VerbForm.past)) return VerbForm.participle
  if (!canBe(verb, VerbForm.participle)) return VerbForm.past
  if (before === WordClass.noun && lowerAt(context, index + 1) === 'by') return VerbForm.participle
  if (before === WordClass.punctuation && index === context.first) return VerbForm.participle
  if (before === WordClass.verb || before === WordClass.subordinator) return VerbForm.participle
  return VerbForm.past
}

/** Base and third-person forms after a noun, a mark or a conjunction: a verb where its object or clause follows. */
function verbByNeighbours(
  context: Context,
  index: number,
  at: number,
  before: number,
  verb: VerbReading,
): boolean {
  const next = canAt(context, index + 1)
  const { mostlyNoun } = verb
  const third = canBe(verb, VerbForm.third)
  const opensObject =
    next & (Can.determiner | Can.pronoun | Can.capital | Can.number | Can.subordinator | Can.wh) ||
    lowerAt(context, index + 1) === 'to'
  if (before === WordClass.noun || before === WordClass.name) {
    const plural = (canAt(context, at) & Can.plural) !== 0
    if (third && before === WordClass.name && followsQuotation(context, index - 1)) return true
    if (third && closesSentence(context, index, at, verb)) return true
    if (third && (!mostlyNoun || INTRODUCING.has(verb.lemma)) && opensQuotation(context, index + 1))
      return true
    if (third && SHOWING.has(verb.lemma) && next & (Can.subordinator | Can.wh)) return true
    if (third)
      return !mostlyNoun
        ? !plural || before === WordClass.name || at === context.first
        : !plural && opensObject !== 0 && opensObject !== false
    return mostlyNoun
      ? plural && Boolean(opensObject)
      : plural || (Boolean(opensObject) && isOfPlural(context, at))
  }
  if (before === WordClass.coordinator || before === WordClass.punctuation) {
    if (third) return !mostlyNoun || Boolean(next & (Can.capital | Can.determiner))
    return !mostlyNoun && Boolean(opensObject)
  }
  return before === WordClass.adverb && !mostlyNoun
}

/** "Nurses at the county hospital": the noun phrase that ends at `last` belongs to a plural noun. */
function isOfPlural(context: Context, last: number): boolean {
  let at = last
  while (at > last - LONGEST_NAME && isWithinPhrase(context, at)) at--
  return (
    at < last &&
    classAt(context, at) === WordClass.preposition &&
    classAt(context, at - 1) === WordClass.noun &&
    (canAt(context, at - 1) & Can.plural) !== 0
  )
}

function isWithinPhrase(context: Context, at: number): boolean {
  const is = classAt(context, at)
  const plain = is === WordClass.determiner || is === WordClass.number || is === WordClass.possessive
  return plain || isNameOrNoun(is) || lowerAt(context, at) === '&'
}

/** Names are walked over no further than this. */
const LONGEST_NAME = 5

/** True where nothing but a name stands between a quotation mark and the token after `last`: '…," Lee notes'. */
function followsQuotation(context: Context, last: number): boolean {
  let at = last
  while (at > last - LONGEST_NAME && classAt(context, at) === WordClass.name) at--
  return lowerAt(context, at) === '"'
}

/** 'The report notes, “…”': a comma or colon, if any, and a mark that opens, with space before it and none behind. */
function opensQuotation({ tokens, last }: Context, index: number): boolean {
  const at = /^[,:]$/.test(tokens[index]?.lower ?? '') ? index + 1 : index
  const mark = tokens[at]
  if (!mark || at + 1 >= last || !/^(?:["“‘]|''|``)$/.test(mark.lower)) return false
  return mark.start > (tokens[at - 1]?.end ?? 0) && mark.end === tokens[at + 1]?.start
}

/** "…, the Harbour Post reports.": a noun phrase between a comma and the verb, and a mark after it. */
function closesSentence(context: Context, index: number, last: number, verb: VerbReading): boolean {
  if (!CLOSING.has(verb.lemma)) return false
  if (!/^[.,]$/.test(lowerAt(context, index + 1)) || !(canAt(context, index + 1) & Can.punctuation))
    return false
  let at = last
  while (at > last - LONGEST_NAME && isNameOrNoun(classAt(context, at))) at--
  if (classAt(context, at) === WordClass.determiner) at--
  return lowerAt(context, at) === ',' || lowerAt(context, at) === '"'
}

const isNameOrNoun = (wordClass: number): boolean =>
  wordClass === WordClass.name || wordClass === WordClass.noun || wordClass === WordClass.adjective

/** Noun, adjective or adverb, for a word that is no verb here. */
export function openClass(context: Context, index: number, can: number): WordClassCode {
  if (can & Can.adjective) {
    const next = canAt(context, index + 1)
    if (isNominal(next) || !(can & Can.noun)) return WordClass.adjective
    if (classAt(context, index - 1) === WordClass.auxiliary && !(next & Can.auxiliary))
      return WordClass.adjective
    return WordClass.noun
  }
  return can & Can.adverb ? WordClass.adverb : WordClass.noun
}
