/** Who has been named or has spoken shortly before a pronoun. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Finding } from '../../types/finding.ts'
import { isPossessor } from './place-in-clause.ts'
import {
  genderIn,
  meaningOf,
  mentionBefore,
  paragraphOf,
  type SpeakerScene,
  type SpeechTurn,
  UNNAMED,
} from './scene.ts'

/** Names more than this many paragraphs before a pronoun are out of its reach. */
const PARAGRAPHS_BACK = 3
/** Mentions looked at before a pronoun. */
export const PRONOUN_MENTIONS_BACK = 40
/** Pieces of what is said that are read for names. */
const SPANS_READ = 4
/** Turns looked at before a pronoun. */
const TURNS_BACK = 10

/** Somebody of the right gender named or speaking before the pronoun. */
export interface Sighting {
  readonly person: number
  /** Those it may be, where `person` is `UNNAMED` and the text leaves it open. */
  readonly candidates: readonly number[]
  readonly token: number
  /** True where the text makes this person speak here. */
  readonly spoke: boolean
  /** The mention that names the person; undefined where the person speaks. */
  readonly mention: NameMention | undefined
}

/** People of a gender named or speaking before a token. */
export function sightingsBefore(
  scene: SpeakerScene,
  finding: Finding,
  token: number,
  gender: Gender | null,
): Sighting[] {
  const { words, cast, owners, speakers } = scene
  const paragraph = paragraphOf(words, token)
  const seen: Sighting[] = []
  const recent = recentTurns(scene, token, paragraph)
  const asker = askerOf(scene, recent[0], finding, gender)
  const hearer = hearerOf(scene, finding)
  for (const turn of recent) {
    const candidates = turn.candidates.filter((person) => agrees(scene, person, gender))
    const person = candidates.length === 1 ? (candidates[0] as number) : turn.person
    const fits = turn.candidates.length > 0 ? candidates.length > 0 : agrees(scene, person, gender)
    const barred = turn.person === asker || (person === hearer && person !== UNNAMED)
    if (fits && !barred) seen.push({ person, candidates, token: turn.token, spoke: true, mention: undefined })
  }
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - PRONOUN_MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > PARAGRAPHS_BACK) break
    if ((owners[mention.first] ?? -1) >= 0 || isPossessor(words, mention)) continue
    for (const person of meaningOf(mention)) {
      if (!cast.people[person]?.certain && !speakers.has(person)) continue
      const fits = person !== asker && person !== hearer && agrees(scene, person, gender)
      if (fits) seen.push({ person, candidates: [], token: mention.first, spoke: false, mention })
    }
  }
  return seen
}

export const nearestFirst = (seen: readonly Sighting[]): readonly Sighting[] =>
  [...seen].sort((a, b) => b.token - a.token)

/** Who asks does not answer, nor goes on to speak after asking somebody whom the pronoun can mean. */
function askerOf(
  scene: SpeakerScene,
  last: SpeechTurn | undefined,
  { cue, polarity }: Finding,
  gender: Gender | null,
): number | undefined {
  if (!last?.asked || polarity === 'asked') return undefined
  const { hearer } = last
  const answers = hearer !== undefined && (hearer === UNNAMED || agrees(scene, hearer, gender))
  return answers || ANSWERING.has(cue?.lemma ?? '') ? last.person : undefined
}

const ANSWERING = new Set(['answer', 'reply', 'respond', 'retort'])

/** "Pike" of "he told Pike": no name but his own, since nobody tells himself. `UNNAMED` for "them" and "the court". */
export function hearerOf({ words, cast }: SpeakerScene, { addressee }: Finding): number | undefined {
  if (!addressee) return undefined
  const mention = cast.mentions[cast.mentionOf[tokenAt(words.tokens, addressee.end) - 1] ?? -1]
  return mention?.person ?? UNNAMED
}

function recentTurns({ words, turns }: SpeakerScene, token: number, paragraph: number) {
  const recent = []
  for (let index = turns.length - 1; index >= 0 && index >= turns.length - TURNS_BACK; index--) {
    const turn = turns[index]
    if (!turn || paragraph - paragraphOf(words, turn.token) > PARAGRAPHS_BACK) break
    if (turn.token < token) recent.push(turn)
  }
  return recent
}

/** True where nothing known of a person speaks against a gender; nothing does where the words tell none. */
export const agrees = (scene: SpeakerScene, person: number, gender: Gender | null): boolean => {
  const known = genderIn(scene, person)
  return gender === null || known === null || known === gender
}

/** Nobody goes by name in a clause whose speaker is "he"; in quotation marks, some do. */
export function withoutNamed(
  seen: readonly Sighting[],
  named: ReadonlySet<number>,
  { type }: Finding,
): readonly Sighting[] {
  if (named.size === 0) return seen
  if (type !== 'direct') return seen.filter(({ person }) => !named.has(person))
  const others = seen.filter(({ person, spoke }) => spoke || !named.has(person))
  return others.length > 0 ? others : seen
}

/** Everybody who goes by name in the words of a finding; "Ruiz supporters" are what Ruiz may speak of. */
export function namedInWords({ words, cast }: SpeakerScene, { content }: Finding): Set<number> {
  const named = new Set<number>()
  for (const { start, end } of content.slice(0, SPANS_READ)) {
    const from = mentionBefore(cast, tokenAt(words.tokens, start))
    const to = Math.min(mentionBefore(cast, tokenAt(words.tokens, end)), from + PRONOUN_MENTIONS_BACK)
    for (let index = from + 1; index <= to; index++) {
      const { person, last } = cast.mentions[index] as NameMention
      if (person >= 0 && words.classes[last] !== WordClass.noun) named.add(person)
    }
  }
  return named
}
