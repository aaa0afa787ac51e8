import { WordClass } from '../grammar/word-class.ts'
import type { NameMention } from './cast.ts'
import { firstTokenOf, lowerAt, type Words } from './words.ts'

/** Tokens looked at before a name for what leads to it. */
const PHRASE_REACH = 16

/** "Ruiz's aide": the owner is not who the sentence is about. */
export const isPossessor = ({ classes }: Words, { last }: NameMention): boolean =>
  classes[last] === WordClass.possessive

/** True where a name stands before the verb of its clause with no preposition before it. */
export function isSubject(words: Words, { phraseFirst, first, last }: NameMention): boolean {
  const opening = Math.min(phraseFirst, first)
  const limit = firstTokenOf(words, first)
  let before = opening - 1
  while (before >= limit && before > opening - PHRASE_REACH && isWithin(words.classes[before])) before--
  const wordBefore = before >= limit ? words.classes[before] : WordClass.punctuation
  if (wordBefore === WordClass.preposition || wordBefore === WordClass.to || wordBefore === WordClass.verb)
    return false
  const verb = afterAppositive(words, last)
  return words.classes[verb] === WordClass.verb || words.classes[verb] === WordClass.auxiliary
}

/** Prepositions that lead to somebody who takes part as much as the subject does. */
const SHARING = new Set(['with', 'against', 'alongside', 'by', 'between', 'from', 'to'])

export function isOblique(words: Words, { phraseFirst, first }: NameMention): boolean {
  const opening = Math.min(phraseFirst, first)
  const limit = firstTokenOf(words, first)
  let before = opening - 1
  while (before >= limit && before > opening - PHRASE_REACH && isWithin(words.classes[before])) before--
  return (
    before >= limit && words.classes[before] === WordClass.preposition && !SHARING.has(lowerAt(words, before))
  )
}

const isWithin = (wordClass: number | undefined): boolean =>
  wordClass === WordClass.determiner ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.noun ||
  wordClass === WordClass.name ||
  wordClass === WordClass.possessive

/** Past ", a teacher from Ohio," and adverbs: where the verb should stand. */
function afterAppositive(words: Words, last: number): number {
  let index = last
  if (lowerAt(words, index) === ',' || lowerAt(words, index) === '(') {
    for (let ahead = index + 1; ahead < index + 24; ahead++) {
      const lower = lowerAt(words, ahead)
      if (lower === '.' || lower === '') break
      if (lower === ',' || lower === ')') {
        index = ahead + 1
        break
      }
    }
  }
  while (words.classes[index] === WordClass.adverb) index++
  return index
}
