import type { VerbCue } from '../../cues/verb-cues.ts'
import { type Frame, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { canBe } from '../../lexicon/grammar/inflect.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { holdsFiniteVerb, isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isOpeningMark } from '../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../reader/words.ts'
import { opensTime } from './adjuncts.ts'
import { afterTimeOfReport } from './time-of-report.ts'

/**
 * If this many tokens follow a noun phrase after a verb that rarely takes an object, they are a clause, even without a
 * tagged verb.
 */
const UNTAGGED_CLAUSE = 3
/** The longest distance to the finite verb of a clause without "that", in tokens. */
const CLAUSE_LOOK = 40

/** The lowest rate, in tenths, at which "as" after a verb opens its words: "whom he described as his rival". */
const DESCRIBING_RATE = 5

/** Returns the frame that opens at `at`; undefined if the verb takes no such frame. */
export function frameAt(context: Context, cue: VerbCue, at: number, limit: number): Frame | undefined {
  const lower = lowerAt(context, at)
  const wordClass = classAt(context, at)
  if (opensTime(context, at)) return undefined
  const describes = lower === 'as' && at === cue.last && rateOf(cue.verb, 'as') >= DESCRIBING_RATE
  if (describes && cue.form === 'finite') return 'as'
  if (ADVERBIAL.has(lower) || (OBJECT_PRONOUNS.has(lower) && rateOf(cue.verb, 'object') < 5)) return undefined
  if ((lower === 'when' || lower === 'where') && rateOf(cue.verb, 'whether') < 8) return undefined
  if (lower === 'that' && at > cue.last && verbGroupOf(context, at + 1)?.form === 'finite') return undefined
  const frame = clauseOpener(context, lower, wordClass, at)
  if (frame === 'infinitive' && at > cue.last && rateOf(cue.verb, 'order') > 0) return frame
  if (frame) return rateOf(cue.verb, frame) > 0 ? frame : undefined
  const wish = Math.max(rateOf(cue.verb, 'infinitive'), rateOf(cue.verb, 'order'))
  if (lower === 'to' && wish >= 5 && isBareVerb(context, at + 1)) return 'infinitive'
  const counted = afterQuantity(context, at)
  if (counted > at && rateOf(cue.verb, 'zero') > 0) {
    const whole = lowerAt(context, counted + 1) === 'of' ? counted + 2 : counted
    if (finiteVerbFollows(context, phraseEnd(context, whole, limit))) return 'zero'
  }
  if (wordClass === WordClass.preposition) {
    if (cue.verb.frames.has(lower as Frame)) return lower as Frame
    return undefined
  }
  if (!isOpeningMark(lower) && lower !== ':') return nominalFrame(context, cue, at, limit)
  if (lower === ':' && opensQuestion(context, cue, at + 1))
    return rateOf(cue.verb, 'zero') > 0 ? 'zero' : 'whether'
  const inner = frameAt(context, cue, at + 1, limit)
  if (inner || context.quotationOf[at] === -1) return inner
  return rateOf(cue.verb, 'zero') > rateOf(cue.verb, 'object') ? 'zero' : 'object'
}

/** Returns the number after "at least", "about" or "more than", or the "half" after it; `at` if no such words stand there. */
function afterQuantity(context: Context, at: number): number {
  const lower = lowerAt(context, at)
  const next = `${lower} ${lowerAt(context, at + 1)}`
  const size = QUANTITIES.has(next) ? 2 : /^(?:about|around|over|under|between)$/.test(lower) ? 1 : 0
  const word = lowerAt(context, at + size)
  const counts = classAt(context, at + size) === WordClass.number || PARTS.test(word)
  return size > 0 && counts ? at + size : at
}

/** Parts of a whole that are written as words. */
const PARTS = /^(?:half|(?:one|two|three|four)-(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?))$/
const QUANTITIES = new Set(['at least', 'at most', 'more than', 'less than', 'fewer than', 'up to'])

/**
 * Returns true for a word after "vowed to" that the grammar reads as a noun ("to soldier on"), or that stands in
 * quotation marks.
 */
function isBareVerb(context: Context, index: number): boolean {
  if (isOpeningMark(lowerAt(context, index))) return true
  const verb = context.grammar.readings[index]?.verb
  return classAt(context, index) === WordClass.noun && canBe(verb, VerbForm.base)
}

/** Words that open a phrase for the time or the reason of the speaking. */
const ADVERBIAL = new Set('as while after before since until once because so'.split(' '))
/** Pronouns that open no clause. */
const OBJECT_PRONOUNS = new Set('them him me us itself himself herself themselves myself'.split(' '))
const QUESTION = new Set('whether if why how when where what who which whom whose'.split(' '))

function clauseOpener(context: Context, lower: string, wordClass: number, at: number): Frame | undefined {
  if (lower === 'that')
    return wordClass === WordClass.pronoun || judgesThing(context, at) ? undefined : 'that'
  if (QUESTION.has(lower) && (wordClass === WordClass.wh || wordClass === WordClass.subordinator))
    return 'whether'
  const infinitive =
    wordClass === WordClass.to ||
    (wordClass === WordClass.negation && classAt(context, at + 1) === WordClass.to)
  return infinitive ? 'infinitive' : undefined
}

/** Returns true for a question without quotation marks after a colon: "A reporter asked: Did they talk?" */
const opensQuestion = (context: Context, cue: VerbCue, at: number): boolean =>
  rateOf(cue.verb, 'quote') >= 8 &&
  context.quotationOf[at] === -1 &&
  (classAt(context, at) === WordClass.auxiliary || classAt(context, at) === WordClass.wh)

/** Returns true for "that" as an object with its judgement: "Finding that difficult, she left". */
export const judgesThing = (context: Context, at: number): boolean =>
  (classAt(context, at + 1) === WordClass.adjective || classAt(context, at) === WordClass.determiner) &&
  /^[,.;]$/.test(lowerAt(context, at + 2))

/** Returns the frame of a clause without "that", of an object, or of an object with an infinitive. */
function nominalFrame(context: Context, cue: VerbCue, at: number, limit: number): Frame | undefined {
  if (classAt(context, at) === WordClass.punctuation) return undefined
  const phrase = nounPhraseOf(context, at)
  const reports = context.cueOf.has(context.grammar.verbGroupOf[phrase?.last ?? -1] ?? -1)
  if (phrase && isTimePhrase(context, phrase) && phrase.first === at && !reports) {
    const next = verbGroupOf(context, phrase.last)
    const talkedOf = lowerAt(context, at) === 'the' && DESCRIBING.test(lowerAt(context, phrase.last))
    if (next?.form !== 'finite' && !talkedOf) return undefined
  }
  const end = phraseEnd(context, at, limit)
  if (rateOf(cue.verb, 'order') > 0 && opensInfinitive(context, afterTimeOfReport(context, end, limit)))
    return 'order'
  const zero = rateOf(cue.verb, 'zero')
  const object = Math.max(rateOf(cue.verb, 'object'), rateOf(cue.verb, 'survey'))
  const mostlyClause = zero >= 7 && object <= 3
  if (
    zero > 0 &&
    (mostlyClause && !followsPreposition(context, cue)
      ? holdsFiniteVerb(context, { first: at, last: Math.min(limit, at + CLAUSE_LOOK) })
      : finiteVerbFollows(context, end) ||
        pluralVerbFollows(context, end, limit) ||
        verbFollowsInfinitive(context, end, limit) ||
        isSubjectAlone(context, at, limit))
  )
    return 'zero'
  if (mostlyClause && phrase && limit - end > UNTAGGED_CLAUSE) return 'zero'
  const described = zero === 0 && cue.form === 'finite' && classAt(context, end - 1) === WordClass.name
  if (!described && finiteVerbFollows(context, end)) return undefined
  if (lowerAt(context, at) === 'using') return undefined
  const isGerund = /^(?:being|having)$/.test(lowerAt(context, at))
  return object > 0 && (isGerund || phrase !== undefined || OBJECT_OPENERS.has(classAt(context, at)))
    ? 'object'
    : undefined
}

/** Returns true for a subject with an infinitive before its verb: "the council's refusal to pay is a scandal". */
function verbFollowsInfinitive(context: Context, end: number, limit: number): boolean {
  const infinitive = verbGroupOf(context, end)
  if (infinitive?.form !== 'infinitive' || infinitive.first !== end) return false
  return finiteVerbFollows(context, phraseEnd(context, infinitive.last, limit))
}

/** Returns true for a pronoun that is a subject only, with its verb farther away: "he above all others has". */
const isSubjectAlone = (context: Context, at: number, limit: number): boolean =>
  /^(?:he|she|they|we|i)$/.test(lowerAt(context, at)) &&
  holdsFiniteVerb(context, { first: at, last: Math.min(limit, at + CLAUSE_LOOK) })

/** Words that describe a time which is talked about: "said the time for talks is over", "said the days when …". */
const DESCRIBING = /^(?:for|when)$/

/** Returns true for a second subject and its plural verb: "stating state and local courts are closed". */
function pluralVerbFollows(context: Context, end: number, limit: number): boolean {
  if (lowerAt(context, end) !== 'and' || nounPhraseOf(context, end + 1)?.first !== end + 1) return false
  return /^(?:are|were|have)$/.test(lowerAt(context, phraseEnd(context, end + 1, limit)))
}

/** Returns true for a gerund after a preposition, whose object seldom is a clause: "after years of adding kilns, …". */
const followsPreposition = (context: Context, { form, first }: VerbCue): boolean =>
  form === 'gerund' && classAt(context, first - 1) === WordClass.preposition

const OBJECT_OPENERS: ReadonlySet<number> = new Set([
  WordClass.verb,
  WordClass.determiner,
  WordClass.adjective,
])

export const opensInfinitive = (context: Context, index: number): boolean =>
  classAt(context, index) === WordClass.to ||
  (classAt(context, index) === WordClass.negation && classAt(context, index + 1) === WordClass.to)

/** Returns true if a finite verb follows the phrase that ends at `end`, with only adverbs between. */
export function finiteVerbFollows(context: Context, end: number): boolean {
  let at = end
  while (classAt(context, at) === WordClass.adverb) at++
  return verbGroupOf(context, at)?.form === 'finite'
}
