/** Rules for a reporting verb after or inside the reported words: "It rained, she said." */
import type { VerbCue } from '../../../cues/verb-cues.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { type Context, LONGEST_CLAUSE } from '../../../reader/context.ts'
import { holdsFiniteVerb, nounPhraseOf, verbGroupOf } from '../../../reader/phrases.ts'
import { isClosingMark, isComma, isDash, isOpeningMark } from '../../../reader/punctuation.ts'
import { lowerAt, type Range, sentenceAt } from '../../../reader/words.ts'
import { complementOf } from '../../clauses/complement.ts'
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
import { subjectBefore } from '../../clauses/subject-before.ts'
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
  if (isSetting(context, first) && !opensClause(context, after + 1, limit)) return undefined
  if (isOpeningMark(lowerAt(context, after + 1)) && !continuesSentence(context, first, after + 1))
    return undefined
  return {
    rule: 'clause-around-cue',
    cue,
    content: [first, { first: after + 1, last: contentEnd(context, after + 1, limit) }],
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

/**
 * Returns `none` for the cue of a quotation, because such a cue reports no clause after it. Example: "“It rained,” she
 * said in her office".
 */
export function quotationBeside({ context, cue }: RuleInput): RuleResult {
  if (cue.form === 'gerund') return undefined
  const subject = subjectBefore(context, cue.first)
  const edge = subject ? subject.first : cue.first
  const { firstToken } = sentenceAt(context, cue.first)
  if (edge === firstToken && endsQuotedQuestion(context, edge) && tellsWhen(context, cue)) return 'none'
  if (edge <= firstToken || lowerAt(context, cue.last) === 'that') return undefined
  const mark = lowerAt(context, edge - 1)
  const complement = subject && complementOf(context, cue, sentenceLimit(context, cue.first))
  if (complement && (complement.start === cue.last || complement.frame === 'that')) return undefined
  const closes =
    isClosingMark(mark) || (mark === ',' && edge - 1 > firstToken && context.quotationOf[edge - 2] !== -1)
  return closes ? 'none' : undefined
}

/**
 * Returns the start of the words before a cue: the start of their sentence, or of the sentence in which their quotation
 * opens ("“We won. We knew” all along, she said").
 */
function startOfWords(context: Context, cue: VerbCue, floor: number): number {
  const opening = afterOpenBracket(context, cue.first, sentenceStart(context, cue.first))
  const start = afterOwnReport(context, opening, cue)
  const own = context.quotationOf[start] ?? -1
  if (own === -1 || context.quotationOf[start - 1] !== own) return Math.max(start, floor)
  let open = start
  while (context.quotationOf[open - 1] === own && open > start - LONGEST_CLAUSE) open--
  return sentenceStart(context, open)
}

/**
 * Returns the start of the second clause, if the first is a report of its own: "Lee said it rained, but the road, he
 * said, was open". Another speaker reports both clauses: "The state admitted an error, but it was small, Lee said".
 * Returns `start` if the words hold one report.
 */
function afterOwnReport(context: Context, start: number, { first: end }: VerbCue): number {
  if (nounPhraseOf(context, end - 1)?.kind !== 'pronoun') return start
  const subject = nounPhraseOf(context, start)
  const own = subject?.first === start ? verbGroupOf(context, subject.last) : undefined
  const report =
    own?.form === 'finite' ? context.cueOf.get(context.grammar.verbGroupOf[own.head] ?? -1) : undefined
  if (!report || rateOf(report.verb, 'quote') < INTRODUCING_RATE) return start
  for (let at = report.last; at < end - 1; at++) {
    if (context.quotationOf[at] !== -1) continue
    const lower = lowerAt(context, at)
    if (isDash(lower)) return at + 1
    if (lower === ',' && /^(?:but|and|though|although|while)$/.test(lowerAt(context, at + 1))) return at + 2
  }
  return start
}

/** The lowest rate beside quotations, in tenths, of a verb whose report ends before a second report. */
const INTRODUCING_RATE = 8

/**
 * Returns the token after the opening bracket of an unclosed bracket at `at`; `start` if there is none. Example: "(“It
 * rained,” she said)".
 */
function afterOpenBracket(context: Context, at: number, start: number): number {
  let closed = 0
  for (let index = at - 1; index >= start && index > at - LONGEST_CLAUSE; index--) {
    const lower = lowerAt(context, index)
    if (lower === ')') closed++
    else if (lower === '(' && closed-- === 0) return index + 1
  }
  return start
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

/** Returns true if a quoted question or exclamation ends right before a token: '“Why?” Lee told me'. */
const endsQuotedQuestion = (context: Context, at: number): boolean =>
  isClosingMark(lowerAt(context, at - 1)) &&
  /^[?!]$/.test(lowerAt(context, at - 2)) &&
  sharesParagraph(context, at)

const sharesParagraph = (context: Context, at: number): boolean =>
  sentenceAt(context, at - 1).paragraph === sentenceAt(context, at).paragraph

/** Returns true for "told me when I visited": a clause of time follows the verb and its hearer. */
function tellsWhen(context: Context, cue: VerbCue): boolean {
  const hearer = nounPhraseOf(context, cue.last)
  const at = hearer?.first === cue.last ? hearer.last : cue.last
  return /^(?:when|while|as|after|before)$/.test(lowerAt(context, at))
}
