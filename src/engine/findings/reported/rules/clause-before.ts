/** Rules for a reporting verb after or inside the reported words: "It rained, she said." */
import type { VerbCue } from '../../../cues/verb-cues.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import type { Context } from '../../../reader/context.ts'
import { holdsFiniteVerb, nounPhraseOf, verbGroupOf } from '../../../reader/phrases.ts'
import { isComma, isDash, isOpeningMark } from '../../../reader/punctuation.ts'
import { lowerAt, type Range } from '../../../reader/words.ts'
import { contentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import { sentenceStart } from '../../clauses/dateline.ts'
import { finiteVerbFollows } from '../../clauses/frame.ts'
import {
  allQuoted,
  continuesSentence,
  endsOnQuotation,
  followingQuotation,
  holdsClause,
  holdsQuotation,
  isAfterthought,
  opensManner,
  opensQuestion,
} from '../../clauses/lead.ts'
import {
  closesAfter,
  invertedSubject,
  parentheticalSubject,
  skipPlaces,
} from '../../clauses/parenthetical.ts'
import { restAfterCue } from '../../clauses/rest-of-sentence.ts'
import { afterOwnReport, startOfWords } from '../../clauses/start-of-words.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The longest description after a speaker's name, in tokens. */
const LONGEST_APPOSITIVE = 24

/** Finds "It rained, she said." */
export function clauseBefore(site: RuleInput): RuleResult {
  const { context, cue } = site
  const subject = parentheticalSubject(context, cue)
  if (!subject || !closesAfter(context, cue)) return undefined
  return before(site, subject.first, subject, 'clause-before-cue')
}

/** Finds "It rained, said the mayor." and "The plan, said the mayor, would fail." */
export function clauseBeforeInverted(site: RuleInput): RuleResult {
  const { context, cue } = site
  const speaker = invertedSubject(context, cue)
  if (!speaker) return undefined
  const limit = sentenceLimit(context, cue.first)
  const first = { first: Math.max(sentenceStart(context, cue.first), site.floor), last: cue.first }
  const whole = allQuoted(context, first) || holdsVerbOfWriter(context, first)
  const verb = whole ? undefined : verbAfterComma(context, speaker.last, limit)
  const answer = verb ? undefined : before(site, cue.first, speaker, 'clause-before-inverted-cue')
  if (answer || speaker.last + 2 >= limit) return answer
  const resumed = verb ?? speaker.last + 1
  const rest = { first: resumed, last: contentEnd(context, resumed, limit) }
  return holdsClause(context, rest)
    ? { rule: 'clause-around-inverted-cue', cue, content: [first, rest], speaker }
    : undefined
}

/** Returns true if a range holds a finite verb outside quotation marks. */
function holdsVerbOfWriter(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] === -1 && verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/**
 * Returns the finite verb that continues a clause after the comma that closes the speaker. Example: "…, said Lee, a
 * nurse, would".
 */
function verbAfterComma(context: Context, from: number, limit: number): number | undefined {
  const end = Math.min(limit, from + LONGEST_APPOSITIVE)
  for (let at = from; at < end; at++) {
    if (lowerAt(context, at) === ',' && verbGroupOf(context, at + 1)?.form === 'finite') return at + 1
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') return undefined
  }
  return undefined
}

/** Finds "The plan, she said, would fail." */
export function clauseAround({ context, cue, floor }: RuleInput): RuleResult {
  const subject = parentheticalSubject(context, cue)
  if (!subject) return undefined
  const limit = sentenceLimit(context, cue.first)
  const after = skipPlaces(context, cue, limit)
  if (!isComma(lowerAt(context, after)) || after + 2 >= limit || isAfterthought(context, after + 1))
    return undefined
  const opening = sentenceStart(context, cue.first)
  const start = Math.max(afterOwnReport(context, opening, cue), floor)
  const first = { first: afterDash(context, start, subject.first - 1), last: subject.first - 1 }
  if (first.last <= first.first || allQuoted(context, first)) return undefined
  if (isDash(lowerAt(context, after)) && endsOnQuotation(context, { first: start, last: subject.first }))
    return undefined
  if (isSetting(context, first) && !opensClause(context, after + 1, limit)) return undefined
  if (isOpeningMark(lowerAt(context, after + 1)) && !continuesSentence(context, first, after + 1))
    return undefined
  return {
    rule: 'clause-around-cue',
    cue,
    content: [first, { first: after + 1, last: restAfterCue(context, after + 1, limit) }],
    speaker: subject,
  }
}

/** Returns true for a subject with its verb: "After the vote, Lee said, most towns were safe". */
const opensClause = (context: Context, at: number, limit: number): boolean =>
  lowerAt(context, at) === 'there'
    ? finiteVerbFollows(context, at + 1)
    : nounPhraseOf(context, at)?.first === at && finiteBeforeComma(context, at, limit)

/** Returns true for a finite verb before the next comma: "most laws requiring a seal were safe". */
function finiteBeforeComma(context: Context, from: number, limit: number): boolean {
  for (let at = from; at < limit && !isComma(lowerAt(context, at)); at++)
    if (context.quotationOf[at] === -1 && verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/**
 * Returns the start of the clause that a single dash adds before a cue: "and also" in "dealers use it — and also, she
 * says, because it is cheap".
 */
function afterDash(context: Context, start: number, end: number): number {
  let dash = -1
  for (let at = start; at < end; at++) {
    if (context.quotationOf[at] !== -1 || !isDash(lowerAt(context, at))) continue
    if (dash >= 0) return start
    dash = at
  }
  const joint = lowerAt(context, dash + 1)
  return dash >= 0 && (joint === 'and' || joint === 'but') ? dash + 1 : start
}

function before({ context, cue, floor }: RuleInput, end: number, speaker: Range, rule: string): RuleResult {
  const words = { first: startOfWords(context, cue, floor), last: end }
  if (end <= words.first) return undefined
  if (allQuoted(context, words)) return 'none'
  if (opensManner(context, words) || opensAct(context, words, cue) || isSetting(context, words))
    return undefined
  if (!holdsClause(context, words) || endsOnQuotation(context, words) || opensQuestion(context, words))
    return undefined
  const more = followingQuotation(context, words)
  const told = rateOf(cue.verb, 'hearer') > 0 ? nounPhraseOf(context, cue.last) : undefined
  const hearer = told?.first === cue.last ? told : null
  return { rule, cue, content: more ? [words, more] : [words], speaker, hearer }
}

/** Returns true for "Showing the steps, she said: “…”" and "Pressed by Lee, she said: “…”": words about the speaker. */
const opensAct = (context: Context, { first }: Range, { last }: VerbCue): boolean =>
  /^(?:gerund|participle)$/.test(verbGroupOf(context, first)?.form ?? '') &&
  /^[:,]$/.test(lowerAt(context, last)) &&
  isOpeningMark(lowerAt(context, last + 1))

const SETTINGS = new Set('as when while after before since once until because although though'.split(' '))

/** Returns true for a subordinate clause without a main clause: "As the charges were read, where many wept". */
function isSetting(context: Context, { first, last }: Range): boolean {
  if (!SETTINGS.has(lowerAt(context, first)) || holdsQuotation(context, first, last)) return false
  for (let at = first; at < last; at++) {
    if (!isComma(lowerAt(context, at)) || /^(?:where|who|which|whose)$/.test(lowerAt(context, at + 1)))
      continue
    if (holdsFiniteVerb(context, { first: at, last })) return false
  }
  return true
}
