/** Other people whom a pronoun may mean. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import { ORGANIZATION_NAMES } from '../../lexicon/names/organization-words.ts'
import type { NameMention } from '../../people/cast.ts'
import { isAcronym } from '../../people/names/name-words.ts'
import { firstTokenOfSentence, foldedAt, isCapitalized, lowerAt, type Words } from '../../reader/words.ts'
import { isSubjectOfClause } from '../context/place-in-clause.ts'
import type { Sighting } from '../context/sightings.ts'
import {
  genderIn,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
  UNNAMED,
  undecided,
} from '../context/speaker-context.ts'
import { newcomerBefore } from './newcomers.ts'
import { orderedBefore } from './orders.ts'
import { UNNAMED_PRONOUN } from './pronoun-words.ts'

/**
 * Adds a rival to a decision. "she" after "Kowal said" has two candidates if Kowal's first name tells no gender and a
 * woman speaks or acts in the same paragraph. It also has two candidates if an uncertain person with a full name acts
 * in between.
 */
export function withRival(
  context: SpeakerContext,
  decision: SpeakerDecision,
  seen: readonly Sighting[],
  token: number,
  gender: Gender | null,
): SpeakerDecision {
  const { person } = decision
  if (person < 0) return decision
  const between = likelyName(
    context,
    seen.find((one) => one.person === person)?.token ?? token,
    token,
    gender,
  )
  if (between !== undefined && between !== person) return undecided([person, between], 'pronoun/rivals')
  if (namedByEpithet(context, person, seen, token)) return undecided([], UNNAMED_PRONOUN)
  const newcomer = newcomerBefore(context, decision, seen, token, gender)
  if (newcomer === UNNAMED) return undecided([], UNNAMED_PRONOUN)
  if (newcomer !== undefined) return undecided([person, newcomer], 'pronoun/rivals')
  const ordered = orderedBefore(context, person, seen, token, gender)
  if (ordered === UNNAMED) return undecided([], UNNAMED_PRONOUN)
  if (ordered !== undefined) return undecided([person, ordered], 'pronoun/rivals')
  const told = personTold(context, decision, seen, token, gender)
  if (told !== undefined) return undecided([person, told], 'pronoun/rivals')
  const isFull = context.cast.people[person]?.name.includes(' ')
  if (!isFull || gender === null || genderIn(context, person) !== null) return decision
  const paragraph = paragraphOf(context.words, token)
  const reach = decision.rule === 'pronoun/last-speaker' ? 0 : RIVAL_PARAGRAPHS
  const rival = seen.find(
    (one) =>
      one.person >= 0 &&
      one.person !== person &&
      genderIn(context, one.person) === gender &&
      paragraph - paragraphOf(context.words, one.token) <= reach &&
      (one.spoke || (one.mention !== undefined && isSubjectOfClause(context.words, one.mention))),
  )
  return rival ? undecided([person, rival.person], 'pronoun/rivals') : decision
}

/**
 * Names the rule of a decision for the last speaker `pronoun/speaker-of-several` if the text has named another person
 * whom the pronoun can mean, since that speaker began to speak: as the addressee, in the reported words or after them.
 * The speaker is probably, but not certainly, meant.
 */
export function withDoubt(
  { words, cast, genders, turns }: SpeakerContext,
  decision: SpeakerDecision,
  token: number,
  gender: Gender | null,
): SpeakerDecision {
  const { person, rule } = decision
  const from = turns.findLast((turn) => turn.person === person)?.named
  if (rule !== 'pronoun/last-speaker' || from === undefined) return decision
  const last = mentionBefore(cast, token)
  for (let index = last; index >= 0 && index > last - MENTIONS_BETWEEN; index--) {
    const mention = cast.mentions[index] as NameMention
    if (mention.first <= from) return decision
    const other = cast.people[mention.person]
    const known = other?.gender ?? genders.get(mention.person) ?? null
    const isPerson = other?.certain || (mention.form === 'full' && actsItself(words, mention))
    if (isPerson && mention.person !== person && (known === null || known === gender))
      return { ...decision, rule: 'pronoun/speaker-of-several' }
  }
  return decision
}

/**
 * Returns true if the paragraph of the pronoun calls its last speaker by a word with a capital that no list knows, after
 * the person decided was last seen: "The Romeo wrote: “My dove.” He asked for money."
 */
function namedByEpithet(
  { words, lastOrganization, lastOrganizationAt: at }: SpeakerContext,
  person: number,
  seen: readonly Sighting[],
  token: number,
): boolean {
  const nearest = seen.find((one) => one.person === person)?.token ?? token
  if (lastOrganization === null || at < nearest || at >= token) return false
  if (paragraphOf(words, at) !== paragraphOf(words, token) || lowerAt(words, at) !== 'the') return false
  const isWord = isCapitalized(words, at + 1) && !isAcronym(words, at + 1) && !lastOrganization.includes(' ')
  return isWord && !ORGANIZATION_NAMES.has(foldedAt(words, at + 1))
}

/** The most paragraphs between a pronoun and a rival of a person who does not speak. */
const RIVAL_PARAGRAPHS = 1

const ASKED = /^(?:asked|questioned|pressed|quizzed)$/

/**
 * Returns another person of whom a report in the paragraph of the pronoun tells, if the pronoun answers a question, and
 * the person decided was last named or heard in an earlier paragraph. Example: "The judge said Lee had lied. Asked if he
 * would pay, he said no."
 */
function personTold(
  context: SpeakerContext,
  { person }: SpeakerDecision,
  seen: readonly Sighting[],
  token: number,
  gender: Gender | null,
): number | undefined {
  const { words, cast, owners } = context
  const paragraph = paragraphOf(words, token)
  const nearest = seen.find((one) => one.person === person)
  if (gender === null || !nearest || paragraphOf(words, nearest.token) === paragraph) return undefined
  if (!ASKED.test(lowerAt(words, firstTokenOfSentence(words, token)))) return undefined
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BETWEEN; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraphOf(words, mention.first) !== paragraph) return undefined
    const told = cast.people[mention.person]
    if (!told?.certain || mention.person === person || (owners[mention.first] ?? -1) < 0) continue
    const acts = ACTS.has(words.classes[mention.last])
    if (genderIn(context, mention.person) === gender && acts) return mention.person
  }
  return undefined
}

/**
 * Returns the uncertain person with a name of several words who acts between two tokens; undefined if there is none.
 */
function likelyName(
  { words, cast, owners }: SpeakerContext,
  from: number,
  to: number,
  gender: Gender | null,
): number | undefined {
  const last = mentionBefore(cast, to)
  for (let index = last; index >= 0 && index > last - MENTIONS_BETWEEN; index--) {
    const mention = cast.mentions[index] as NameMention
    if (mention.first <= from) return undefined
    const person = cast.people[mention.person]
    if (!person?.name.includes(' ') || person.certain || (owners[mention.first] ?? -1) >= 0) continue
    if ((person.gender === null || person.gender === gender) && actsItself(words, mention))
      return mention.person
  }
  return undefined
}

const actsItself = (words: Words, mention: NameMention): boolean =>
  isSubjectOfClause(words, mention) && ACTS.has(words.classes[mention.last])

const ACTS: ReadonlySet<number | undefined> = new Set([WordClass.verb, WordClass.auxiliary, WordClass.adverb])

/** The most mentions that are read between a pronoun and the person whom it seems to mean. */
const MENTIONS_BETWEEN = 8
