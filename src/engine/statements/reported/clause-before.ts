/** Rules for a verb of saying after or amid the words it reports: "It rained, she said." */
import type { VerbCue } from '../../cues/find-cues.ts'
import { rateOf } from '../../cues/lexicon.ts'
import { VENUES } from '../../cues/venues.ts'
import { WordClass } from '../../grammar/word-class.ts'
import { holdsQuotation, isSurvey } from './clause-after.ts'
import { complementOf } from './complement.ts'
import { contentEnd, sentenceLimit } from './content-end.ts'
import {
  type Context,
  classAt,
  isClosingMark,
  isDash,
  isOpeningMark,
  lowerAt,
  type Range,
  sentenceAt,
} from './context.ts'
import { sentenceStart } from './dateline.ts'
import { isTimePhrase, nounPhraseOf, parenthesisStart, phraseEnd, verbGroupOf } from './phrases.ts'
import type { Answer, Site } from './rules.ts'
import { subjectBefore } from './subject.ts'

/** A verb reports the clause before it ("…, he noted") where it often stands beside quotations. */
const PARENTHETICAL_STRENGTH = 7
/** Verbs that come before their subject do so beside quotations more often still. */
const INVERTED_STRENGTH = 8
const CLAUSE_RATE = 5

/** "It rained, she said." */
export function clauseBefore(site: Site): Answer {
  const { context, cue } = site
  const subject = parentheticalSubject(context, cue)
  if (!subject || !closesAfter(context, cue)) return undefined
  return before(site, subject.first, subject, 'clause-before-cue')
}

/** "It rained, said the mayor." "The plan, said the mayor, would fail." */
export function clauseBeforeInverted(site: Site): Answer {
  const { context, cue } = site
  const speaker = invertedSubject(context, cue)
  if (!speaker) return undefined
  const answer = before(site, cue.first, speaker, 'clause-before-inverted-cue')
  const limit = sentenceLimit(context, cue.first)
  if (answer || speaker.last + 2 >= limit) return answer
  const first = { first: Math.max(sentenceStart(context, cue.first), site.floor), last: cue.first }
  const rest = { first: speaker.last + 1, last: contentEnd(context, speaker.last + 1, limit) }
  return holdsClause(context, rest)
    ? { rule: 'clause-around-inverted-cue', cue, content: [first, rest], speaker }
    : undefined
}

/** "The plan, she said, would fail." */
export function clauseAround({ context, cue, floor }: Site): Answer {
  const subject = parentheticalSubject(context, cue)
  if (!subject) return undefined
  const limit = sentenceLimit(context, cue.first)
  const after = passPlaces(context, cue, limit)
  if (!isComma(lowerAt(context, after)) || after + 2 >= limit || isAfterthought(context, after + 1))
    return undefined
  const start = Math.max(sentenceStart(context, cue.first), floor)
  const first = { first: start, last: subject.first - 1 }
  if (first.last <= first.first || allQuoted(context, first)) return undefined
  if (isOpeningMark(lowerAt(context, after + 1)) && !runsOn(context, first, after + 1)) return undefined
  return {
    rule: 'clause-around-cue',
    cue,
    content: [first, { first: after + 1, last: contentEnd(context, after + 1, limit) }],
    speaker: subject,
  }
}

/**
 * "In other words, she said, “it rains”": a quotation that goes on with the sentence the writer began. One that
 * starts with a capital, or after no more than a time or place ("On Tuesday, she said, …"), stands by itself.
 */
function runsOn(context: Context, lead: Range, mark: number): boolean {
  if (lowerAt(context, lead.first) === 'if') return true
  const word = context.document.tokens[mark + 1]
  if (!word || word.text !== word.lower) return false
  for (let at = lead.first; at < lead.last; at++) {
    const phrase = nounPhraseOf(context, at)
    if (phrase && (isTimePhrase(context, phrase) || VENUES.has(lowerAt(context, phrase.head)))) return false
  }
  return true
}

/** "“It rained,” she said in her office": the quotation's cue, which reports no clause after itself. */
export function quotationBeside({ context, cue }: Site): Answer {
  const subject = subjectBefore(context, cue.first)
  const edge = subject ? subject.first : cue.first
  const { firstToken } = sentenceAt(context, cue.first)
  if (edge <= firstToken || lowerAt(context, cue.last) === 'that') return undefined
  const mark = lowerAt(context, edge - 1)
  if (subject && complementOf(context, cue, sentenceLimit(context, cue.first))?.start === cue.last)
    return undefined
  const closes =
    isClosingMark(mark) || (mark === ',' && edge - 1 > firstToken && context.quotationOf[edge - 2] !== -1)
  return closes ? 'none' : undefined
}

function before({ context, cue, floor }: Site, end: number, speaker: Range, rule: string): Answer {
  const words = { first: Math.max(sentenceStart(context, cue.first), floor), last: end }
  if (end <= words.first) return undefined
  if (allQuoted(context, words)) return 'none'
  if (!holdsClause(context, words) || endsOnQuotation(context, words) || opensQuestion(context, words))
    return undefined
  const more = followOn(context, words)
  const told = rateOf(cue.verb, 'hearer') > 0 ? nounPhraseOf(context, cue.last) : undefined
  const hearer = told?.first === cue.last ? told : null
  return { rule, cue, content: more ? [words, more] : [words], speaker, hearer }
}

/** "Asked whether it rained, she said": what was asked, not what was said. */
const opensQuestion = (context: Context, { first }: Range): boolean =>
  lowerAt(context, first) === 'asked' ||
  (lowerAt(context, first) === 'when' && lowerAt(context, first + 1) === 'asked')

/** 'He was blunt: "It rained," she said': a sentence of its own in quotation marks comes last. */
function endsOnQuotation(context: Context, { first, last }: Range): boolean {
  let at = last - 1
  while (at > first && context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'punctuation')
    at--
  const own = context.quotationOf[at] ?? -1
  if (own === -1) return false
  while (at > first && context.quotationOf[at] === own) at--
  const word = context.document.tokens[at + 2]
  const mark = lowerAt(context, at)
  return mark === ':' || (mark === ',' && word !== undefined && word.text !== word.lower)
}

/** A clause has a finite verb; quoted words may do without. */
function holdsClause(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/**
 * "It was “a mess,” she said. “We knew.”": the quotation that opens the next sentence of the paragraph, where the
 * clause holds quoted words and no cue stands beside the quotation.
 */
function followOn(context: Context, { first, last }: Range): Range | undefined {
  const { sentences } = context.document
  const index = context.document.tokens[first]?.sentence ?? 0
  const next = sentences[index + 1]
  if (!next || next.paragraph !== sentences[index]?.paragraph || !holdsQuotation(context, first, last))
    return undefined
  const own = context.quotationOf[next.firstToken] ?? -1
  if (own === -1 || own === context.quotationOf[next.firstToken - 1]) return undefined
  let end = next.firstToken
  while (context.quotationOf[end] === own) end++
  return end === sentenceAt(context, end - 1).lastToken ? { first: next.firstToken, last: end } : undefined
}

const canBeParenthetical = ({ form, passive, verb }: VerbCue, strength: number): boolean =>
  isMainVerb(form, passive) && rateOf(verb, 'quote') >= strength && rateOf(verb, 'zero') >= CLAUSE_RATE

const isMainVerb = (form: VerbCue['form'], passive: boolean): boolean =>
  form !== 'infinitive' && form !== 'gerund' && !passive

/** The subject of a verb whose clause comes before it, behind a comma. */
function parentheticalSubject(context: Context, cue: VerbCue): Range | undefined {
  const bySurvey = rateOf(cue.verb, 'survey') > 0 && isMainVerb(cue.form, cue.passive)
  if (cue.polarity === 'negated' || !(bySurvey || canBeParenthetical(cue, PARENTHETICAL_STRENGTH)))
    return undefined
  const subject = subjectBefore(context, cue.first)
  if (!subject || classAt(context, subject.first) === WordClass.wh) return undefined
  if (!followsComma(context, subject.first)) return undefined
  return canBeParenthetical(cue, PARENTHETICAL_STRENGTH) || isSurvey(context, subject) ? subject : undefined
}

function invertedSubject(context: Context, cue: VerbCue): Range | undefined {
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

/** "Ann Lee, a nurse, said": the comma before the verb closes what describes its subject. */
function followsAppositive(context: Context, comma: number): boolean {
  const open = parenthesisStart(context, comma)
  if (open === undefined || nounPhraseOf(context, open - 1)?.kind !== 'name') return false
  const opening = lowerAt(context, open + 1)
  return /^(?:an?|the|his|her|their|its|\d+)$/.test(opening) || classAt(context, open + 1) === WordClass.wh
}

/** True where a finite verb comes before the next comma: the phrase before it is its subject, not the speaker. */
function finiteFollows(context: Context, from: number, limit: number): boolean {
  for (let at = from; at < limit && !isComma(lowerAt(context, at)); at++)
    if (verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/** A comma or dash before a token, a closing quotation mark between them or not. */
function followsComma(context: Context, index: number): boolean {
  const { firstToken } = sentenceAt(context, index)
  let at = index - 1
  if (at <= firstToken) return false
  if (isClosingMark(lowerAt(context, at))) at--
  return isComma(lowerAt(context, at)) || (at < index - 1 && /^[.!?…]+$/.test(lowerAt(context, at)))
}

const isComma = (lower: string): boolean => lower === ',' || isDash(lower)

/** After the verb nothing but a time or a place, and then the end of the clause. */
function closesAfter(context: Context, cue: VerbCue): boolean {
  const limit = sentenceLimit(context, cue.first)
  const after = passPlaces(context, cue, limit)
  const lower = lowerAt(context, after)
  return after >= limit || isComma(lower) || lower === ';' || lower === ')' || lower === ':'
}

function passTime(context: Context, from: number): number {
  let at = from
  for (let passed = 0; passed < 3; passed++) {
    if (classAt(context, at) === WordClass.adverb) at++
    const preposition = classAt(context, at) === WordClass.preposition ? 1 : 0
    const phrase = nounPhraseOf(context, at + preposition)
    if (!phrase || phrase.first !== at + preposition || !isTimePhrase(context, phrase)) return at
    at = phrase.last
  }
  return at
}

function passPlaces(context: Context, cue: VerbCue, limit: number): number {
  let at = passTime(context, cue.last)
  if (rateOf(cue.verb, 'hearer') > 0) at = passTime(context, Math.max(at, phraseEnd(context, at, limit)))
  while (at < limit && classAt(context, at) === WordClass.preposition) {
    const end = phraseEnd(context, at + 1, limit)
    if (end === at + 1) return at
    at = passTime(context, end)
  }
  return at
}

/** ", adding", ", who": what follows the verb tells of the speaker and goes on with no report. */
function isAfterthought(context: Context, at: number): boolean {
  const group = verbGroupOf(context, at)
  return group?.form === 'gerund' || group?.form === 'participle' || classAt(context, at) === WordClass.wh
}

function allQuoted(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'word') return false
  return true
}
