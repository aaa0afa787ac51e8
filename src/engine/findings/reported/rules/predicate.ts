/** Reports by "be" and a clause: "is adamant that …", "her answer was that …". */

import { polarityOf } from '../../../cues/polarity.ts'
import type { VerbGroup } from '../../../grammar/verb-group.ts'
import { STANCE_ADJECTIVES } from '../../../lexicon/cues/stances.ts'
import type { Context } from '../../../reader/context.ts'
import { nounPhraseOf } from '../../../reader/phrases.ts'
import { lowerAt, type Range, spanOf } from '../../../reader/words.ts'
import type { Cue } from '../../../types/finding.ts'
import { skipAdverbs } from '../../clauses/adjuncts.ts'
import { contentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'
import { governorFromNoun, isLinking, isThatConjunction } from '../../clauses/speech-noun.ts'
import { subjectOf } from '../../clauses/subject.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'

const BEING = /^(?:is|are|was|were|['’](?:s|re|m)|am|been|be)$/
const REMAINING = /^(?:remain|sound|seem|stay|feel|grow|becom)(?:s|ed|e|es|ing)?$/

/** Finds the clauses of all such predicates of a document, in text order. */
export function findPredicates(context: Context): ReportDraft[] {
  const drafts: ReportDraft[] = []
  for (const [index, group] of context.grammar.verbGroups.entries()) {
    const head = lowerAt(context, group.head)
    const being = isLinking(context, group) && BEING.test(head)
    if (!being && !REMAINING.test(head)) continue
    const draft = stance(context, index, group) ?? (being ? answer(context, group) : undefined)
    if (draft) drafts.push(draft)
  }
  return drafts
}

/** Reads "She is adamant that it rained." */
function stance(context: Context, index: number, group: VerbGroup): ReportDraft | undefined {
  if (group.form !== 'finite') return undefined
  const limit = sentenceLimit(context, group.head)
  const at = skipAdverbs(context, group.last, limit)
  if (!STANCE_ADJECTIVES.has(lowerAt(context, at)) || !isThatConjunction(context, at + 1)) return undefined
  const speaker = subjectOf(context, index)
  if (!speaker || /^(?:it|there|that|this)$/.test(lowerAt(context, speaker.first))) return undefined
  const cue = { first: group.first, last: at + 1 }
  const polarity = polarityOf(context.document.tokens, context.grammar, index, 'be')
  return draftOf(
    context,
    'clause-after-stance',
    { ...cue, lemma: lowerAt(context, at), kind: 'verb', polarity },
    speaker,
  )
}

/** Reads "Her answer was that it rained." */
function answer(context: Context, group: VerbGroup): ReportDraft | undefined {
  const at = skipAdverbs(context, group.last, sentenceLimit(context, group.head))
  const subject =
    isThatConjunction(context, at) && !group.negated ? subjectBefore(context, group.first) : undefined
  const phrase = subject && nounPhraseOf(context, subject.first)
  const noun = phrase && governorFromNoun(context, phrase.head, at, group.first)
  if (!noun) return undefined
  const cue = { first: noun.cue.first, last: at, lemma: lowerAt(context, phrase.head) }
  return draftOf(context, 'clause-after-noun', { ...cue, kind: 'noun', polarity: 'affirmed' }, noun.speaker)
}

function draftOf(
  context: Context,
  rule: string,
  cue: Omit<Cue, 'start' | 'end'> & Range,
  speaker: Range,
): ReportDraft {
  const { last } = cue
  return {
    rule,
    cue: { ...spanOf(context, cue), ...cue },
    content: [{ first: last, last: contentEnd(context, last, sentenceLimit(context, last), true) }],
    speaker,
  }
}
