/** Reporting verbs after or inside their clauses: the subject of the verb, and what may follow it. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { SURVEY_NOUNS } from '../../lexicon/cues/writings.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, quotationEnd } from '../../reader/context.ts'
import {
  isTimePhrase,
  nounPhraseOf,
  parenthesisStart,
  phraseBefore,
  phraseEnd,
  verbGroupOf,
} from '../../reader/phrases.ts'
import { isClosingMark, isComma } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import { isIssued, opensTime } from './adjuncts.ts'
import { sentenceLimit } from './content-end.ts'
import { openingSubject } from './opening-subject.ts'
import { subjectBefore } from './subject-before.ts'

/** The lowest rate beside quotations, in tenths, at which a verb can follow its clause ("…, he noted"). */
const PARENTHETICAL_STRENGTH = 7
/** The lowest rate beside quotations, in tenths, at which a verb can stand before its subject. */
const INVERTED_STRENGTH = 8
const CLAUSE_RATE = 5

/** Returns the subject of a verb after its clause and a comma. */
export function parentheticalSubject(context: Context, cue: VerbCue): Range | undefined {
  const bySurvey = rateOf(cue.verb, 'survey') > 0 && isMainVerb(cue.form, cue.passive)
  if (cue.polarity === 'negated' || !(bySurvey || canBeParenthetical(cue, PARENTHETICAL_STRENGTH)))
    return undefined
  const subject = subjectBefore(context, cue.first)
  if (!subject || classAt(context, subject.first) === WordClass.wh) return undefined
  if (!followsComma(context, subject.first)) return undefined
  return canBeParenthetical(cue, PARENTHETICAL_STRENGTH) || isSurvey(context, subject) ? subject : undefined
}

/** Returns the speaker after a verb that follows its clause: "…, said the mayor". */
export function invertedSubject(context: Context, cue: VerbCue): Range | undefined {
  if (!canBeParenthetical(cue, INVERTED_STRENGTH) || !followsComma(context, cue.first)) return undefined
  if (rateOf(cue.verb, 'hearer') > 0 || followsAppositive(context, cue.first - 1)) return undefined
  const phrase = nounPhraseOf(context, cue.last)
  if (!phrase || phrase.first !== cue.last || phrase.kind === 'pronoun' || isTimePhrase(context, phrase))
    return undefined
  const limit = sentenceLimit(context, cue.first)
  const last = phraseEnd(context, cue.last, limit)
  const after = lowerAt(context, last)
  const closes = last >= limit || isComma(after) || after === ';' || classAt(context, last) === WordClass.wh
  return closes || !finiteFollows(context, last, limit) ? { first: cue.last, last } : undefined
}

const canBeParenthetical = ({ form, passive, verb }: VerbCue, strength: number): boolean =>
  isMainVerb(form, passive) && rateOf(verb, 'quote') >= strength && rateOf(verb, 'zero') >= CLAUSE_RATE

const isMainVerb = (form: VerbCue['form'], passive: boolean): boolean =>
  form !== 'infinitive' && form !== 'gerund' && !passive

/** Returns true for surveys and figures: "The poll", "figures from the bank". */
export function isSurvey(context: Context, subject: Range): boolean {
  return SURVEY_NOUNS.has(lowerAt(context, nounPhraseOf(context, subject.first)?.head ?? -1))
}

/** Returns true if the comma before the verb closes an appositive. Example: "Ann Lee, a nurse, said". */
function followsAppositive(context: Context, comma: number): boolean {
  if (openingSubject(context, comma + 1, 0)) return true
  const open = parenthesisStart(context, comma)
  if (open === undefined || nounPhraseOf(context, open - 1)?.kind !== 'name') return false
  const owner = phraseBefore(context, open)
  if (owner && verbGroupOf(context, owner.first - 1)?.form === 'finite') return false
  const opening = lowerAt(context, open + 1)
  return /^(?:an?|the|his|her|their|its|\d+)$/.test(opening) || classAt(context, open + 1) === WordClass.wh
}

/**
 * Returns true if a finite verb stands before the next comma and no relative clause holds it. The phrase before that verb
 * is its subject, no speaker.
 */
function finiteFollows(context: Context, from: number, limit: number): boolean {
  for (let at = from; at < limit && !isComma(lowerAt(context, at)); at++) {
    if (/^(?:that|which|who)$/.test(lowerAt(context, at))) return false
    if (verbGroupOf(context, at)?.form === 'finite') return true
  }
  return false
}

/** Returns true after a comma or dash, with or without a closing quotation mark between. */
export function followsComma(context: Context, index: number): boolean {
  const { firstToken } = sentenceAt(context, index)
  let at = index - 1
  if (at <= firstToken) return false
  if (isClosingMark(lowerAt(context, at))) at--
  return isComma(lowerAt(context, at)) || (at < index - 1 && /^[.!?…]+$/.test(lowerAt(context, at)))
}

/** Returns true if only a time or a place follows the verb in its clause. */
export function closesAfter(context: Context, cue: VerbCue): boolean {
  const limit = sentenceLimit(context, cue.first)
  const after = skipPlaces(context, cue, limit)
  const lower = lowerAt(context, after)
  const accompanied =
    /^(?:while|when|as|after|before|in|on|by)$/.test(lower) &&
    verbGroupOf(context, after + 1)?.form === 'gerund'
  return after >= limit || isComma(lower) || lower === ';' || lower === ')' || lower === ':' || accompanied
}

/** Returns the token after a verb, its hearer, and the times and places that follow. */
export function skipPlaces(context: Context, cue: VerbCue, limit: number): number {
  let at = passTime(context, cue.last)
  if (rateOf(cue.verb, 'hearer') > 0) at = passTime(context, Math.max(at, phraseEnd(context, at, limit)))
  while (at < limit && classAt(context, at) === WordClass.preposition) {
    const end = ownerEnd(context, at + 1) ?? phraseEnd(context, at + 1, limit)
    if (end === at + 1) return at
    at = passTime(context, isIssued(context, end) ? end + 1 : end)
    const title = classAt(context, at) === WordClass.possessive ? at + 1 : at
    const own = context.quotations[context.quotationOf[title] ?? -1]
    if (own?.use === 'title') at = quotationEnd(context, title)
  }
  return at
}

/** Returns the end of a name before its possessive and a title in quotation marks: "on ABN’s “The Hour”". */
function ownerEnd(context: Context, first: number): number | undefined {
  let end = first
  while (classAt(context, end) === WordClass.name) end++
  const owns = end > first && classAt(context, end) === WordClass.possessive
  return owns && context.quotationOf[end + 1] !== -1 ? end : undefined
}

function passTime(context: Context, from: number): number {
  let at = from
  for (let passed = 0; passed < 3; passed++) {
    while (classAt(context, at) === WordClass.adverb || opensTime(context, at)) at++
    const preposition = classAt(context, at) === WordClass.preposition ? 1 : 0
    const phrase = nounPhraseOf(context, at + preposition)
    if (!phrase || phrase.first !== at + preposition || !isTimePhrase(context, phrase)) return at
    at = phrase.last
  }
  return at
}
