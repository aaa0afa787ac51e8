import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import { endOfSentence, firstTokenOfSentence, lowerAt, type Words } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import { isOblique, isSubjectOfClause } from '../scene/place-in-clause.ts'
import {
  decided,
  meaningOf,
  mentionBefore,
  paragraphOf,
  type SpeakerDecision,
  type SpeakerScene,
  sentenceOf,
  UNNAMED,
  undecided,
} from '../scene/scene.ts'
import {
  agrees,
  namedInWords,
  nearestFirst,
  PRONOUN_MENTIONS_BACK,
  type Sighting,
  sightingsBefore,
  withoutNamed,
} from '../scene/sightings.ts'
import { describedSubjectsBefore } from './described-subjects.ts'
import { withRival } from './rivals.ts'

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['herself', 'female'],
])

/** Tokens of a sentence looked at for a pronoun of its own. */
const SENTENCE_REACH = 80

export const genderOfPronoun = (word: string): Gender | null => GENDERS.get(word) ?? null

/**
 * Whom "he" or "she" at a token means. Sentence by sentence backwards, names inside what is said left out: the one
 * who speaks there, else the subject, else the only one named all around. Two people whom nothing tells apart are
 * an answer of their own.
 */
export function resolvePronoun(
  scene: SpeakerScene,
  finding: Finding,
  token: number,
  gender: Gender | null,
): SpeakerDecision | null {
  const own = namedInWords(scene, finding)
  const everybody = [
    ...sightingsBefore(scene, finding, token, gender),
    ...describedSubjectsBefore(scene, token, gender),
  ]
  const seen = withoutNamed(nearestFirst(everybody), own, finding)
  for (let from = 0; from < seen.length; ) {
    const sentence = sentenceOf(scene.words, (seen[from] as Sighting).token)
    let to = from + 1
    while (to < seen.length && sentenceOf(scene.words, (seen[to] as Sighting).token) === sentence) to++
    const here = seen.slice(from, to)
    const ownSubject = hasOwnPronoun(scene, here[0] as Sighting, token, gender)
    const decision =
      decideByPlace(scene, here) ?? (ownSubject ? null : onlyOne(scene, finding, here, seen.slice(to), token))
    if (decision) return withRival(scene, decision, seen, token, gender)
    if (!ownSubject) return rivals(seen, to, token, scene.words)
    from = to
  }
  return seen.length === 0 ? onlyNamed(scene, finding, own, token, gender) : null
}

/** Where the narrator names nobody else: the only person named as an owner or in what is said, if there is one. */
function onlyNamed(
  scene: SpeakerScene,
  { type }: Finding,
  own: ReadonlySet<number>,
  token: number,
  gender: Gender | null,
): SpeakerDecision | null {
  const { words, cast, owners } = scene
  const paragraph = paragraphOf(words, token)
  const named = new Set<number>()
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - PRONOUN_MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > 1) break
    const report = scene.findings[owners[mention.first] ?? -1]
    if (report && (type === 'direct' || report.type === 'direct')) continue
    for (const person of meaningOf(mention)) {
      const possible = cast.people[person]?.certain && !own.has(person)
      if (possible && agrees(scene, person, gender)) named.add(person)
    }
  }
  const [only] = named
  return only !== undefined && named.size === 1 ? decided(only, 'pronoun/only-named') : null
}

const personsOf = (seen: readonly Sighting[]): number[] => [...new Set(seen.map(({ person }) => person))]

/** The name of the rule for "she" after "a neighbor said". */
export const UNNAMED_PRONOUN = 'pronoun/unnamed'

/** Whoever speaks in a sentence says what "he" says after it; of somebody left open it stays open who that was. */
function speaking(seen: readonly Sighting[], person: number): SpeakerDecision {
  if (person !== UNNAMED) return decided(person, 'pronoun/last-speaker')
  const open = seen.find((one) => one.person === UNNAMED)?.candidates ?? []
  return undecided(open, open.length > 0 ? 'pronoun/rivals' : UNNAMED_PRONOUN)
}

/** The one who speaks in a sentence, or whom it is about. */
function decideByPlace(scene: SpeakerScene, here: readonly Sighting[]): SpeakerDecision | null {
  const speakers = personsOf(here.filter(({ spoke }) => spoke))
  if (speakers.length === 1) return speaking(here, speakers[0] as number)
  const subjects = personsOf(
    here.filter(({ mention }) => !mention || isSubjectOfClause(scene.words, mention)),
  )
  if (subjects.length === 1) {
    const subject = subjects[0] as number
    const others = here.filter(
      ({ person, mention }) => person !== subject && !(mention && isOblique(scene.words, mention)),
    )
    if (others.length === 0)
      return subject === UNNAMED ? speaking(here, subject) : decided(subject, 'pronoun/subject')
    if (subject !== UNNAMED && scene.turns.at(-1)?.person === subject)
      return decided(subject, 'pronoun/subject-and-last-speaker')
  }
  return null
}

/** The only one named near; beside quoted words, whoever spoke before is as likely as somebody only mentioned. */
function onlyOne(
  { words }: SpeakerScene,
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
    ? speaking([...here, ...earlier], UNNAMED)
    : decided(all[0] as number, 'pronoun/only-one')
}

/** True where the sentence of somebody goes on about a "he" or "she" of its own: whom the names in it are not. */
function hasOwnPronoun(
  { words, owners }: SpeakerScene,
  { token: named, mention }: Sighting,
  token: number,
  gender: Gender | null,
): boolean {
  if (!mention || isSubjectOfClause(words, mention)) return false
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

/** The people between whom nothing decides: those of the nearest sentence, and whoever spoke shortly before. */
function rivals(seen: readonly Sighting[], to: number, token: number, words: Words): SpeakerDecision {
  const last = seen.find(({ spoke }) => spoke)
  const people = personsOf(seen.slice(0, to))
  if (last && isNear(words, last.token, token) && !people.includes(last.person)) people.push(last.person)
  const all = people.length > 1 ? people : personsOf(seen.filter((one) => isNear(words, one.token, token)))
  return all.includes(UNNAMED) ? speaking(seen, UNNAMED) : undecided(all, 'pronoun/rivals')
}

const isNear = (words: Words, earlier: number, later: number): boolean =>
  paragraphOf(words, later) - paragraphOf(words, earlier) <= 1
