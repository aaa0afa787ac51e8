/** The classes of words that can be verbs but are none here: noun, adjective or adverb. */
import { canBe, type VerbReading } from '../lexicon/grammar/inflect.ts'
import { VerbForm, WordClass, type WordClassCode } from '../lexicon/grammar/word-class.ts'
import { Can } from '../lexicon/grammar/word-readings.ts'
import {
  canContinueNounPhrase,
  canInSentence,
  classInSentence,
  lowerInSentence,
  setClass,
  type TagContext,
} from './tag-context.ts'

/** Returns noun, adjective or adverb for a word that is no verb here. */
export function openClass(context: TagContext, index: number, can: number): WordClassCode {
  if (can & Can.adjective) {
    const next = canInSentence(context, index + 1)
    if (canContinueNounPhrase(next) || !(can & Can.noun) || precedesParticiple(context, index))
      return WordClass.adjective
    if (/^(?:but|yet)$/.test(lowerInSentence(context, index + 1)) && joinsAdjective(context, index + 2))
      return WordClass.adjective
    if (classInSentence(context, index - 1) === WordClass.auxiliary && !(next & Can.auxiliary))
      return WordClass.adjective
    return WordClass.noun
  }
  return can & Can.adverb ? WordClass.adverb : WordClass.noun
}

/** Returns true for "unofficial" of "complete but unofficial returns". */
const joinsAdjective = (context: TagContext, index: number): boolean =>
  (canInSentence(context, index) & Can.adjective) !== 0 &&
  canContinueNounPhrase(canInSentence(context, index + 1))

/** Sets the class of a word in the place of a noun: after a determiner, a possessive, an adjective or a number. */
export function nounOrAdjective(context: TagContext, index: number, can: number, verb: VerbReading) {
  const next = canInSentence(context, index + 1)
  const attributive =
    ((can & Can.adjective || canBe(verb, VerbForm.gerund)) && canContinueNounPhrase(next)) ||
    (can & Can.adjective && precedesParticiple(context, index))
  if (attributive) return setClass(context, index, WordClass.adjective)
  const past = !(can & Can.noun) && !canBe(verb, VerbForm.base)
  const phraseGoesOn =
    classInSentence(context, index - 1) === WordClass.adjective ||
    classInSentence(context, index - 1) === WordClass.number
  if (past && phraseGoesOn) return setClass(context, index, WordClass.verb, VerbForm.past)
  setClass(context, index, past ? WordClass.adjective : WordClass.noun)
}

/** Returns true for an adjective before an adverb and a participle: "brief" of "a brief nationally televised address". */
const precedesParticiple = (context: TagContext, index: number): boolean =>
  lowerInSentence(context, index + 1).endsWith('ly') &&
  (canInSentence(context, index + 2) & Can.adjective) !== 0 &&
  canContinueNounPhrase(canInSentence(context, index + 3))
