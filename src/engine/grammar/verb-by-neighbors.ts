import { DAY_NAMES } from '../lexicon/cues/time-words.ts'
import { WRITING_NOUNS } from '../lexicon/cues/writings.ts'
import { canBe, type VerbReading } from '../lexicon/grammar/inflect.ts'
import { VerbForm, WordClass } from '../lexicon/grammar/word-class.ts'
import { Can } from '../lexicon/grammar/word-readings.ts'
import { canInSentence, classInSentence, lowerInSentence, type TagContext } from './tag-context.ts'

/** Verbs that report evidence in the third person ("the poll shows", "data that suggests"). */
const SHOWING = new Set('show suggest indicate reveal demonstrate find explain'.split(' '))
/** Verbs that end a sentence after their subject: "…, the paper reports." */
const CLOSING = new Set('report note write say explain argue observe suggest show claim'.split(' '))
/** Verbs that introduce a quotation, although each can also be a noun: 'The ministry notes, "…"'. */
const INTRODUCING = new Set(
  `report note write say explain argue observe suggest claim read state warn add ask answer reply recall remark comment
  counter caution reason promise proclaim quip joke tweet post vow shout cry plead`.split(/\s+/),
)

/**
 * Returns true if a base or third-person form after a noun, a mark or a conjunction is a verb, because its object or
 * clause follows.
 */
export function verbByNeighbors(
  context: TagContext,
  index: number,
  at: number,
  before: number,
  verb: VerbReading,
): boolean {
  const next = canInSentence(context, index + 1)
  const { mostlyNoun } = verb
  const third = canBe(verb, VerbForm.third)
  const follows = lowerInSentence(context, index + 1)
  const opensObject = DAY_NAMES.has(follows)
    ? false
    : next & (Can.determiner | Can.pronoun | Can.capital | Can.number | Can.subordinator | Can.wh) ||
      follows === 'to'
  if (third && verb.lemma === 'state' && !statesWords(context, index, at, before)) return false
  if (verb.lemma === 'point' && lowerInSentence(context, index + 1) === 'out') return true
  if (before === WordClass.noun || before === WordClass.name) {
    const plural = (canInSentence(context, at) & Can.plural) !== 0
    if (third && PLURAL_VERBS.test(lowerInSentence(context, index + 1))) return false
    if (third && precedesPastVerb(context, index + 1)) return false
    if (third && at < index - 1 && BEFORE_VERBS.has(lowerInSentence(context, index - 1))) return true
    if (third && before === WordClass.name && followsQuotation(context, index - 1)) return true
    if ((third || plural) && closesReport(context, index, at, verb)) return true
    if (third && (!mostlyNoun || INTRODUCING.has(verb.lemma)) && opensQuotation(context, index + 1))
      return true
    if (third && SHOWING.has(verb.lemma) && next & (Can.subordinator | Can.wh)) return true
    if (third && SHOWING.has(verb.lemma) && next & Can.capital && isOfSingular(context, at)) return true
    if (third)
      return !mostlyNoun
        ? !plural || before === WordClass.name || at === context.first
        : (!plural || isOutlet(context, at)) && opensObject !== 0 && opensObject !== false
    if (opensClause(context, index + 1) && isOfPlural(context, at, LONGEST_LIST)) return true
    return mostlyNoun
      ? plural && Boolean(opensObject)
      : plural || (Boolean(opensObject) && isOfPlural(context, at, LONGEST_NAME))
  }
  if (before === WordClass.coordinator || before === WordClass.punctuation) {
    if (third) return !mostlyNoun || Boolean(next & (Can.capital | Can.determiner))
    return !mostlyNoun && Boolean(opensObject)
  }
  return before === WordClass.adverb && !mostlyNoun
}

/**
 * Returns true if the noun phrase that ends at `last` belongs to a plural noun. Example: "Nurses at the county
 * hospital".
 */
function isOfPlural(context: TagContext, last: number, reach: number): boolean {
  let at = last
  while (
    at > last - reach &&
    (isWithinPhrase(context, at) || (reach === LONGEST_LIST && joinsPlaces(context, at)))
  )
    at--
  return (
    at < last &&
    classInSentence(context, at) === WordClass.preposition &&
    classInSentence(context, at - 1) === WordClass.noun &&
    (canInSentence(context, at - 1) & Can.plural) !== 0
  )
}

/** Returns true for a plural that complements a singular noun: "The average of polls" before "shows". */
const isOfSingular = (context: TagContext, last: number): boolean =>
  lowerInSentence(context, last - 1) === 'of' &&
  classInSentence(context, last - 2) === WordClass.noun &&
  !(canInSentence(context, last - 2) & Can.plural)

/** Returns true for "The report states that it rained", but not for "Western states" and "Lake states that have ports". */
function statesWords(context: TagContext, index: number, at: number, before: number): boolean {
  if (WRITING_NOUNS.has(lowerInSentence(context, at))) return true
  if (opensQuotation(context, index + 1)) return true
  const relative = (canInSentence(context, index + 2) & (Can.auxiliary | Can.verb)) !== 0
  const opens = before === WordClass.name || before === WordClass.punctuation
  return opens && lowerInSentence(context, index + 1) === 'that' && !relative
}

/** Returns true for a newspaper or a channel with the form of a plural: "the Harbour Times reports". */
const isOutlet = (context: TagContext, at: number): boolean =>
  classInSentence(context, at) === WordClass.name && /^(?:times|news)$/.test(lowerInSentence(context, at))

/** The longest list of places after a plural: "workers in Upper Mill, Stonebrook and Ferry Hill". */
const LONGEST_LIST = 10

const joinsPlaces = (context: TagContext, at: number): boolean =>
  /^(?:,|and)$/.test(lowerInSentence(context, at)) && classInSentence(context, at - 1) === WordClass.name

/** Returns true for "that" and "they", which open a clause and no noun phrase. */
const opensClause = (context: TagContext, index: number): boolean =>
  /^(?:that|they|he|she|we|it)$/.test(lowerInSentence(context, index))

function isWithinPhrase(context: TagContext, at: number): boolean {
  const is = classInSentence(context, at)
  const plain = is === WordClass.determiner || is === WordClass.number || is === WordClass.possessive
  return plain || isNameOrNoun(is) || lowerInSentence(context, at) === '&'
}

/** The longest name between a quotation and its verb, in tokens. */
const LONGEST_NAME = 5

/** Returns true if only a name stands between a quotation mark and the token after `last`. Example: '…," Lee notes'. */
function followsQuotation(context: TagContext, last: number): boolean {
  let at = last
  while (at > last - LONGEST_NAME && classInSentence(context, at) === WordClass.name) at--
  return lowerInSentence(context, at) === '"'
}

/**
 * Returns true before a quotation: an optional comma or colon, then a mark with a space before it and none after it.
 * Example: 'The report notes, “…”'.
 */
function opensQuotation({ tokens, last }: TagContext, index: number): boolean {
  const at = /^[,:]$/.test(tokens[index]?.lower ?? '') ? index + 1 : index
  const mark = tokens[at]
  if (!mark || at + 1 >= last || !/^(?:["“‘]|''|``)$/.test(mark.lower)) return false
  return mark.start > (tokens[at - 1]?.end ?? 0) && mark.end === tokens[at + 1]?.start
}

/**
 * Returns true if a noun phrase stands between a comma and the verb, and a mark follows. Example: "…, the Harbour Post
 * reports."
 */
function closesReport(context: TagContext, index: number, last: number, verb: VerbReading): boolean {
  if (!CLOSING.has(verb.lemma) && verb.lemma !== 'state') return false
  if (
    !/^[.,]$/.test(lowerInSentence(context, index + 1)) ||
    !(canInSentence(context, index + 1) & Can.punctuation)
  )
    return false
  let at = last
  while (at > last - LONGEST_NAME && isNameOrNoun(classInSentence(context, at))) at--
  if (classInSentence(context, at) === WordClass.determiner) at--
  const mark = lowerInSentence(context, at)
  return mark === '"' || (mark === ',' && verb.lemma !== 'state')
}

const isNameOrNoun = (wordClass: number): boolean =>
  wordClass === WordClass.name || wordClass === WordClass.noun || wordClass === WordClass.adjective

/** Adverbs between a subject and its verb: "the paper also uses". */
const BEFORE_VERBS = new Set(
  'also now still often already always never rarely usually sometimes just'.split(' '),
)

/** Returns true for a past tense with its object or clause: in "insurance brokers put it", "brokers" is no verb. */
function precedesPastVerb(context: TagContext, index: number): boolean {
  const verb = context.readings[index]?.verb
  if (!verb || !canBe(verb, VerbForm.past)) return false
  return (canInSentence(context, index + 1) & (Can.determiner | Can.pronoun | Can.subordinator)) !== 0
}

/** Verbs after a plural noun: in "consumer advocates are", the noun is no verb. */
const PLURAL_VERBS = /^(?:are|were|have)$/
