import type { NameMention } from './cast.ts'
import { isOblique, isPossessor, isSubject } from './clause.ts'
import type { Gender } from './given-names.ts'
import {
  type Decision,
  decided,
  genderIn,
  meaningOf,
  mentionBefore,
  paragraphOf,
  type Scene,
  sentenceOf,
  undecided,
} from './scene.ts'
import { firstTokenOf, lastTokenOf, lowerAt, type Words } from './words.ts'

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['herself', 'female'],
])

/** Names more than this many paragraphs before a pronoun are out of its reach. */
const PARAGRAPHS_BACK = 3

/** Mentions looked at before a pronoun. */
const MENTIONS_BACK = 40

/** Turns looked at before a pronoun. */
const TURNS_BACK = 10

/** Tokens of a sentence looked at for a pronoun of its own. */
const SENTENCE_REACH = 80

export const genderOfPronoun = (word: string): Gender | null => GENDERS.get(word) ?? null

/** Somebody of the right gender named or speaking before the pronoun. */
interface Seen {
  readonly person: number
  readonly token: number
  /** True where the text makes this person speak here. */
  readonly spoke: boolean
  /** The mention that names the person; undefined where the person speaks. */
  readonly mention: NameMention | undefined
}

/**
 * Whom "he" or "she" at a token means. Sentence by sentence backwards, names inside what is said left out: the one
 * who speaks there, else the subject, else the only one named all around. Two people whom nothing tells apart are
 * an answer of their own.
 */
export function resolvePronoun(scene: Scene, token: number, gender: Gender): Decision | null {
  const seen = seenBefore(scene, token, gender)
  for (let from = 0; from < seen.length; ) {
    const sentence = sentenceOf(scene.words, (seen[from] as Seen).token)
    let to = from + 1
    while (to < seen.length && sentenceOf(scene.words, (seen[to] as Seen).token) === sentence) to++
    const here = seen.slice(from, to)
    const decision = decideInSentence(scene, here, seen.slice(to), token)
    if (decision) return decision
    if (!continues(scene, here[0] as Seen, token, gender)) return rivals(seen, to, token, scene.words)
    from = to
  }
  return seen.length === 0 ? onlyNamed(scene, token, gender) : null
}

/** Where the narrator names nobody else: the only person named as an owner or in what is said, if there is one. */
function onlyNamed(scene: Scene, token: number, gender: Gender): Decision | null {
  const { words, cast, owners } = scene
  const paragraph = paragraphOf(words, token)
  const named = new Set<number>()
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > 1) break
    if (scene.findings[owners[mention.first] ?? -1]?.type === 'direct') continue
    for (const person of meaningOf(mention)) {
      if (cast.people[person]?.certain && agrees(scene, person, gender)) named.add(person)
    }
  }
  const [only] = named
  return only !== undefined && named.size === 1 ? decided(only, 'pronoun/only-named') : null
}

const personsOf = (seen: readonly Seen[]): number[] => [...new Set(seen.map(({ person }) => person))]

function decideInSentence(
  scene: Scene,
  here: readonly Seen[],
  earlier: readonly Seen[],
  token: number,
): Decision | null {
  const speakers = personsOf(here.filter(({ spoke }) => spoke))
  if (speakers.length === 1) return decided(speakers[0] as number, 'pronoun/last-speaker')
  const subjects = personsOf(here.filter(({ mention }) => !mention || isSubject(scene.words, mention)))
  if (subjects.length === 1) {
    const subject = subjects[0] as number
    const others = here.filter(
      ({ person, mention }) => person !== subject && !(mention && isOblique(scene.words, mention)),
    )
    if (others.length === 0) return decided(subject, 'pronoun/subject')
    if (scene.turns.at(-1)?.person === subject) return decided(subject, 'pronoun/subject-and-last-speaker')
  }
  const all = personsOf([...here, ...earlier.filter((one) => isNear(scene.words, one.token, token))])
  return all.length === 1 ? decided(all[0] as number, 'pronoun/only-one') : null
}

/** True where the sentence of somebody goes on about a "he" or "she" of its own: whom the names in it are not. */
function continues(
  { words, owners }: Scene,
  { token: named, mention }: Seen,
  token: number,
  gender: Gender,
): boolean {
  if (!mention || isSubject(words, mention)) return false
  const limit = Math.min(token, lastTokenOf(words, named), named + SENTENCE_REACH)
  for (let index = Math.max(firstTokenOf(words, named), named - SENTENCE_REACH); index < limit; index++) {
    if ((owners[index] ?? -1) < 0 && SUBJECTS.get(lowerAt(words, index)) === gender) return true
  }
  return false
}

const SUBJECTS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
])

/** The people between whom nothing decides: those of the nearest sentence, and whoever spoke shortly before. */
function rivals(seen: readonly Seen[], to: number, token: number, words: Words): Decision {
  const last = seen.find(({ spoke }) => spoke)
  const people = personsOf(seen.slice(0, to))
  if (last && isNear(words, last.token, token) && !people.includes(last.person)) people.push(last.person)
  if (people.length > 1) return undecided(people, 'pronoun/rivals')
  return undecided(personsOf(seen.filter((one) => isNear(words, one.token, token))), 'pronoun/rivals')
}

const isNear = (words: Words, earlier: number, later: number): boolean =>
  paragraphOf(words, later) - paragraphOf(words, earlier) <= 1

/** People of a gender named or speaking before a token, nearest first. */
function seenBefore(scene: Scene, token: number, gender: Gender): Seen[] {
  const { words, cast, owners, speakers } = scene
  const paragraph = paragraphOf(words, token)
  const seen: Seen[] = []
  for (const turn of recentTurns(scene, token, paragraph)) {
    if (agrees(scene, turn.person, gender)) seen.push({ ...turn, spoke: true, mention: undefined })
  }
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > PARAGRAPHS_BACK) break
    if ((owners[mention.first] ?? -1) >= 0 || isPossessor(words, mention)) continue
    for (const person of meaningOf(mention)) {
      if (!cast.people[person]?.certain && !speakers.has(person)) continue
      if (agrees(scene, person, gender)) seen.push({ person, token: mention.first, spoke: false, mention })
    }
  }
  return seen.sort((a, b) => b.token - a.token)
}

function recentTurns({ words, turns }: Scene, token: number, paragraph: number) {
  const recent = []
  for (let index = turns.length - 1; index >= 0 && index >= turns.length - TURNS_BACK; index--) {
    const turn = turns[index]
    if (!turn || paragraph - paragraphOf(words, turn.token) > PARAGRAPHS_BACK) break
    if (turn.token < token) recent.push(turn)
  }
  return recent
}

const agrees = (scene: Scene, person: number, gender: Gender): boolean => {
  const known = genderIn(scene, person)
  return known === null || known === gender
}
