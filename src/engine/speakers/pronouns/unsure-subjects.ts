import type { Gender } from '../../lexicon/names/given-names.ts'
import { isSubjectOfClause } from '../context/place-in-clause.ts'
import type { Sighting } from '../context/sightings.ts'
import { mentionBefore, type SpeakerContext, sentenceOf } from '../context/speaker-context.ts'

/** The most mentions read before the sighting. */
const MENTIONS_BACK = 6

/**
 * Returns the subject of the sentence in which a person is named, if no list knows the subject as a person: Roe in "Roe
 * came on for Danny Pike. “I ran,” he said." Undefined if there is none.
 */
export function unsureSubject(
  { words, cast, organizations, owners }: SpeakerContext,
  here: readonly Sighting[],
  gender: Gender | null,
): number | undefined {
  const named = here.at(-1)
  if (!named?.mention || isSubjectOfClause(words, named.mention)) return undefined
  const last = mentionBefore(cast, named.token)
  for (let index = last; index >= 0 && index > last - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || sentenceOf(words, mention.first) !== sentenceOf(words, named.token)) return undefined
    const person = cast.people[mention.person]
    if (!person || person.certain || organizations.has(mention.person)) continue
    const fits = person.gender === null || person.gender === gender
    if (fits && (owners[mention.first] ?? -1) < 0 && isSubjectOfClause(words, mention)) return mention.person
  }
  return undefined
}
