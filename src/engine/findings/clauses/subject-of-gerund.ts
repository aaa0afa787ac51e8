import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WRITING_NOUNS } from '../../lexicon/cues/writings.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseBefore, verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import { isPrepositionalObject } from './subject-before.ts'

/** Returns the phrase before a gerund, unless it is a writing. Examples: "with voters saying", "a crowd chanting". */
export function subjectOfGerund(context: Context, group: VerbGroup): Range | undefined {
  const described = group.form === 'gerund' ? subjectOfCircumstance(context, group.first) : undefined
  if (described) return described
  let end = group.first
  while (classAt(context, end - 1) === WordClass.adverb) end--
  const phrase = group.form === 'gerund' ? nounPhraseOf(context, end - 1) : undefined
  if (!phrase || phrase.last !== end || isTimePhrase(context, phrase)) return undefined
  if (WRITING_NOUNS.has(lowerAt(context, phrase.head)))
    return isReceived(context, phrase.first) ? { first: phrase.first, last: phrase.last } : undefined
  const owner = phraseBefore(context, end)
  if (!owner || isObject(context, owner)) return undefined
  return isPrepositionalObject(context, owner) && lowerAt(context, owner.first - 1) !== 'with'
    ? undefined
    : owner
}

/** Returns the subject of a sentence before a circumstance in commas: "Lee, after first saying it rained, left". */
function subjectOfCircumstance(context: Context, first: number): Range | undefined {
  let at = first - 1
  while (classAt(context, at) === WordClass.adverb) at--
  if (!/^(?:after|before|while|by|when)$/.test(lowerAt(context, at)) || lowerAt(context, at - 1) !== ',')
    return undefined
  const owner = phraseBefore(context, at - 1)
  return owner?.first === sentenceAt(context, first).firstToken ? owner : undefined
}

/** Returns true for the object of a verb, which does not speak. Example: "They launched petitions calling for it". */
function isObject(context: Context, { first }: Range): boolean {
  const verb = verbGroupOf(context, first - 1)
  return verb !== undefined && verb.last === first && !PERCEIVING.test(lowerAt(context, verb.head))
}

/**
 * Verbs with an object that may speak: "a video shows him saying", "it included aides saying", "he is a puppet saying".
 */
const PERCEIVING =
  /^(?:['’]s|is|are|was|were|be|been|show|hear|see|saw|film|record|catch|caught|feature|depict|portray|quot|cit|ha[ds]|have|captur|find|found|witness|remember|recall|includ|receiv|giv|leav|left)/

/**
 * Returns the object of a verb of perception. It is the subject of both gerunds in "remember Lee going on air,
 * declaring".
 */
export function perceivedSubject(context: Context, group: VerbGroup): Range | undefined {
  const owner = group.form === 'gerund' ? subjectOfGerund(context, group) : undefined
  if (!owner) return undefined
  const verb = context.grammar.verbGroups[context.grammar.verbGroupOf[owner.first - 1] ?? -1]
  return verb?.last === owner.first && SEEING.test(lowerAt(context, verb.head)) ? owner : undefined
}

const SEEING =
  /^(?:show|hear|see|saw|film|record|watch|catch|caught|remember|recall|captur|witness|find|found)/

/** Returns true for the object of "get" and "receive": "she got letters accusing her" reports the letters. */
function isReceived(context: Context, first: number): boolean {
  const verb = verbGroupOf(context, first - 1)
  return verb?.last === first && RECEIVING.test(lowerAt(context, verb.head))
}

const RECEIVING = /^(?:get|gets|getting|got|receiv|face|draw|drew|prompt|spark|attract)/
