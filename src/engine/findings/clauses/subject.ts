import type { VerbGroup } from '../../grammar/verb-group.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isClosingMark } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import { CLAUSE_OPENERS, isPrepositionalObject, subjectBefore } from './subject-before.ts'
import { perceivedSubject, subjectOfGerund } from './subject-of-gerund.ts'

/** The longest opening without a noun phrase that can be a subject, in tokens. */
const LONGEST_OPENING = 5

/** The number of verb groups that are searched for a shared subject. */
const GROUPS_SEARCHED = 12

/** The lowest rate beside quotations, in tenths, at which a verb can stand before its subject. */
const INVERTED_STRENGTH = 8

/** Returns the subject of a verb group; null if none is found. */
export function subjectOf(context: Context, index: number): Range | null {
  const group = context.grammar.verbGroups[index] as VerbGroup
  if (group.form === 'finite' || group.form === 'participle') {
    return (
      subjectBefore(context, group.first) ??
      sharedSubject(context, index) ??
      sentenceOpening(context, group.first)
    )
  }
  return subjectOfGerund(context, group) ?? sharedSubject(context, index) ?? subjectAfter(context, index)
}

/** Returns the words between the start of a sentence and its verb, if the grammar found no phrase before the verb. */
function sentenceOpening(context: Context, first: number): Range | null {
  const { firstToken } = sentenceAt(context, first)
  if (first === firstToken || first - firstToken > LONGEST_OPENING) return null
  for (let at = firstToken; at < first; at++) {
    const wordClass = classAt(context, at)
    const plain = wordClass !== WordClass.punctuation && wordClass !== WordClass.preposition
    if (!plain || wordClass === WordClass.subordinator || context.grammar.verbGroupOf[at] !== -1) return null
  }
  return { first: firstToken, last: first }
}

/**
 * Returns the subject that a second verb or a participle shares with an earlier verb. Examples: "left and said", "left,
 * saying".
 */
function sharedSubject(context: Context, index: number): Range | null {
  const { verbGroups } = context.grammar
  const own = verbGroups[index] as VerbGroup
  const floor = sentenceAt(context, own.first).firstToken
  let fallback: Range | null = null
  for (let at = index - 1; at >= 0 && at >= index - GROUPS_SEARCHED; at--) {
    const group = verbGroups[at] as VerbGroup
    if (group.first < floor) break
    const seen = own.form === 'gerund' ? perceivedSubject(context, group) : undefined
    if (seen) return seen
    if (group.form !== 'finite') continue
    if (context.quotationOf[group.first] !== -1 && context.quotationOf[own.first] === -1) continue
    const inverted = invertedSubjectOf(context, group)
    if (inverted) return inverted
    const subject = subjectBefore(context, group.first)
    if (!subject) continue
    if (isPrepositionalObject(context, subject)) fallback ??= subject
    else if (!isEmbedded(context, subject) || isSameClause(context, subject, group, own)) return subject
    else if (goesOnInClause(context, subject, group, own)) return subject
    fallback ??= subject
  }
  return fallback
}

/** Returns the phrase after a verb that follows a quotation. Example: "“…,” wrote a reader, adding". */
function invertedSubjectOf(context: Context, { first, last }: VerbGroup): Range | undefined {
  if (!isClosingMark(lowerAt(context, first - 1))) return undefined
  const cue = context.cueOf.get(context.grammar.verbGroupOf[first] ?? -1)
  if (!cue || rateOf(cue.verb, 'quote') < INVERTED_STRENGTH) return undefined
  const phrase = nounPhraseOf(context, last)
  return phrase?.first === last ? { first: last, last: phrase.last } : undefined
}

/**
 * Returns true if no comma closed the clause, or if the second verb directly follows the first. Examples: "who left and
 * said", "as they go on to say".
 */
function isSameClause(context: Context, { first }: Range, group: VerbGroup, own: VerbGroup): boolean {
  if (group.last === own.first) return true
  if (classAt(context, first) !== WordClass.wh || changesTense(context, group, own)) return false
  for (let at = group.last; at < own.first; at++) if (lowerAt(context, at) === ',') return false
  return true
}

/**
 * Returns true if a second verb or a participle belongs to a clause of time or manner: "It ended when Lee rose and
 * asked", "He waited as Lee spoke, adding". After a comma, a second verb belongs to the main clause.
 */
function goesOnInClause(context: Context, { first }: Range, group: VerbGroup, own: VerbGroup): boolean {
  let opener = first - 1
  while (classAt(context, opener) === WordClass.adverb) opener--
  const isTime = /^(?:when|while|as)$/.test(lowerAt(context, opener))
  if (own.form === 'gerund')
    return isTime && opener > sentenceAt(context, first).firstToken && !followsReport(context, opener)
  if (!isTime && classAt(context, opener) !== WordClass.wh) return false
  if (lowerAt(context, own.first - 1) !== 'and' || opener === sentenceAt(context, first).firstToken)
    return false
  for (let at = group.last; at < own.first; at++) if (lowerAt(context, at) === ',') return false
  return true
}

/** The longest distance back from a conjunction to the verb of its main clause, in tokens. */
const MAIN_LOOK = 20
/** The lowest rate, in tenths, at which a verb reports with a clause, an object or a topic. */
const REPORTING_RATE = 5

/** Returns true if the main clause before a conjunction reports: "She praised the army when it came, noting". */
function followsReport(context: Context, opener: number): boolean {
  const floor = Math.max(sentenceAt(context, opener).firstToken, opener - MAIN_LOOK)
  for (let at = opener - 1; at >= floor; at--) {
    const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
    if (cue && [...cue.verb.frames].some(([frame, rate]) => frame !== 'quote' && rate >= REPORTING_RATE))
      return true
  }
  return false
}

/** Returns true for a present and a past tense: "the groups that pay him and said". */
function changesTense({ forms }: Context, group: VerbGroup, own: VerbGroup): boolean {
  if (own.form !== 'finite' || own.first !== own.head) return false
  return (
    group.first === group.head &&
    (forms[own.head] === VerbForm.past) !== (forms[group.head] === VerbForm.past)
  )
}

/** Returns true for the subject of a relative, subordinate or reported clause. */
function isEmbedded(context: Context, { first }: Range): boolean {
  const own = classAt(context, first)
  if (own === WordClass.wh) return true
  let opener = first - 1
  while (classAt(context, opener) === WordClass.adverb) opener--
  if (lowerAt(context, opener) === 'that') return true
  const before = classAt(context, opener)
  if (before === WordClass.subordinator || before === WordClass.wh) return true
  if (CLAUSE_OPENERS.has(lowerAt(context, opener))) return true
  return verbGroupOf(context, first - 1) !== undefined
}

/** Returns the subject of the clause after an opening participle. Example: "Noting that it rained, the mayor left". */
function subjectAfter(context: Context, index: number): Range | null {
  const { verbGroups } = context.grammar
  const own = verbGroups[index] as VerbGroup
  const { lastToken } = sentenceAt(context, own.first)
  for (let at = index + 1; at < verbGroups.length && at <= index + GROUPS_SEARCHED; at++) {
    const group = verbGroups[at] as VerbGroup
    if (group.first >= lastToken) break
    const subject = group.form === 'finite' ? subjectBefore(context, group.first) : undefined
    if (subject && lowerAt(context, subject.first - 1) === ',') return subject
  }
  return null
}
