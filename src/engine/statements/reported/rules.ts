import type { VerbCue } from '../../cues/find-cues.ts'
import { rateOf } from '../../cues/lexicon.ts'
import { WordClass } from '../../grammar/word-class.ts'
import { type Complement, complementOf } from './complement.ts'
import { contentEnd, sentenceLimit } from './content-end.ts'
import { type Context, classAt, isDash, lowerAt, type Range, sentenceAt } from './context.ts'
import type { Draft } from './finding.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd } from './phrases.ts'
import { subjectBefore, subjectOf } from './subject.ts'

/** What a rule sees: the cue, and the first token that no earlier finding has taken. */
export interface Site {
  readonly context: Context
  readonly cue: VerbCue
  readonly floor: number
}

export type Rule = (site: Site) => Draft | undefined

/** A frame counts from this rate on, in tenths. */
const MINIMUM_RATE = 5
/** A verb reports the clause before it ("…, he noted") where it often stands beside quotations. */
const PARENTHETICAL_STRENGTH = 7

/** Rules for verbs of saying, in order: the first that answers decides. */
export const VERB_RULES: readonly Rule[] = [medial, parenthetical, inverted, clauseAfter]

/** "She said on Monday that it rained." */
function clauseAfter({ context, cue }: Site): Draft | undefined {
  if (cue.passive && cue.verb.lemma !== 'ask' && cue.verb.lemma !== 'tell') return undefined
  if (cue.form === 'participle' && !subjectBefore(context, cue.first)) return undefined
  if (cue.form === 'infinitive' && cue.polarity === 'affirmed') return undefined
  const limit = sentenceLimit(context, cue.first)
  const complement = complementOf(context, cue, limit)
  if (!complement || rateOf(cue.verb, complement.frame) < MINIMUM_RATE) return undefined
  const end = contentEnd(context, complement.start, Math.max(limit, complement.start))
  return {
    rule: `${complement.frame}-after-cue`,
    cue,
    content: [{ first: complement.start, last: end }],
    speaker: cue.passive ? null : subjectOf(context, cue.group),
    hearer: complement.hearer,
    venue: complement.venue,
  }
}

/** "It rained, she said." */
function parenthetical(site: Site): Draft | undefined {
  const { context, cue } = site
  if (!canBeParenthetical(cue)) return undefined
  const subject = subjectBefore(context, cue.first)
  if (!subject || !isComma(lowerAt(context, subject.first - 1)) || !closesAfter(context, cue))
    return undefined
  return before(site, subject.first - 1, subject, 'clause-before-cue')
}

/** "It rained, said the mayor." */
function inverted(site: Site): Draft | undefined {
  const { context, cue } = site
  if (!canBeParenthetical(cue) || !isComma(lowerAt(context, cue.first - 1))) return undefined
  const limit = sentenceLimit(context, cue.first)
  const last = phraseEnd(context, cue.last, limit)
  if (last === cue.last) return undefined
  const after = lowerAt(context, last)
  if (last < limit && after !== ',' && !isDash(after)) return undefined
  return before(site, cue.first - 1, { first: cue.last, last }, 'clause-before-inverted-cue')
}

/** "The plan, she said, would fail." */
function medial(site: Site): Draft | undefined {
  const { context, cue, floor } = site
  if (!canBeParenthetical(cue)) return undefined
  const subject = subjectBefore(context, cue.first)
  if (!subject || !isComma(lowerAt(context, subject.first - 1))) return undefined
  const after = passTime(context, cue.last)
  if (!isComma(lowerAt(context, after))) return undefined
  const start = Math.max(sentenceAt(context, cue.first).firstToken, floor)
  const limit = sentenceLimit(context, cue.first)
  if (after + 2 >= limit || isReportOpening(context, after + 1)) return undefined
  const first = { first: start, last: subject.first - 1 }
  if (allQuoted(context, first) || first.last <= first.first) return undefined
  return {
    rule: 'clause-around-cue',
    cue,
    content: [first, { first: after + 1, last: contentEnd(context, after + 1, limit) }],
    speaker: subject,
  }
}

function before({ context, cue, floor }: Site, end: number, speaker: Range, rule: string): Draft | undefined {
  const first = Math.max(sentenceAt(context, cue.first).firstToken, floor)
  if (end <= first || allQuoted(context, { first, last: end })) return undefined
  return { rule, cue, content: [{ first, last: end }], speaker }
}

const canBeParenthetical = (cue: VerbCue): boolean =>
  cue.form !== 'infinitive' &&
  cue.form !== 'gerund' &&
  !cue.passive &&
  rateOf(cue.verb, 'quote') >= PARENTHETICAL_STRENGTH &&
  rateOf(cue.verb, 'zero') >= MINIMUM_RATE

const isComma = (lower: string): boolean => lower === ',' || isDash(lower)

/** After the verb nothing but a time or a place, and then the end of the clause. */
function closesAfter(context: Context, cue: VerbCue): boolean {
  const limit = sentenceLimit(context, cue.first)
  const after = passPlaces(context, passTime(context, cue.last), limit)
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

function passPlaces(context: Context, from: number, limit: number): number {
  let at = from
  while (at < limit && classAt(context, at) === WordClass.preposition) {
    const end = phraseEnd(context, at + 1, limit)
    if (end === at + 1) return at
    at = passTime(context, end)
  }
  return at
}

const isReportOpening = (context: Context, at: number): boolean => {
  const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
  return cue?.form === 'gerund' || classAt(context, at) === WordClass.wh
}

function allQuoted(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'word') return false
  return true
}

export type { Complement }
