import { BE, DO, HAVE, MODALS } from './closed-classes.ts'
import { Can, isPastOnly, type Reading } from './readings.ts'
import { type Context, canAt, classAt, isNominal, lowerAt, set } from './tag-context.ts'
import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from './word-class.ts'

/** The last class before `index` that is no adverb and no negation. */
function classBefore(context: Context, index: number): { at: number; is: number } {
  let at = index - 1
  while (
    at >= context.first &&
    (context.classes[at] === WordClass.adverb || context.classes[at] === WordClass.negation)
  )
    at--
  return { at, is: classAt(context, at) }
}

/** Verbs of saying whose forms are hardly ever nouns or adjectives. */
const SAYING = new Set(
  'say tell argue insist acknowledge allege assert contend refer believe think agree'.split(' '),
)
/** Verbs whose third person tells what evidence says ("the poll shows", "data that suggests"). */
const SHOWING = new Set('show suggest indicate reveal demonstrate find explain'.split(' '))
const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/
/** Verbs that close a sentence with their subject before them: "…, the paper reports." */
const CLOSING = new Set('report note write say explain argue observe suggest show claim'.split(' '))

/** After these a noun must come, though the next word can be a verb of saying ("the alleged theft"). */
const BEFORE_NOUNS = new Set("the a an my your his her its our their this that no any 's ’s ' ’".split(' '))

/** What a word that can be a verb is: by the word before it that is no adverb, then by the word after it. */
export function decideVerb(context: Context, index: number) {
  const { can, verb } = context.readings[index] as Reading
  const forms = verb?.forms ?? []
  const { at, is } = classBefore(context, index)
  const asVerb = (form: VerbFormCode) => set(context, index, WordClass.verb, form)
  const asOpen = () => set(context, index, openClass(context, index, can & ~Can.verb))
  const has = (form: VerbFormCode) => forms.includes(form)
  if (is === WordClass.to) return has(VerbForm.base) ? asVerb(VerbForm.base) : asOpen()
  if (is === WordClass.auxiliary) {
    const form = formAfterAuxiliary(context, at, forms)
    return form === VerbForm.none ? asOpen() : asVerb(form)
  }
  const nounPlace =
    is === WordClass.determiner ||
    is === WordClass.possessive ||
    is === WordClass.adjective ||
    is === WordClass.number
  const adverbBetween = at < index - 1
  const saying = SAYING.has(verb?.lemma ?? '')
  if (saying && nounPlace && !BEFORE_NOUNS.has(lowerAt(context, at)) && !isTheirSay(context, index, is))
    return asVerb([VerbForm.past, VerbForm.third].find(has) ?? forms[0] ?? VerbForm.base)
  const numberedSubject = is === WordClass.number && classAt(context, at - 1) === WordClass.determiner
  if (numberedSubject && has(VerbForm.base) && !verb?.mostlyNoun) return asVerb(VerbForm.base)
  if (nounPlace && !(adverbBetween && is === WordClass.number))
    return nounOrAdjective(context, index, can, forms)
  if (REFLEXIVE.test(lowerAt(context, index + 1)) && (has(VerbForm.base) || has(VerbForm.third)))
    return asVerb(has(VerbForm.third) ? VerbForm.third : VerbForm.base)
  if (saying && isPastOnly(verb)) return asVerb(pastForm(context, index, is, forms))
  if (saying && (is === WordClass.noun || is === WordClass.name || is === WordClass.adverb))
    return asVerb(forms[0] ?? VerbForm.base)
  if (has(VerbForm.gerund)) return asVerb(VerbForm.gerund)
  if (is === WordClass.preposition) {
    if (can & Can.adjective && isNominal(canAt(context, index + 1)))
      return set(context, index, WordClass.adjective)
    return asOpen()
  }
  if (is === WordClass.subordinator && has(VerbForm.base) && !has(VerbForm.past)) return asOpen()
  if (has(VerbForm.past) || has(VerbForm.participle)) {
    const closedQuotation =
      lowerAt(context, index - 1) === '"' && classAt(context, index - 2) === WordClass.punctuation
    const opens = is === WordClass.punctuation || is === WordClass.verb
    if (
      has(VerbForm.base) &&
      opens &&
      !closedQuotation &&
      lowerAt(context, index + 1) !== 'it' &&
      lowerAt(context, index) !== 'found'
    )
      return asOpen()
    if (is === WordClass.verb && can & Can.adjective && isNominal(canAt(context, index + 1)))
      return set(context, index, WordClass.adjective)
    return asVerb(pastForm(context, index, is, forms))
  }
  if (is === WordClass.pronoun || is === WordClass.wh) {
    return asVerb(has(VerbForm.third) ? VerbForm.third : VerbForm.base)
  }
  if (saying && at === index - 1 && is === WordClass.name) return asVerb(forms[0] ?? VerbForm.base)
  return verbByNeighbours(context, index, at, is, forms, verb?.mostlyNoun ?? false)
    ? asVerb(forms[0] ?? VerbForm.base)
    : asOpen()
}

/** "the final say in this": the noun, which no clause follows. */
const isTheirSay = (context: Context, index: number, before: number): boolean =>
  before === WordClass.adjective &&
  lowerAt(context, index) === 'say' &&
  (canAt(context, index + 1) & (Can.preposition | Can.punctuation)) !== 0

function nounOrAdjective(context: Context, index: number, can: number, forms: readonly VerbFormCode[]) {
  const next = canAt(context, index + 1)
  const attributive = (can & Can.adjective || forms.includes(VerbForm.gerund)) && isNominal(next)
  if (attributive) return set(context, index, WordClass.adjective)
  const past = !(can & Can.noun) && !forms.includes(VerbForm.base)
  const phraseGoesOn =
    classAt(context, index - 1) === WordClass.adjective || classAt(context, index - 1) === WordClass.number
  if (past && phraseGoesOn) return set(context, index, WordClass.verb, VerbForm.past)
  set(context, index, past ? WordClass.adjective : WordClass.noun)
}

function formAfterAuxiliary(context: Context, at: number, forms: readonly VerbFormCode[]): VerbFormCode {
  const auxiliary = lowerAt(context, at)
  if (BE.has(auxiliary) || auxiliary === "'s") {
    if (forms.includes(VerbForm.gerund)) return VerbForm.gerund
    return forms.includes(VerbForm.participle) ? VerbForm.participle : VerbForm.none
  }
  if (HAVE.has(auxiliary)) return forms.includes(VerbForm.participle) ? VerbForm.participle : VerbForm.none
  if (auxiliary === "'d" && forms.includes(VerbForm.participle)) return VerbForm.participle
  if (MODALS.has(auxiliary) || DO.has(auxiliary))
    return forms.includes(VerbForm.base) ? VerbForm.base : VerbForm.none
  return VerbForm.none
}

function pastForm(
  context: Context,
  index: number,
  before: number,
  forms: readonly VerbFormCode[],
): VerbFormCode {
  if (!forms.includes(VerbForm.past)) return VerbForm.participle
  if (!forms.includes(VerbForm.participle)) return VerbForm.past
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
  forms: readonly VerbFormCode[],
  mostlyNoun: boolean,
): boolean {
  const next = canAt(context, index + 1)
  const third = forms.includes(VerbForm.third)
  const opensObject =
    next & (Can.determiner | Can.pronoun | Can.capital | Can.number | Can.subordinator | Can.wh) ||
    lowerAt(context, index + 1) === 'to'
  if (before === WordClass.noun || before === WordClass.name) {
    const plural = (canAt(context, at) & Can.plural) !== 0
    if (third && before === WordClass.name && followsQuotation(context, index - 1)) return true
    if (third && closesSentence(context, index, at)) return true
    const lemma = context.readings[index]?.verb?.lemma ?? ''
    if (third && SHOWING.has(lemma) && next & (Can.subordinator | Can.wh)) return true
    if (third)
      return !mostlyNoun
        ? !plural || before === WordClass.name
        : !plural && opensObject !== 0 && opensObject !== false
    return plural && (!mostlyNoun || Boolean(opensObject))
  }
  if (before === WordClass.coordinator || before === WordClass.punctuation) {
    if (third) return !mostlyNoun || Boolean(next & (Can.capital | Can.determiner))
    return !mostlyNoun && Boolean(opensObject)
  }
  return before === WordClass.adverb && !mostlyNoun
}

/** Names are walked over no further than this. */
const LONGEST_NAME = 5

/** True where nothing but a name stands between a quotation mark and the token after `last`: '…," Lee notes'. */
function followsQuotation(context: Context, last: number): boolean {
  let at = last
  while (at > last - LONGEST_NAME && classAt(context, at) === WordClass.name) at--
  return lowerAt(context, at) === '"'
}

/** "…, the Harbour Post reports.": a noun phrase between a comma and the verb, and a mark after it. */
function closesSentence(context: Context, index: number, last: number): boolean {
  if (!CLOSING.has(context.readings[index]?.verb?.lemma ?? '')) return false
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
