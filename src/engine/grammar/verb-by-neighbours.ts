import { canBe, type VerbReading } from './inflect.ts'
import { Can } from './readings.ts'
import { type Context, canAt, classAt, lowerAt } from './tag-context.ts'
import { VerbForm, WordClass } from './word-class.ts'

/** Verbs whose third person tells what evidence says ("the poll shows", "data that suggests"). */
const SHOWING = new Set('show suggest indicate reveal demonstrate find explain'.split(' '))
/** Verbs that close a sentence with their subject before them: "…, the paper reports." */
const CLOSING = new Set('report note write say explain argue observe suggest show claim'.split(' '))
/** Verbs right before a quotation, though each can be a noun, too: 'The ministry notes, "…"'. */
const INTRODUCING = new Set(
  `report note write say explain argue observe suggest claim read state warn add ask answer reply recall remark comment
  counter caution reason promise proclaim quip joke tweet post vow shout cry plead`.split(/\s+/),
)

/** Base and third-person forms after a noun, a mark or a conjunction: a verb where its object or clause follows. */
export function verbByNeighbours(
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
