import { firstTokenOfSentence, type Words } from '../../reader/words.ts'
import type { Sighting } from '../context/sightings.ts'
import { sentenceOf } from '../context/speaker-context.ts'

/** The most tokens before a subject or a pronoun that still opens its sentence. */
const OPENING = 4

/** Returns true if a subject opens its sentence and the pronoun opens the next: "Lee met Khan. He said …". */
export function continuesTopic(
  words: Words,
  here: readonly Sighting[],
  subject: number,
  token: number,
): boolean {
  const mention = here.findLast(({ person }) => person === subject)?.mention
  if (!mention || sentenceOf(words, token) !== sentenceOf(words, mention.first) + 1) return false
  const opens = Math.min(mention.phraseFirst, mention.first) - firstTokenOfSentence(words, mention.first)
  return opens < OPENING && token - firstTokenOfSentence(words, token) < OPENING
}
