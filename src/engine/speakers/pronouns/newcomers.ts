/** People who come up between a pronoun and the person whom it seems to mean, but not as speakers or subjects. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import { isRelation, ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import type { NameMention } from '../../people/cast.ts'
import { firstTokenOfSentence, foldedAt, lowerAt } from '../../reader/words.ts'
import { comesUp, isPossessor } from '../context/place-in-clause.ts'
import type { Sighting } from '../context/sightings.ts'
import {
  genderIn,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
  UNNAMED,
} from '../context/speaker-context.ts'
import { GENDERS } from './pronoun-words.ts'

/** The number of tokens read before the pronoun. */
const REACH = 80
/** The number of turns read before the pronoun. */
const TURNS_BACK = 6
/** The number of mentions read before the pronoun. */
const MENTIONS_BACK = 12

/**
 * Returns another person whom the paragraph brings up before the pronoun, if the person decided was last seen in an
 * earlier paragraph. That is a possessor in the sentence of the pronoun ("Lee's fate is unclear, but he said …"), a
 * person named in the sentences before it ("Police said they had arrested Lee. He said …"), or `UNNAMED` for an object
 * without a name ("Police stopped a driver. He said …"). Undefined if there is none, or if the paragraph has used the
 * pronoun before.
 */
export function newcomerBefore(
  context: SpeakerContext,
  { person }: SpeakerDecision,
  seen: readonly Sighting[],
  token: number,
  gender: Gender | null,
): number | undefined {
  const { words } = context
  const nearest = seen.find((one) => one.person === person)
  if (gender === null || !nearest || paragraphOf(words, nearest.token) === paragraphOf(words, token))
    return undefined
  const from = Math.max(startOfParagraph(context, token), token - REACH)
  if (from >= token) return undefined
  const uncertain = uncertainNewcomer(context, person, [from, token], gender)
  if (uncertain !== undefined) return uncertain
  if (pronounIn(context, from, token, gender)) return undefined
  return (
    misgendered(context, person, [from, token], gender) ??
    namedNewcomer(context, person, [from, token], gender) ??
    unnamedNewcomer(context, from, firstTokenOfSentence(words, token), gender)
  )
}

function startOfParagraph({ words }: SpeakerContext, token: number): number {
  const paragraph = words.document.paragraphs[paragraphOf(words, token)]
  return words.document.sentences[paragraph?.firstSentence ?? -1]?.firstToken ?? token
}

function pronounIn({ words, owners }: SpeakerContext, from: number, to: number, gender: Gender): boolean {
  for (let at = from; at < to; at++)
    if ((owners[at] ?? -1) < 0 && GENDERS.get(lowerAt(words, at)) === gender) return true
  return false
}

/**
 * Returns the last speaker, introduced in the paragraph, if only the given name or the pronoun of a report tells that the
 * pronoun cannot mean this person: a given name can be a woman's in one country and a man's in another.
 */
function misgendered(
  { words, cast, turns, genders }: SpeakerContext,
  person: number,
  [from, to]: readonly [number, number],
  gender: Gender,
): number | undefined {
  const last = turns.at(-1)
  const speaker = cast.people[last?.person ?? UNNAMED]
  if (!last || !speaker || last.named < from || last.named >= to || last.person === person) return undefined
  const isIntroduced = (cast.mentions[speaker.mentions[0] ?? -1]?.first ?? 0) >= from
  if (!isIntroduced || !speaker.certain) return undefined
  const guessed = speaker.genderTold ? null : (speaker.gender ?? genders.get(last.person) ?? null)
  if (guessed === null || guessed === gender) return undefined
  const isConfirmed = turns
    .slice(-TURNS_BACK)
    .some((turn) => turn.person === last.person && GENDERS.get(lowerAt(words, turn.named)) === guessed)
  return isConfirmed ? undefined : last.person
}

function namedNewcomer(
  context: SpeakerContext,
  person: number,
  [from, to]: readonly [number, number],
  gender: Gender,
): number | undefined {
  const { words, cast, owners, findings } = context
  const own = firstTokenOfSentence(words, to)
  const last = mentionBefore(cast, to)
  for (let index = last; index >= 0 && index > last - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (mention.first < from) return undefined
    const other = mention.person
    if (!cast.people[other]?.certain || other === person) continue
    const report = findings[owners[mention.first] ?? -1]
    const isTold = mention.first < own ? report?.type !== 'direct' : !report && isPossessor(words, mention)
    const known = genderIn(context, other)
    const fits = known === gender || (known === null && cast.people[other]?.name.includes(' '))
    if (isTold && fits) return other
  }
  return undefined
}

/**
 * Returns `UNNAMED` if a sentence of the paragraph before the pronoun's brings up a name that the lists do not know, and
 * no such pronoun stands between them: "Behind the counter stands Tavo Renk. He said …".
 */
function uncertainNewcomer(
  context: SpeakerContext,
  person: number,
  [from, to]: readonly [number, number],
  gender: Gender,
): number | undefined {
  const { words, cast, owners, findings, organizations } = context
  const own = firstTokenOfSentence(words, to)
  const last = mentionBefore(cast, own)
  for (let index = last; index >= 0 && index > last - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (mention.first < from) return undefined
    const other = cast.people[mention.person]
    if (!other || other.certain || mention.person === person || organizations.has(mention.person)) continue
    const isNew = (cast.mentions[other.mentions[0] ?? -1]?.first ?? 0) >= from
    const isQuoted = findings[owners[mention.first] ?? -1]?.type === 'direct'
    if (!isNew || isQuoted || !comesUp(words, mention)) continue
    if (other.gender !== null && other.gender !== gender) continue
    return pronounIn(context, mention.last, to, gender) ? undefined : UNNAMED
  }
  return undefined
}

function unnamedNewcomer(
  { words, owners, cast }: SpeakerContext,
  from: number,
  to: number,
  gender: Gender,
): number | undefined {
  for (let at = from + 1; at < to; at++) {
    if (!/^(?:an?|another)$/.test(lowerAt(words, at)) || (owners[at] ?? -1) >= 0) continue
    if (!INTRODUCING.has(words.classes[at - 1]) || NAMING.test(lowerAt(words, at - 1))) continue
    let head = at + 1
    while (WITHIN.has(words.classes[head + 1]) && (cast.mentionOf[head + 1] ?? -1) < 0) head++
    const noun = foldedAt(words, head)
    const known = ROLE_GENDERS.get(noun)
    const isPerson = isRoleNoun(noun) && (known === undefined ? !isRelation(noun) : known === gender)
    if (isPerson && (cast.mentionOf[head + 1] ?? -1) < 0) return UNNAMED
  }
  return undefined
}

const INTRODUCING: ReadonlySet<number | undefined> = new Set([
  WordClass.verb,
  WordClass.preposition,
  WordClass.to,
])
/** Words before a description of a person who is named already: "became a teacher", "as a driver". */
const NAMING =
  /^(?:as|like|than|became|become|becomes|becoming|remain|remains|remained|called|named|being|been|be|is|was|are|were|'s)$/
const WITHIN: ReadonlySet<number | undefined> = new Set([WordClass.noun, WordClass.adjective])
