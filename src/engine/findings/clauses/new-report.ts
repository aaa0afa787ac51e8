import type { VerbCue } from '../../cues/verb-cues.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { quoteStrength, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { Can } from '../../lexicon/grammar/word-readings.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../reader/words.ts'
import { hearerAt } from './adjuncts.ts'
import { subjectBefore } from './subject-before.ts'

/** Returns true for a comma, a semicolon, a dash or a coordinator. */
export const isClauseBreak = (context: Context, at: number, lower: string): boolean =>
  lower === ',' || lower === ';' || isDash(lower) || classAt(context, at) === WordClass.coordinator

/** Subjects after ", but" that begin a contrast by the writer. */
const SUBJECTS = new Set('he she they it there'.split(' '))

const TURNS = new Set('but and while as though although or yet because when after'.split(' '))

/** Returns true if a new report begins after the break at `at`. */
export function startsNewReport(context: Context, at: number, limit: number): boolean {
  let next = at + 1
  if (lowerAt(context, next) === 'according') return true
  if (lowerAt(context, next) === 'but' && SUBJECTS.has(lowerAt(context, next + 1)))
    return !quotesSoon(context, next + 2)
  const isConjunction = classAt(context, at) === WordClass.coordinator
  if (!isConjunction && TURNS.has(lowerAt(context, next))) next++
  while (next < limit && classAt(context, next) === WordClass.adverb) next++
  const group = verbGroupOf(context, next)
  const cue = group && context.cueOf.get(context.grammar.verbGroupOf[next] ?? -1)
  if (group && cue) {
    if (group.form === 'gerund') return !describesNoun(context, at, group)
    if (continuesModal(context, at, group)) return false
    if (group.form === 'infinitive') return false
    if (lowerAt(context, next - 1) === 'but' && /^(?:declin|refus)/.test(lowerAt(context, group.first)))
      return true
    if (onlyNamesHearer(context, cue, limit)) return false
    if (lowerAt(context, cue.last) === 'that' && rateOf(cue.verb, 'that') >= NEW_REPORT_STRENGTH) return true
    return quoteStrength(lowerAt(context, group.head)) >= NEW_REPORT_STRENGTH
  }
  return lowerAt(context, at) !== 'or' && newSpeaker(context, next, limit)
}

/**
 * The lowest rate beside quotations, in tenths, at which a verb with the same subject ("and added") starts a new
 * report.
 */
const NEW_REPORT_STRENGTH = 5

/** The rate with a hearer, in tenths, at which a verb needs a hearer. */
const TELLING_RATE = 9

/** The longest distance from a comma to the verb of a new clause, in tokens. */
const NEW_CLAUSE_LOOK = 14

/** Returns true for a subject with its own reporting verb. Example: ", but she said". */
function newSpeaker(context: Context, from: number, limit: number): boolean {
  const end = Math.min(limit, from + NEW_CLAUSE_LOOK)
  for (let at = from; at < end; at++) {
    if (context.quotationOf[at] !== -1) return false
    const lower = lowerAt(context, at)
    if (lower === ',' || lower === ';' || lower === 'that') return false
    const group = verbGroupOf(context, at)
    if (!group) continue
    if (group.form !== 'finite') return false
    const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
    if (!cue || rateOf(cue.verb, 'zero') + rateOf(cue.verb, 'object') < NEW_REPORT_STRENGTH) return false
    if (isHelped(context, from, group)) return false
    const subject = subjectBefore(context, group.first)
    return subject ? subject.first >= from : classAt(context, from) === WordClass.preposition
  }
  return false
}

/** The longest distance back from a coordinator to the modal or infinitive that it continues, in tokens. */
const MODAL_LOOK = 20

/** Returns true for a second bare infinitive: "that he would sit down and tell them". */
function continuesModal(context: Context, at: number, { first, head }: VerbGroup): boolean {
  if (first !== head || context.forms[head] !== VerbForm.base) return false
  for (let before = at - 1; before > at - MODAL_LOOK; before--) {
    const group = verbGroupOf(context, before)
    if (group) return group.modal >= 0 || group.form === 'infinitive'
  }
  return false
}

/** The longest distance back from the second subject to a verb of helping, in tokens. */
const HELP_LOOK = 8
const HELPING = /^(?:help|let|make|made|making|see|saw|seeing|watch|hear)/

/** Returns true for a bare infinitive with a second subject: "helping the town and its allies respond". */
function isHelped(context: Context, from: number, { first, head }: VerbGroup): boolean {
  if (first !== head || context.forms[head] !== VerbForm.base) return false
  for (let at = from - 1; at > from - HELP_LOOK; at--) if (HELPING.test(lowerAt(context, at))) return true
  return false
}

/**
 * The longest distance from the subject of a clause to quoted words of the report, in tokens: "but they were
 * “disappointed”".
 */
const QUOTE_LOOK = 3

/** Returns true for "and told none of the others.": the words told do not follow. */
function onlyNamesHearer(context: Context, cue: VerbCue, limit: number): boolean {
  if (rateOf(cue.verb, 'hearer') !== TELLING_RATE) return false
  const hearer = hearerAt(context, cue, cue.last, limit)
  return hearer !== null && hearer.last >= limit
}

function quotesSoon(context: Context, from: number): boolean {
  for (let at = from; at < from + QUOTE_LOOK; at++) if ((context.quotationOf[at] ?? -1) !== -1) return true
  return false
}

/** Returns true for an adjective: "a stable but declining resource", but not for "the fish" before a comma. */
function describesNoun(context: Context, at: number, { last }: VerbGroup): boolean {
  const before = nounPhraseOf(context, at - 1)
  const isHead = lowerAt(context, at) === ',' && before?.head === at - 1 && before.first < at - 1
  const canDescribe = ((context.grammar.cans[at - 1] ?? 0) & Can.adjective) !== 0 && !isHead
  return canDescribe && nounPhraseOf(context, last)?.first === last
}
