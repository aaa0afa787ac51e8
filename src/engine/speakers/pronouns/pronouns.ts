import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import { endOfSentence, firstTokenOfSentence, lowerAt, type Words } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import { isInRelative, isOblique, isSubjectOfClause } from '../context/place-in-clause.ts'
import {
  agrees,
  namedInWords,
  nearestFirst,
  PRONOUN_MENTIONS_BACK,
  personAsked,
  type Sighting,
  sightingsBefore,
  withoutNamed,
} from '../context/sightings.ts'
import {
  decided,
  meaningOf,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
  sentenceOf,
  UNNAMED,
  undecided,
} from '../context/speaker-context.ts'
import { describedSubjectsBefore } from './described-subjects.ts'
import { UNNAMED_PRONOUN } from './pronoun-words.ts'
import { withDoubt, withRival } from './rivals.ts'
import { continuesTopic } from './topic.ts'
import { unsureSubject } from './unsure-subjects.ts'

/** The number of tokens of a sentence that are searched for a pronoun. */
const SENTENCE_REACH = 80

/**
 * Resolves "he" or "she" at a token. Reads the sentences backwards, without names inside reported words. The speaker of
 * the sentence decides, else its subject, else the only person named. If two people remain possible, both are
 * candidates.
 */
export function resolvePronoun(
  context: SpeakerContext,
  finding: Finding,
  token: number,
  gender: Gender | null,
): SpeakerDecision | null {
  const own = namedInWords(context, finding)
  const asked = personAsked(context, finding, token, gender)
  if (asked !== undefined) return decided(asked, 'pronoun/answer')
  const all = [
    ...sightingsBefore(context, finding, token, gender),
    ...describedSubjectsBefore(context, finding, token, gender),
  ]
  const seen = withoutNamed(nearestFirst(all), own, finding)
  for (let from = 0; from < seen.length; ) {
    const sentence = sentenceOf(context.words, (seen[from] as Sighting).token)
    let to = from + 1
    while (to < seen.length && sentenceOf(context.words, (seen[to] as Sighting).token) === sentence) to++
    const here = seen.slice(from, to)
    const ownSubject = hasOwnPronoun(context, here, token, gender)
    const unsure = unsureSubject(context, here, gender)
    const decision =
      decideByPlace(context, here, token) ??
      (ownSubject || unsure !== undefined ? null : onlyOne(context, finding, here, seen.slice(to), token))
    if (decision) {
      const contested = withRival(context, decision, seen, token, gender)
      return withDoubt(context, contested, token, gender)
    }
    if (!ownSubject && unsure !== undefined) return undecided([...personsOf(here), unsure], 'pronoun/rivals')
    if (!ownSubject) return rivals(seen, to, token, context.words)
    from = to
  }
  if (seen.length > 0) return null
  return asksWithoutName(context, finding)
    ? undecided([], UNNAMED_PRONOUN)
    : onlyNamed(context, finding, own, token, gender)
}

/** Returns true if the last turn asks a person without a name: "Lee asked the witness if it was so. “No,” he said." */
function asksWithoutName({ turns }: SpeakerContext, { polarity }: Finding): boolean {
  const last = turns.at(-1)
  return polarity !== 'asked' && last !== undefined && last.asked && last.hearer === UNNAMED
}

/** Returns the only person named as a possessor or inside reported words, if the narrator names no other person. */
function onlyNamed(
  context: SpeakerContext,
  { type }: Finding,
  own: ReadonlySet<number>,
  token: number,
  gender: Gender | null,
): SpeakerDecision | null {
  const { words, cast, owners } = context
  const paragraph = paragraphOf(words, token)
  const named = new Set<number>()
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - PRONOUN_MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > 1) break
    const report = context.findings[owners[mention.first] ?? -1]
    if (report && (type === 'direct' || report.type === 'direct')) continue
    for (const person of meaningOf(mention)) {
      const possible = cast.people[person]?.certain && !own.has(person)
      if (possible && agrees(context, person, gender)) named.add(person)
    }
  }
  const [only] = named
  return only !== undefined && named.size === 1 ? decided(only, 'pronoun/only-named') : null
}

const personsOf = (seen: readonly Sighting[]): number[] => [...new Set(seen.map(({ person }) => person))]

/**
 * Decides that "he" means the speaker of the sentence before. If that speaker is unresolved, "he" is unresolved too.
 */
function decideForSpeaker(seen: readonly Sighting[], person: number): SpeakerDecision {
  if (person !== UNNAMED) return decided(person, 'pronoun/last-speaker')
  const open = seen.find((one) => one.person === UNNAMED)?.candidates ?? []
  return undecided(open, open.length > 0 ? 'pronoun/rivals' : UNNAMED_PRONOUN)
}

/** Decides for the speaker of a sentence, or for its subject. */
function decideByPlace(
  context: SpeakerContext,
  here: readonly Sighting[],
  token: number,
): SpeakerDecision | null {
  const speakers = personsOf(here.filter(({ spoke }) => spoke))
  if (speakers.length === 1) return decideForSpeaker(here, speakers[0] as number)
  const subjects = personsOf(
    here.filter(({ mention }) => !mention || isSubjectOfClause(context.words, mention)),
  )
  if (subjects.length === 1) {
    const subject = subjects[0] as number
    const named = here.find(({ person, mention }) => person === subject && mention)?.mention
    const others = here.filter(
      ({ person, mention }) =>
        person !== subject &&
        !(
          mention &&
          (isOblique(context.words, mention) || (named && isInRelative(context.words, named, mention)))
        ),
    )
    if (others.length === 0)
      return subject === UNNAMED ? decideForSpeaker(here, subject) : decided(subject, 'pronoun/subject')
    if (subject !== UNNAMED && context.turns.at(-1)?.person === subject)
      return decided(subject, 'pronoun/subject-and-last-speaker')
    if (subject !== UNNAMED && continuesTopic(context.words, here, subject, token))
      return decided(subject, 'pronoun/subject')
  }
  return null
}

/** Decides for the only person named nearby. Before quoted words, an earlier speaker counts as well. */
function onlyOne(
  { words }: SpeakerContext,
  { type }: Finding,
  here: readonly Sighting[],
  earlier: readonly Sighting[],
  token: number,
): SpeakerDecision | null {
  const counts = (one: Sighting) =>
    (type === 'direct' && one.spoke && one.person !== UNNAMED) || isNear(words, one.token, token)
  const all = personsOf([...here, ...earlier.filter(counts)])
  if (all.length !== 1) return null
  return all[0] === UNNAMED
    ? decideForSpeaker([...here, ...earlier], UNNAMED)
    : decided(all[0] as number, 'pronoun/only-one')
}

/**
 * Returns true if "he" or "she" also stands in the sentence of a mention. The names in that sentence are then other
 * people.
 */
function hasOwnPronoun(
  { words, owners }: SpeakerContext,
  here: readonly Sighting[],
  token: number,
  gender: Gender | null,
): boolean {
  const [{ token: named, mention }, first] = [here[0] as Sighting, here.at(-1)?.mention]
  if (!mention || isSubjectOfClause(words, mention)) return false
  if (first && isSubjectOfClause(words, first)) return false
  const limit = Math.min(token, endOfSentence(words, named), named + SENTENCE_REACH)
  for (
    let index = Math.max(firstTokenOfSentence(words, named), named - SENTENCE_REACH);
    index < limit;
    index++
  ) {
    if ((owners[index] ?? -1) < 0 && SUBJECTS.get(lowerAt(words, index)) === gender) return true
  }
  return false
}

const SUBJECTS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
])

/** Returns the people who remain possible: those of the nearest sentence, and a recent speaker. */
function rivals(seen: readonly Sighting[], to: number, token: number, words: Words): SpeakerDecision {
  const last = seen.find(({ spoke }) => spoke)
  const people = personsOf(seen.slice(0, to))
  if (last && isNear(words, last.token, token) && !people.includes(last.person)) people.push(last.person)
  const all = people.length > 1 ? people : personsOf(seen.filter((one) => isNear(words, one.token, token)))
  return all.includes(UNNAMED) ? decideForSpeaker(seen, UNNAMED) : undecided(all, 'pronoun/rivals')
}

const isNear = (words: Words, earlier: number, later: number): boolean =>
  paragraphOf(words, later) - paragraphOf(words, earlier) <= 1
