import { findPrepositionCues } from '../../cues/preposition-cues.ts'
import type { VerbCue } from '../../cues/verb-cues.ts'
import { type Context, LONGEST_CLAUSE } from '../../reader/context.ts'
import { isDash } from '../../reader/punctuation.ts'
import { lowerAt, sentenceAt } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import { type ReportDraft, reportedFinding } from '../clauses/report-draft.ts'
import { accordingTo } from './rules/according-to.ts'
import { findHeadlines } from './rules/headline.ts'
import { findHeadlineSources } from './rules/headline-source.ts'
import { findHearings } from './rules/hearing.ts'
import { findListedPoints } from './rules/listed-points.ts'
import { findNounClauses } from './rules/noun-clause.ts'
import { findPredicates } from './rules/predicate.ts'
import { relayedDraft } from './rules/relayed.ts'
import type { ReportingRule } from './rules/rule.ts'
import { LEADING_RULES, TRAILING_RULES } from './rules/rule-order.ts'

/**
 * Finds the reported clauses of a document in text order: indirect speech, and clauses that hold quoted words. A report
 * inside other reported words or inside a quotation gives no finding.
 */
export function findReported(context: Context): Finding[] {
  const taken = new Uint8Array(context.document.tokens.length)
  const findings: Finding[] = []
  for (const cue of findPrepositionCues(context.document, context.grammar)) {
    if (context.quotationOf[cue.first] === -1)
      take(context, accordingTo(context, cue, floorOf(context, taken, cue.first)), taken, findings)
  }
  for (const draft of [
    ...findListedPoints(context),
    ...findHeadlines(context),
    ...findHeadlineSources(context),
    ...findHearings(context),
  ])
    take(context, draft, taken, findings)
  for (const rules of [TRAILING_RULES, LEADING_RULES]) {
    for (const cue of context.cueOf.values()) {
      if (taken[cue.first] || context.quotationOf[cue.first] !== -1) continue
      decide(context, cue, rules, taken, findings)
    }
  }
  for (const draft of findPredicates(context)) {
    if (!taken[draft.cue.first] && context.quotationOf[draft.cue.first] === -1)
      take(context, draft, taken, findings)
  }
  for (const draft of findNounClauses(context)) {
    if (!taken[draft.cue.first]) take(context, draft, taken, findings)
  }
  return findings.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

function decide(
  context: Context,
  cue: VerbCue,
  rules: readonly ReportingRule[],
  taken: Uint8Array,
  findings: Finding[],
) {
  const site = { context, cue, floor: floorOf(context, taken, cue.first) }
  for (const rule of rules) {
    const answer = rule(site)
    if (answer === 'none' || take(context, answer, taken, findings)) return
  }
}

/** Keeps a draft, unless it has no words or overlaps words already taken. Returns true if it was kept. */
function take(
  context: Context,
  found: ReportDraft | undefined,
  taken: Uint8Array,
  findings: Finding[],
): boolean {
  const draft = found && beforeTaken(context, found, taken)
  if (!draft || draft.content.some(({ first, last }) => isTaken(taken, first, last))) return false
  const inner = relayedDraft(context, draft)
  const passedOn = inner && reportedFinding(context, inner)
  const outer = passedOn && !keepsBoth(draft) ? undefined : reportedFinding(context, draft)
  const finding = outer && passedOn ? { ...outer, inner: passedOn } : (outer ?? passedOn)
  if (!finding) return false
  findings.push(finding)
  for (const { first, last } of [...draft.content, draft.cue]) taken.fill(1, first, last)
  return true
}

/** Returns the draft with its words cut where a later report in the same sentence begins: "Lee said it rained — a lot, he said". */
function beforeTaken(context: Context, draft: ReportDraft, taken: Uint8Array): ReportDraft {
  const [words, ...others] = draft.content
  if (!words || others.length > 0 || taken[words.first]) return draft
  let last = words.first
  while (last < words.last && !taken[last]) last++
  return last === words.last || !isBreak(lowerAt(context, last - 1))
    ? draft
    : { ...draft, content: [{ first: words.first, last }] }
}

const isBreak = (lower: string): boolean =>
  isDash(lower) || /^(?:,|;|but|and|though|although|while)$/.test(lower)

/**
 * Returns true for "The palace said the minister had said it rained": both are statements. In "The minister had said it
 * rained, the paper reported", the paper only passes the words on.
 */
const keepsBoth = ({ rule, cue }: ReportDraft): boolean =>
  cue.kind === 'preposition' || (/^(?:that|zero)-after-cue$/.test(rule) && cue.lemma !== 'report')

function isTaken(taken: Uint8Array, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (taken[at]) return true
  return false
}

/** Returns the first token of the sentence after the last token taken before `index`. */
function floorOf(context: Context, taken: Uint8Array, index: number): number {
  const floor = Math.max(sentenceAt(context, index).firstToken, index - LONGEST_CLAUSE)
  let at = index
  while (at > floor && !taken[at - 1]) at--
  return at
}
