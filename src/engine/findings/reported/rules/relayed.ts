/** Words that reach the article through somebody else: "Lee told the paper that the mayor had said it rained." */
import type { VerbCue } from '../../../cues/verb-cues.ts'
import type { VerbGroup } from '../../../grammar/chunk.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { WRITING_NOUNS } from '../../../lexicon/cues/writings.ts'
import { VerbForm } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../../reader/phrases.ts'
import { lowerAt, type Range } from '../../../reader/words.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'
import { clauseAfter } from './clause-after.ts'
import { clauseBefore } from './clause-before.ts'
import type { RuleResult } from './rule.ts'

/** Verbs that stand so often beside quotations, in tenths, report what somebody really said. */
const SAYING_RATE = 7
/** The inner verb is looked for so far into the clause, or so far before its end, in tokens. */
const REACH = 30
/** "at the meeting on Monday": what may stand before the inner speaker, in tokens. */
const LONGEST_LEAD = 10

/**
 * Where all that somebody reports is that another said something, the other's words, with the reporter as their
 * relay; undefined where the clause says more, or where nobody is named whose words they could be.
 */
export function relayedDraft(context: Context, outer: ReportDraft): ReportDraft | undefined {
  const { content, cue, speaker } = outer
  if (!speaker || outer.relay || cue.polarity !== 'affirmed' || !passesOn(outer)) return undefined
  const whole = { first: content[0]?.first ?? 0, last: content.at(-1)?.last ?? 0 }
  const inner =
    said(context, whole, outer) ?? (content.length === 1 ? saidBefore(context, whole, outer) : undefined)
  return inner && { ...inner, relay: speaker }
}

/** Clauses are passed on; questions, orders and topics are not. */
const passesOn = ({ rule }: ReportDraft): boolean => /^(?:that|zero)-after-cue$|^clause-/.test(rule)

/** "… that the mayor had said it rained": the verb is the clause's first, and what was said ends with the clause. */
function said(context: Context, whole: Range, outer: ReportDraft): ReportDraft | undefined {
  const first = lowerAt(context, whole.first) === 'that' ? whole.first + 1 : whole.first
  const cue = firstVerb(context, { first, last: Math.min(whole.last, first + REACH) }, outer)
  if (!cue || !isSaying(context, cue, outer)) return undefined
  const inner = draftOf(clauseAfter({ context, cue, floor: first }))
  if (!inner || !/^(?:that|zero)-after-cue$/.test(inner.rule) || !isNamed(context, inner.speaker, first))
    return undefined
  const words = inner.content[0] as Range
  if (context.grammar.verbGroupOf[words.first] !== -1) return undefined
  return endsWith(context, words, whole) ? { ...inner, content: [{ ...words, last: whole.last }] } : undefined
}

/** True where no word of the clause is left after what was said. */
function endsWith(context: Context, words: Range, whole: Range): boolean {
  for (let at = words.last; at < whole.last; at++)
    if (context.document.tokens[at]?.kind !== 'punctuation') return false
  return true
}

/** The first finite verb of a stretch, if it is a reporting one outside quotation marks. */
function firstVerb(context: Context, { first, last }: Range, { cue }: ReportDraft): VerbCue | undefined {
  for (let at = first; at < last; at++) {
    const group = verbGroupOf(context, at)
    if (context.quotationOf[at] !== -1) return undefined
    if (group?.form !== 'finite' || (group.first >= cue.first && group.first < cue.last)) continue
    return context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
  }
  return undefined
}

/** "It rained, the mayor said": the clause ends with the verb of what was said, its hearer, a time and a place. */
function saidBefore(context: Context, whole: Range, outer: ReportDraft): ReportDraft | undefined {
  for (let at = whole.last - 1; at > Math.max(whole.first, whole.last - REACH); at--) {
    const group = verbGroupOf(context, at)
    if (context.quotationOf[at] !== -1) return undefined
    if (group?.form !== 'finite') continue
    const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
    const inner =
      cue && isSaying(context, cue, outer)
        ? draftOf(clauseBefore({ context, cue, floor: whole.first }))
        : undefined
    return inner && isSomebody(context, inner.speaker)
      ? { ...inner, content: inner.content.slice(0, 1) }
      : undefined
  }
  return undefined
}

const draftOf = (answer: RuleResult): ReportDraft | undefined => (answer === 'none' ? undefined : answer)

/**
 * Said in the past and surely: "said", "had told", no "would say", "never said"; "says" where a source is named for
 * what the article tells, for what somebody says that another says may be a saying.
 */
function isSaying(context: Context, cue: VerbCue, outer: ReportDraft): boolean {
  const { head, modal, perfect } = context.grammar.verbGroups[cue.group] as VerbGroup
  if (cue.form !== 'finite' || cue.passive || modal >= 0 || cue.polarity !== 'affirmed') return false
  const form = context.grammar.forms[head]
  const past =
    perfect || form === VerbForm.past || (form === VerbForm.third && outer.cue.kind === 'preposition')
  return past && rateOf(cue.verb, 'quote') >= SAYING_RATE
}

/** The speaker opens the clause, or follows no more than a time and a place. */
function isNamed(context: Context, speaker: Range | null, first: number): boolean {
  if (!speaker || speaker.first < first || speaker.first > first + LONGEST_LEAD) return false
  for (let at = first; at < speaker.first; at++) if (context.grammar.verbGroupOf[at] !== -1) return false
  return isSomebody(context, speaker)
}

/**
 * One person or organization, by name or description: no "he", who may be the reporter, no "critics", none of those
 * whom a survey counts ("half of voters"), and nothing written.
 */
function isSomebody(context: Context, speaker: Range | null): boolean {
  const phrase = speaker && nounPhraseOf(context, speaker.first)
  if (!phrase || phrase.kind === 'pronoun' || phrase.kind === 'number' || phrase.plural) return false
  const head = lowerAt(context, phrase.head)
  return !WRITING_NOUNS.has(head) && !SHARES.has(head) && !holdsNumber(context, phrase)
}

const SHARES = new Set('half majority minority number percent percentage quarter share third'.split(' '))

function holdsNumber(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (context.document.tokens[at]?.kind === 'number') return true
  return false
}
