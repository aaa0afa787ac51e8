import type { Document, Token } from '../types.ts'
import { BE, DO, HAVE, MODALS, POSSESSIVE_DETERMINERS, SUBJECT_PRONOUNS } from './closed-classes.ts'
import type { VerbReading } from './inflect.ts'
import { Can, CLOSED, isPastOnly, type Reading, readingOf } from './readings.ts'
import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from './word-class.ts'

export interface Tags {
  readonly classes: Uint8Array
  readonly forms: Uint8Array
  /** What each token's spelling can be (`Can` bits). */
  readonly readings: readonly Reading[]
}

/** What a rule sees of the sentence: the readings of all tokens and the classes decided so far. */
interface Context extends Tags {
  readonly tokens: readonly Token[]
  readonly first: number
  readonly last: number
  /** True where most words are capitalised, so that capitals say nothing (headlines). */
  readonly titleCase: boolean
}

/** Gives each token its word class and verb form, from what its spelling can be and from its neighbours. */
export function tag(document: Document): Tags {
  const { tokens } = document
  const readings = readAll(tokens)
  const classes = new Uint8Array(tokens.length)
  const forms = new Uint8Array(tokens.length)
  for (const { firstToken: first, lastToken: last } of document.sentences) {
    const context = {
      tokens,
      classes,
      forms,
      readings,
      first,
      last,
      titleCase: isTitleCase(tokens, readings, first, last),
    }
    for (let index = first; index < last; index++) decide(context, index)
  }
  return { classes, forms, readings }
}

function readAll(tokens: readonly Token[]): Reading[] {
  const known: Reading[] = []
  const readings: Reading[] = []
  for (const token of tokens) {
    const reading = known[token.spelling] ?? readingOf(token)
    known[token.spelling] = reading
    readings.push(reading)
  }
  return readings
}

function isTitleCase(
  tokens: readonly Token[],
  readings: readonly Reading[],
  first: number,
  last: number,
): boolean {
  let capitals = 0
  let long = 0
  for (let index = first + 1; index < last; index++) {
    const token = tokens[index] as Token
    if (token.kind !== 'word' || token.text.length < 4) continue
    long++
    if ((readings[index] as Reading).can & Can.capital) capitals++
  }
  return long >= 4 && capitals >= long * 0.75
}

function decide(context: Context, index: number) {
  const { can } = context.readings[index] as Reading
  const { lower } = context.tokens[index] as Token
  if (can & Can.punctuation) return set(context, index, punctuationClass(context, index, lower))
  if (isName(context, index, can)) return set(context, index, WordClass.name)
  if (lower === "'s" || lower === '’s') return decideApostropheS(context, index)
  if (can & Can.negation && !(can & Can.coordinator)) return decideNegation(context, index, lower)
  if (lower === 'to') return set(context, index, toClass(context, index))
  if (lower === 'that') return set(context, index, thatClass(context, index))
  if (can & Can.auxiliary) return decideAuxiliary(context, index, lower)
  if (can & Can.wh)
    return set(context, index, lower === 'when' || lower === 'where' ? WordClass.subordinator : WordClass.wh)
  if (can & Can.coordinator && lower !== 'yet') return set(context, index, WordClass.coordinator)
  if (can & (Can.determiner | Can.pronoun))
    return set(context, index, determinerOrPronoun(context, index, can, lower))
  if (can & (Can.subordinator | Can.preposition)) return set(context, index, linkClass(context, index, can))
  if (can & Can.number) return set(context, index, WordClass.number)
  if (can & Can.verb) return decideVerb(context, index)
  return set(context, index, openClass(context, index, can))
}

function set(context: Context, index: number, wordClass: WordClassCode, form: VerbFormCode = VerbForm.none) {
  context.classes[index] = wordClass
  context.forms[index] = form
}

const canAt = ({ readings, last }: Context, index: number): number =>
  index < last ? (readings[index] as Reading).can : Can.punctuation

const classAt = ({ classes, first }: Context, index: number): number =>
  index >= first ? (classes[index] as number) : WordClass.punctuation

const lowerAt = ({ tokens, first, last }: Context, index: number): string =>
  index >= first && index < last ? (tokens[index] as Token).lower : ''

function punctuationClass(context: Context, index: number, lower: string): WordClassCode {
  if (lower === '&') return WordClass.coordinator
  if (lower !== "'" || index === context.first) return WordClass.punctuation
  const before = context.tokens[index - 1] as Token
  const plural = before.end === context.tokens[index]?.start && before.lower.endsWith('s')
  const owned =
    canAt(context, index + 1) & (Can.noun | Can.adjective | Can.capital) &&
    !(canAt(context, index + 1) & CLOSED)
  return plural && owned ? WordClass.possessive : WordClass.punctuation
}

/** Capitalised within the sentence, or first in it beside another capital or unknown to the lists. */
function isName(context: Context, index: number, can: number): boolean {
  if (!(can & Can.capital) || lowerAt(context, index) === 'i') return false
  if (context.titleCase) return !(can & (CLOSED | Can.verb | Can.adverb)) && !(can & Can.plural)
  if (can & Can.allCapitals && canAt(context, index + 1) & Can.capital && can & CLOSED) return false
  if (can & Can.allCapitals) return true
  const initial = index === context.first || isOpening(lowerAt(context, index - 1))
  if (can & CLOSED && !(MODALS.has(lowerAt(context, index)) && !initial)) return false
  if (!initial) return true
  const next = canAt(context, index + 1)
  const beforeName = next & Can.capital && !(next & CLOSED)
  if (beforeName && isPastOnly(context.readings[index]?.verb)) return false
  if (beforeName)
    return !(can & (Can.adverb | Can.number)) && !(can & Can.verb && lowerAt(context, index).endsWith('ing'))
  if (
    can & Can.adverb &&
    lowerAt(context, index).endsWith('ly') &&
    isSpokenBy(context.readings[index + 1]?.verb)
  )
    return true
  if (can & Can.verb && lowerAt(context, index + 1) === 'said') return true
  if (can & (Can.verb | Can.adjective | Can.adverb | Can.plural | Can.number))
    return lowerAt(context, index + 1) === "'s"
  return !(can & Can.noun) || !/(?:tion|ment|ness|ity|ence|ance|ship|ing)$/.test(lowerAt(context, index))
}

/** True of "said" and "notes", which follow a name and no adverb that opens a sentence. */
const isSpokenBy = (verb: VerbReading | undefined): boolean =>
  isPastOnly(verb) || (verb?.forms.includes(VerbForm.third) ?? false)

const isOpening = (lower: string): boolean =>
  lower === '"' || lower === "'" || lower === '(' || lower === ':' || lower === '—'

function decideApostropheS(context: Context, index: number) {
  const before = classAt(context, index - 1)
  const next = canAt(context, index + 1)
  const clause =
    before === WordClass.pronoun ||
    before === WordClass.wh ||
    before === WordClass.adverb ||
    next & (Can.determiner | Can.negation | Can.preposition) ||
    (next & Can.punctuation && before !== WordClass.name)
  if (clause && lowerAt(context, index - 1) !== 'let')
    return set(context, index, WordClass.auxiliary, VerbForm.third)
  set(context, index, lowerAt(context, index - 1) === 'let' ? WordClass.pronoun : WordClass.possessive)
}

function decideNegation(context: Context, index: number, lower: string) {
  if (lower === 'cannot') return set(context, index, WordClass.auxiliary, VerbForm.modal)
  set(context, index, WordClass.negation)
}

const TO_PREPOSITION_AFTER = new Set(
  'according due thanks response reference addition access opposition related contrary'.split(' '),
)

function toClass(context: Context, index: number): WordClassCode {
  let next = index + 1
  while (next < context.last && next < index + 3 && canAt(context, next) & (Can.adverb | Can.negation)) next++
  const reading = context.readings[next]
  if (next >= context.last || !reading) return WordClass.preposition
  const auxiliary = reading.can & Can.auxiliary && /^(?:be|have|do)$/.test(lowerAt(context, next))
  const verb =
    reading.verb?.forms.includes(VerbForm.base) && !(reading.can & Can.capital && !context.titleCase)
  if (!auxiliary && !verb) return WordClass.preposition
  return TO_PREPOSITION_AFTER.has(lowerAt(context, index - 1)) && reading.verb?.mostlyNoun
    ? WordClass.preposition
    : WordClass.to
}

function thatClass(context: Context, index: number): WordClassCode {
  const before = classAt(context, index - 1)
  const next = canAt(context, index + 1)
  if (next & Can.auxiliary || (next & Can.verb && !(next & Can.noun))) {
    return before === WordClass.noun || before === WordClass.name ? WordClass.wh : WordClass.pronoun
  }
  if (before === WordClass.preposition)
    return next & Can.punctuation ? WordClass.pronoun : WordClass.determiner
  if (next & Can.punctuation)
    return /^["',]$/.test(lowerAt(context, index + 1)) ? WordClass.subordinator : WordClass.pronoun
  if (next & (CLOSED | Can.capital | Can.plural | Can.number)) return WordClass.subordinator
  const after = canAt(context, index + 2)
  if (before === WordClass.verb && after & (Can.auxiliary | Can.verb | Can.plural | Can.noun))
    return WordClass.subordinator
  if (before === WordClass.noun && after & (Can.auxiliary | Can.plural)) return WordClass.subordinator
  return WordClass.determiner
}

function decideAuxiliary(context: Context, index: number, lower: string) {
  if (MODALS.has(lower)) {
    const noun = classAt(context, index - 1) === WordClass.determiner || lowerAt(context, index - 1) === "'s"
    return noun
      ? set(context, index, WordClass.noun)
      : set(context, index, WordClass.auxiliary, VerbForm.modal)
  }
  set(context, index, WordClass.auxiliary, auxiliaryForm(lower))
}

function auxiliaryForm(lower: string): VerbFormCode {
  if (lower === 'be' || lower === 'have' || lower === 'do') return VerbForm.base
  if (lower === 'been' || lower === 'done') return VerbForm.participle
  if (lower.endsWith('ing')) return VerbForm.gerund
  return lower === 'was' || lower === 'were' || lower === 'had' || lower === 'did'
    ? VerbForm.past
    : VerbForm.third
}

function determinerOrPronoun(context: Context, index: number, can: number, lower: string): WordClassCode {
  if (POSSESSIVE_DETERMINERS.has(lower) && lower !== 'her') return WordClass.determiner
  if (!(can & Can.pronoun)) {
    return can & Can.adverb && canAt(context, index + 1) & (Can.punctuation | Can.preposition)
      ? WordClass.adverb
      : WordClass.determiner
  }
  if (!(can & Can.determiner)) return WordClass.pronoun
  const next = canAt(context, index + 1)
  if (next & (Can.punctuation | Can.auxiliary | Can.preposition | Can.wh | Can.coordinator | Can.negation))
    return WordClass.pronoun
  if (next & (Can.determiner | Can.pronoun) && !(next & (Can.adjective | Can.number))) {
    return lower === 'all' || lower === 'both' ? WordClass.determiner : WordClass.pronoun
  }
  if (next & (Can.noun | Can.adjective | Can.capital | Can.number)) {
    const singular = /^(?:this|that|each|either|neither)$/.test(lower)
    const verb = singular && context.readings[index + 1]?.verb?.forms.includes(VerbForm.third)
    return verb ? WordClass.pronoun : WordClass.determiner
  }
  if (next & Can.adverb)
    return canAt(context, index + 2) & (Can.noun | Can.adjective) ? WordClass.determiner : WordClass.pronoun
  return next & Can.verb && lower === 'her' ? WordClass.determiner : WordClass.pronoun
}

function linkClass(context: Context, index: number, can: number): WordClassCode {
  if (!(can & Can.preposition)) {
    return can & Can.adverb && !(canAt(context, index + 1) & (CLOSED | Can.noun | Can.capital))
      ? WordClass.adverb
      : WordClass.subordinator
  }
  if (can & Can.subordinator && SUBJECT_PRONOUNS.has(lowerAt(context, index + 1)))
    return WordClass.subordinator
  if (can & Can.verb) {
    const gerund = context.readings[index]?.verb
    if (gerund && classAt(context, index - 1) === WordClass.auxiliary) return WordClass.verb
  }
  return WordClass.preposition
}

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

function decideVerb(context: Context, index: number) {
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
  const numberedSubject = is === WordClass.number && classAt(context, at - 1) === WordClass.determiner
  if (numberedSubject && has(VerbForm.base) && !verb?.mostlyNoun) return asVerb(VerbForm.base)
  if (nounPlace && !(adverbBetween && is === WordClass.number))
    return nounOrAdjective(context, index, can, forms)
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
    if (has(VerbForm.base) && (is === WordClass.punctuation || is === WordClass.verb) && !closedQuotation)
      return asOpen()
    if (is === WordClass.verb && can & Can.adjective && isNominal(canAt(context, index + 1)))
      return set(context, index, WordClass.adjective)
    return asVerb(pastForm(context, index, is, forms))
  }
  if (is === WordClass.pronoun || is === WordClass.wh) {
    return asVerb(has(VerbForm.third) ? VerbForm.third : VerbForm.base)
  }
  return verbByNeighbours(context, index, is, forms, verb?.mostlyNoun ?? false)
    ? asVerb(forms[0] ?? VerbForm.base)
    : asOpen()
}

const isNominal = (can: number): boolean =>
  (can & (Can.noun | Can.capital | Can.adjective)) !== 0 && !(can & (CLOSED | Can.adverb))

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
  before: number,
  forms: readonly VerbFormCode[],
  mostlyNoun: boolean,
): boolean {
  const next = canAt(context, index + 1)
  const third = forms.includes(VerbForm.third)
  const opensObject =
    next & (Can.determiner | Can.pronoun | Can.capital | Can.number | Can.subordinator) ||
    lowerAt(context, index + 1) === 'to'
  if (before === WordClass.noun || before === WordClass.name) {
    const plural = (canAt(context, index - 1) & Can.plural) !== 0
    if (third && before === WordClass.name && followsQuotation(context, index - 1)) return true
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

function openClass(context: Context, index: number, can: number): WordClassCode {
  if (can & Can.adjective) {
    const next = canAt(context, index + 1)
    if (isNominal(next) || !(can & Can.noun)) return WordClass.adjective
    if (classAt(context, index - 1) === WordClass.auxiliary && !(next & Can.auxiliary))
      return WordClass.adjective
    return WordClass.noun
  }
  return can & Can.adverb ? WordClass.adverb : WordClass.noun
}
