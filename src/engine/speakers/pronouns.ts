import { WordClass } from '../grammar/word-class.ts'
import type { NameMention } from './cast.ts'
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
import { firstTokenOf, lowerAt, type Words } from './words.ts'

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['herself', 'female'],
])

/** Names more than this many paragraphs before a pronoun are out of its reach. */
const PARAGRAPHS_BACK = 3
/** Mentions looked at before a pronoun. */
const MENTIONS_BACK = 60

export const genderOfPronoun = (word: string): Gender | null => GENDERS.get(word) ?? null

/** Somebody of the right gender in one sentence before the pronoun. */
interface Seen {
  readonly person: number
  readonly token: number
  /** True where the text makes this person speak here. */
  readonly spoke: boolean
  readonly subject: boolean
}

/**
 * Whom "he" or "she" at a token means. Sentence by sentence backwards, names inside what is said left out: the one
 * who speaks there, else the only one named there. Two people whom nothing tells apart are an answer of their own.
 */
export function resolvePronoun(scene: Scene, token: number, gender: Gender): Decision | null {
  const seen = seenBefore(scene, token, gender)
  const nearest = seen[0]
  if (!nearest) return null
  const sentence = sentenceOf(scene.words, nearest.token)
  const here = seen.filter((one) => sentenceOf(scene.words, one.token) === sentence)
  const people = [...new Set(here.map(({ person }) => person))]
  const speakers = [...new Set(here.filter(({ spoke }) => spoke).map(({ person }) => person))]
  if (speakers.length === 1) return decided(speakers[0] as number, 'pronoun/last-speaker')
  if (people.length > 1) return amongSeveral(scene, here, people)
  const person = people[0] as number
  const last = seen.find(({ spoke }) => spoke)
  const rival = last && last.person !== person && isNear(scene.words, last.token, token)
  if (rival && !here.some(({ subject }) => subject)) return undecided([person, last.person], 'pronoun/rivals')
  return decided(person, here.some(({ subject }) => subject) ? 'pronoun/subject' : 'pronoun/only-one')
}

/** Of several named in one sentence: the subject, if he spoke last as well; else nobody is chosen. */
function amongSeveral(scene: Scene, here: readonly Seen[], people: readonly number[]): Decision {
  const subjects = [...new Set(here.filter(({ subject }) => subject).map(({ person }) => person))]
  const lastTurn = scene.turns.at(-1)
  if (subjects.length === 1 && lastTurn?.person === subjects[0])
    return decided(subjects[0] as number, 'pronoun/subject-and-last-speaker')
  return undecided(people, 'pronoun/rivals')
}

const isNear = (words: Words, earlier: number, later: number): boolean =>
  paragraphOf(words, later) - paragraphOf(words, earlier) <= 1

/** People of a gender named or speaking before a token, nearest first. */
function seenBefore(scene: Scene, token: number, gender: Gender): Seen[] {
  const { words, cast, owners } = scene
  const paragraph = paragraphOf(words, token)
  const seen: Seen[] = []
  for (const turn of recentTurns(scene, token, paragraph)) {
    if (agrees(scene, turn.person, gender)) seen.push({ ...turn, spoke: true, subject: true })
  }
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > PARAGRAPHS_BACK) break
    if ((owners[mention.first] ?? -1) >= 0 || isPossessor(words, mention)) continue
    const subject = isSubject(words, mention)
    for (const person of meaningOf(mention)) {
      if (cast.people[person]?.certain === false && mention.form === 'full') continue
      if (agrees(scene, person, gender)) seen.push({ person, token: mention.first, spoke: false, subject })
    }
  }
  return seen.sort((a, b) => b.token - a.token)
}

function recentTurns({ words, turns }: Scene, token: number, paragraph: number) {
  const recent = []
  for (let index = turns.length - 1; index >= 0 && index > turns.length - 20; index--) {
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

/** "Ruiz's aide": the owner is not who the sentence is about. */
const isPossessor = ({ classes }: Words, { last }: NameMention): boolean =>
  classes[last] === WordClass.possessive

/** True where a name stands before the verb of its clause with no preposition before it. */
export function isSubject(words: Words, { phraseFirst, first, last }: NameMention): boolean {
  const opening = Math.min(phraseFirst, first)
  const limit = firstTokenOf(words, first)
  let before = opening - 1
  while (before >= limit && isWithin(words.classes[before])) before--
  const wordBefore = before >= limit ? words.classes[before] : WordClass.punctuation
  if (wordBefore === WordClass.preposition || wordBefore === WordClass.to || wordBefore === WordClass.verb)
    return false
  const verb = afterAppositive(words, last)
  return words.classes[verb] === WordClass.verb || words.classes[verb] === WordClass.auxiliary
}

const isWithin = (wordClass: number | undefined): boolean =>
  wordClass === WordClass.determiner ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.noun ||
  wordClass === WordClass.name ||
  wordClass === WordClass.possessive

/** Past ", a teacher from Ohio," and adverbs: where the verb should stand. */
function afterAppositive(words: Words, last: number): number {
  let index = last
  if (lowerAt(words, index) === ',' || lowerAt(words, index) === '(') {
    for (let ahead = index + 1; ahead < index + 24; ahead++) {
      const lower = lowerAt(words, ahead)
      if (lower === '.' || lower === '') break
      if (lower === ',' || lower === ')') {
        index = ahead + 1
        break
      }
    }
  }
  while (words.classes[index] === WordClass.adverb) index++
  return index
}
