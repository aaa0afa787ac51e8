/** The verb, adjective or noun before a clause with "that". */
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf } from '../../reader/phrases.ts'
import { isComma } from '../../reader/punctuation.ts'
import { classAt, lowerAt, sentenceAt } from '../../reader/words.ts'
import { type Governor, governorFromNoun, isLinking, isSpeechNoun } from '../clauses/speech-noun.ts'
import { subjectOf } from '../clauses/subject.ts'

/** The longest distance between a verb or noun and its "that", in tokens. */
const REACH = 10

/**
 * Returns the governor of "that": "worried that", "is sure that", "his remark on Monday that", "groused to a crowd
 * that".
 */
export function governorOfThat(context: Context, that: number): Governor | undefined {
  const floor = Math.max(sentenceAt(context, that).firstToken, that - REACH)
  for (let at = that - 1; at >= floor; at--) {
    if (context.quotationOf[at] !== -1) return undefined
    const index = context.grammar.verbGroupOf[at] ?? -1
    if (index !== -1) {
      const found = verbBeforeThat(context, index, that)
      if (found) return found
      at = context.grammar.verbGroups[index]?.first ?? at
      continue
    }
    const phrase = nounPhraseOf(context, at)
    if (phrase && phrase.head === at) {
      const noun = governorFromNoun(context, at, that, that)
      if (noun) return noun
      at = phrase.first
      continue
    }
    if (
      isComma(lowerAt(context, at)) ||
      classAt(context, at) === WordClass.wh ||
      classAt(context, at) === WordClass.subordinator
    )
      return undefined
  }
  return undefined
}

function verbBeforeThat(context: Context, index: number, that: number): Governor | undefined {
  const group = context.grammar.verbGroups[index] as VerbGroup
  if (group.passive || group.form === 'participle' || group.form === 'infinitive') return undefined
  const known = context.cueOf.get(index)
  const adjacent = group.last === that
  const adjective = isLinking(context, group)
  if (adjective && classAt(context, that - 1) !== WordClass.adjective && !adjacent) return undefined
  if (!adjective && !known && !adjacent && !isSpeechNoun(context, that - 1)) return undefined
  const speaker = subjectOf(context, index)
  const last = adjective ? that : (known?.last ?? group.last)
  return speaker
    ? { kind: 'that', cue: { first: group.first, last }, group: index, speaker, start: that }
    : undefined
}
