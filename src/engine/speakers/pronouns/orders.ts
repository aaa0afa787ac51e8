/** People whom the sentence before a pronoun orders to do something, or who are questioned, found or arrested in it. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { firstTokenOfSentence, foldedAt, lowerAt } from '../../reader/words.ts'
import { agrees, type Sighting } from '../context/sightings.ts'
import { paragraphOf, type SpeakerContext, sentenceOf, UNNAMED } from '../context/speaker-context.ts'

/** The most tokens before a pronoun that still opens its sentence. */
const OPENING = 3
/** The longest description of the person ordered, and the most tokens read before the pronoun's sentence. */
const LONGEST_PERSON = 8
const REACH = 60

const ORDERS =
  /^(?:ordered|told|asked|invited|instructed|commanded|directed|allowed|permitted|forbade|summoned|sent)$/

/** Verbs whose object often speaks next: "questioned Lee for hours", "found a man in the barn". */
const ACTS_ON_PEOPLE =
  /^(?:questioned|interviewed|quizzed|interrogated|examined|treated|found|rescued|arrested|detained|stopped|confronted)$/

/**
 * Returns another person whom the sentence before tells to do something, if the pronoun opens its sentence: that person
 * often answers ("The judge ordered Lee to pay. He said …", "The officer found a man in the barn. He said …"). `UNNAMED`
 * for a person without a name. Undefined if there is none, or if the person decided is not in that sentence.
 */
export function orderedBefore(
  context: SpeakerContext,
  person: number,
  seen: readonly Sighting[],
  token: number,
  gender: Gender | null,
): number | undefined {
  const { words, cast } = context
  const own = firstTokenOfSentence(words, token)
  const nearest = seen.find((one) => one.person === person)
  if (gender === null || !nearest || token - own > OPENING) return undefined
  const before = sentenceOf(words, own) - 1
  if (sentenceOf(words, nearest.token) !== before) return undefined
  if (paragraphOf(words, nearest.token) !== paragraphOf(words, token)) return undefined
  const from = Math.max(firstTokenOfSentence(words, own - 1), own - REACH)
  for (let at = from; at < own; at++) {
    const verb = lowerAt(words, at)
    const isOrder = ORDERS.test(verb)
    if (!isOrder && !ACTS_ON_PEOPLE.test(verb)) continue
    const end = endOfPerson(context, at + 1, own)
    const isToAct = words.classes[end] === WordClass.to && words.classes[end + 1] === WordClass.verb
    if (isOrder && !isToAct) continue
    const mention = cast.mentions[cast.mentionOf[end - 1] ?? -1]
    if (mention) {
      const other = mention.person
      const isRival = other >= 0 && other !== person && cast.people[other]?.certain
      if (isRival && agrees(context, other, gender)) return other
    } else if (isPerson(context, end - 1, gender)) return UNNAMED
  }
  return undefined
}

/** Returns the end of the words between a verb and its infinitive: of "the clerk" in "invited the clerk to read". */
function endOfPerson({ words }: SpeakerContext, from: number, limit: number): number {
  let at = from
  while (at < Math.min(limit, from + LONGEST_PERSON) && WITHIN.has(words.classes[at])) at++
  while (at > from && words.classes[at - 1] === WordClass.adjective) at--
  return at
}

/** Returns true for the head of a description of one person of a gender. */
function isPerson({ words }: SpeakerContext, head: number, gender: Gender): boolean {
  const noun = foldedAt(words, head)
  const known = ROLE_GENDERS.get(noun)
  return (
    words.classes[head] === WordClass.noun && isRoleNoun(noun) && (known === undefined || known === gender)
  )
}

const WITHIN: ReadonlySet<number | undefined> = new Set([
  WordClass.determiner,
  WordClass.adjective,
  WordClass.noun,
  WordClass.name,
  WordClass.possessive,
])
