/** Whether somebody else might be meant by a pronoun after all. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import type { Words } from '../../reader/words.ts'
import { isSubjectOfClause } from '../scene/place-in-clause.ts'
import {
  genderIn,
  mentionBefore,
  paragraphOf,
  type SpeakerDecision,
  type SpeakerScene,
  undecided,
} from '../scene/scene.ts'
import type { Sighting } from '../scene/sightings.ts'

/**
 * "she" after "Kowal said": open, where the first name does not tell that Kowal is a woman, and a woman speaks or acts
 * in the same paragraph. Open, too, where somebody acts in between of whom only the shape of the name tells.
 */
export function withRival(
  scene: SpeakerScene,
  decision: SpeakerDecision,
  seen: readonly Sighting[],
  token: number,
  gender: Gender | null,
): SpeakerDecision {
  const { person } = decision
  if (person < 0) return decision
  const between = likelyName(scene, seen.find((one) => one.person === person)?.token ?? token, token, gender)
  if (between !== undefined && between !== person) return undecided([person, between], 'pronoun/rivals')
  const isFull = scene.cast.people[person]?.name.includes(' ')
  if (!isFull || gender === null || genderIn(scene, person) !== null) return decision
  const paragraph = paragraphOf(scene.words, token)
  const rival = seen.find(
    (one) =>
      one.person >= 0 &&
      one.person !== person &&
      genderIn(scene, one.person) === gender &&
      paragraphOf(scene.words, one.token) === paragraph &&
      (one.spoke || (one.mention !== undefined && isSubjectOfClause(scene.words, one.mention))),
  )
  return rival ? undecided([person, rival.person], 'pronoun/rivals') : decision
}

/** Who acts between two tokens under a name of several words that nothing but its shape shows to be a person's. */
function likelyName(
  { words, cast, owners }: SpeakerScene,
  from: number,
  to: number,
  gender: Gender | null,
): number | undefined {
  const last = mentionBefore(cast, to)
  for (let index = last; index >= 0 && index > last - MENTIONS_BETWEEN; index--) {
    const mention = cast.mentions[index] as NameMention
    if (mention.first <= from) return undefined
    const person = cast.people[mention.person]
    if (!person || person.certain || mention.form !== 'full' || (owners[mention.first] ?? -1) >= 0) continue
    if ((person.gender === null || person.gender === gender) && actsItself(words, mention))
      return mention.person
  }
  return undefined
}

const actsItself = (words: Words, mention: NameMention): boolean =>
  isSubjectOfClause(words, mention) && ACTS.has(words.classes[mention.last])

const ACTS: ReadonlySet<number | undefined> = new Set([WordClass.verb, WordClass.auxiliary, WordClass.adverb])

/** Mentions looked at between a pronoun and whom it seems to mean. */
const MENTIONS_BETWEEN = 8
