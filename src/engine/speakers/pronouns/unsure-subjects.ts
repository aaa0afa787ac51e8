import type { Gender } from '../../lexicon/names/given-names.ts'
import { isSubjectOfClause } from '../context/place-in-clause.ts'
import type { Sighting } from '../context/sightings.ts'
import { mentionBefore, type SpeakerContext, sentenceOf } from '../context/speaker-context.ts'

/** The most mentions read before the sighting. */
const MENTIONS_BACK = 6

/**
 * Returns true if a name that no list knows as a person's is the subject of the sentence in which a person is named:
 * "Roe came on for Danny Pike. “I ran,” he said."
 */
export function unsureSubject(
  { words, cast, organizations, owners }: SpeakerContext,
  here: readonly Sighting[],
  gender: Gender | null,
): boolean {
  const named = here.at(-1)
  if (!named?.mention || isSubjectOfClause(words, named.mention)) return false
  const last = mentionBefore(cast, named.token)
  for (let index = last; index >= 0 && index > last - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || sentenceOf(words, mention.first) !== sentenceOf(words, named.token)) return false
    const person = cast.people[mention.person]
    if (!person || person.certain || organizations.has(mention.person)) continue
    const fits = person.gender === null || person.gender === gender
    if (fits && (owners[mention.first] ?? -1) < 0 && isSubjectOfClause(words, mention)) return true
  }
  return false
}
