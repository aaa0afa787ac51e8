/** Words that reach the article through another person: "Lee told the paper that the mayor had said it rained." */
import type { VerbCue } from '../../../cues/verb-cues.ts'
import type { VerbGroup } from '../../../grammar/verb-group.ts'
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

/** The lowest rate beside quotations, in tenths, of verbs that report words really said. */
const SAYING_RATE = 7
/** The longest distance to the inner verb, from the start or from the end of the clause, in tokens. */
const REACH = 30
/** The longest lead before the inner speaker, in tokens: "at the meeting on Monday". */
const LONGEST_LEAD = 10

/**
 * Returns the draft of the inner report, if the outer report holds nothing else. Its speaker is the inner speaker, and
 * its relay is the outer speaker. Undefined if the clause says more, or names no inner speaker.
 */
export function relayedDraft(context: Context, outer: ReportDraft): ReportDraft | undefined {
  const { content, cue, speaker } = outer
  if (!speaker || outer.relay || cue.polarity !== 'affirmed' || !passesOn(outer)) return undefined
  const whole = { first: content[0]?.first ?? 0, last: content.at(-1)?.last ?? 0 }
  const inner =
    said(context, whole, outer) ?? (content.length === 1 ? saidBefore(context, whole, outer) : undefined)
  return inner && { ...inner, relay: speaker }
}

/** Returns true for a clause. Questions, orders and topics are not relayed. */
const passesOn = ({ rule }: ReportDraft): boolean => /^(?:that|zero)-after-cue$|^clause-/.test(rule)

/**
 * Reads "… that the mayor had said it rained". The inner verb is the first verb of the clause, and its words end the
 * clause.
 */
function said(context: Context, whole: Range, outer: ReportDraft): ReportDraft | undefined {
  const first = lowerAt(context, whole.first) === 'that' ? whole.first + 1 : whole.first
  const cue = firstVerb(context, { first, last: Math.min(whole.last, first + REACH) }, outer)
  const news = isNews(outer) && cue?.form === 'finite' && !cue.passive && cue.polarity === 'affirmed'
  if (!cue || !(news || isSaying(context, cue, outer))) return undefined
  const inner = draftOf(clauseAfter({ context, cue, floor: first }))
  if (
    !inner ||
    !(news || /^(?:that|zero)-after-cue$/.test(inner.rule)) ||
    !isNearStart(context, inner.speaker, first)
  )
    return undefined
  const words = inner.content[0] as Range
  if (context.grammar.verbGroupOf[words.first] !== -1) return undefined
  return endsWith(context, words, whole) ? { ...inner, content: [{ ...words, last: whole.last }] } : undefined
}

/** Returns true if no word of the clause follows the inner words. */
function endsWith(context: Context, words: Range, whole: Range): boolean {
  for (let at = words.last; at < whole.last; at++)
    if (context.document.tokens[at]?.kind !== 'punctuation') return false
  return true
}

/** Returns the first finite verb of a range, if it is a reporting verb outside quotation marks. */
function firstVerb(context: Context, { first, last }: Range, { cue }: ReportDraft): VerbCue | undefined {
  for (let at = first; at < last; at++) {
    const group = verbGroupOf(context, at)
    if (context.quotationOf[at] !== -1) return undefined
    if (group?.form !== 'finite' || (group.first >= cue.first && group.first < cue.last)) continue
    return context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
  }
  return undefined
}

/** Reads "It rained, the mayor said". The clause ends with the inner verb and its hearer, time and place. */
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
    return inner && isSingleSpeaker(context, inner.speaker)
      ? { ...inner, content: inner.content.slice(0, 1) }
      : undefined
  }
  return undefined
}

const draftOf = (answer: RuleResult): ReportDraft | undefined => (answer === 'none' ? undefined : answer)

/**
 * Returns true for speech that took place: "said", "had told", but not "would say" or "never said". "says" counts only
 * after "according to": in "she says that Lee says" it may cite a saying.
 */
function isSaying(context: Context, cue: VerbCue, outer: ReportDraft): boolean {
  const { head, modal, perfect } = context.grammar.verbGroups[cue.group] as VerbGroup
  if (cue.form !== 'finite' || cue.passive || modal >= 0 || cue.polarity !== 'affirmed') return false
  const form = context.grammar.forms[head]
  const past =
    perfect || form === VerbForm.past || (form === VerbForm.third && outer.cue.kind === 'preposition')
  return past && rateOf(cue.verb, 'quote') >= SAYING_RATE && rateOf(cue.verb, 'survey') === 0
}

/** Returns true if the speaker opens the clause, or follows no more than a time and a place. */
function isNearStart(context: Context, speaker: Range | null, first: number): boolean {
  if (!speaker || speaker.first < first || speaker.first > first + LONGEST_LEAD) return false
  for (let at = first; at < speaker.first; at++) if (context.grammar.verbGroupOf[at] !== -1) return false
  return isSingleSpeaker(context, speaker)
}

/**
 * Returns true for one person or organization, by name or description. Returns false for a pronoun, because it may mean
 * the outer speaker, and for "critics", writings and the shares of a survey ("half of voters").
 */
function isSingleSpeaker(context: Context, speaker: Range | null): boolean {
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

/** Returns true for "…, the paper reported": the paper only passes on what another person said. */
const isNews = ({ rule, cue }: ReportDraft): boolean =>
  rule.startsWith('clause-before') && cue.lemma === 'report'
