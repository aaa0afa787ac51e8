/** People who were named or have spoken shortly before a pronoun. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import type { NameMention } from '../../people/cast.ts'
import { tokenAt } from '../../reader/offsets.ts'
import { lowerAt } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import { isPossessor } from './place-in-clause.ts'
import {
  genderIn,
  meaningOf,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeechTurn,
  sentenceOf,
  UNNAMED,
} from './speaker-context.ts'

/** The largest distance from a pronoun back to a name or turn of the person whom it means, in paragraphs. */
const PARAGRAPHS_BACK = 3
/** The number of mentions read before a pronoun. */
export const PRONOUN_MENTIONS_BACK = 40
/** The number of pieces of the reported words that are searched for names. */
const SPANS_READ = 4
/** The number of turns read before a pronoun. */
const TURNS_BACK = 10

/** A person of the right gender who is named or speaks before the pronoun. */
export interface Sighting {
  readonly person: number
  /** The possible people, if `person` is `UNNAMED` and the text does not decide between them. */
  readonly candidates: readonly number[]
  readonly token: number
  /** True if the person speaks here; false if the text only names the person. */
  readonly spoke: boolean
  /** The mention that names the person; undefined if the person speaks. */
  readonly mention: NameMention | undefined
}

/** Returns the people of a gender who are named or speak before a token. */
export function sightingsBefore(
  context: SpeakerContext,
  finding: Finding,
  token: number,
  gender: Gender | null,
): Sighting[] {
  const { words, cast, owners, speakers } = context
  const paragraph = paragraphOf(words, token)
  const seen: Sighting[] = []
  const recent = recentTurns(context, token, paragraph)
  const asker = askerOf(context, recent[0], finding, gender)
  const hearer = hearerOf(context, finding)
  for (const turn of recent) {
    const candidates = turn.candidates.filter((person) => agrees(context, person, gender))
    const person = candidates.length === 1 ? (candidates[0] as number) : turn.person
    const fits = turn.candidates.length > 0 ? candidates.length > 0 : agrees(context, person, gender)
    const barred = turn.person === asker || (person === hearer && person !== UNNAMED)
    if (fits && !barred) seen.push({ person, candidates, token: turn.token, spoke: true, mention: undefined })
  }
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - PRONOUN_MENTIONS_BACK; index--) {
    const mention = cast.mentions[index] as NameMention
    if (paragraph - paragraphOf(words, mention.first) > PARAGRAPHS_BACK) break
    if ((owners[mention.first] ?? -1) >= 0 || isPossessor(words, mention)) continue
    if (isAgentBeside(context, mention, token)) continue
    for (const person of meaningOf(mention)) {
      if (!cast.people[person]?.certain && !speakers.has(person)) continue
      const fits = person !== asker && person !== hearer && agrees(context, person, gender)
      if (fits) seen.push({ person, candidates: [], token: mention.first, spoke: false, mention })
    }
  }
  return seen
}

/** Returns true for a name after "by" in the sentence of the pronoun: "Under questioning by Lee, she said", "Asked by Lee, she said". */
const isAgentBeside = (
  { words }: SpeakerContext,
  { phraseFirst, first }: NameMention,
  token: number,
): boolean =>
  lowerAt(words, Math.min(phraseFirst, first) - 1) === 'by' &&
  sentenceOf(words, first) === sentenceOf(words, token)

/** Sorts sightings by their distance, the nearest first. */
export const nearestFirst = (seen: readonly Sighting[]): readonly Sighting[] =>
  [...seen].sort((a, b) => b.token - a.token)

/**
 * Returns the speaker of the last turn if this turn is a question and another person answers it. Another person answers
 * if the pronoun can mean the addressee of the question, or if the cue is a verb such as "reply". Returns undefined
 * otherwise, and if the finding is a question too.
 */
function askerOf(
  context: SpeakerContext,
  last: SpeechTurn | undefined,
  finding: Finding,
  gender: Gender | null,
): number | undefined {
  const { cue, polarity } = finding
  if (last && answersWords(finding)) return last.person
  if (!last?.asked || polarity === 'asked') return undefined
  const { hearer } = last
  const answers = hearer !== undefined && (hearer === UNNAMED || agrees(context, hearer, gender))
  return answers || ANSWERING.has(cue?.lemma ?? '') ? last.person : undefined
}

/** Returns true for '“I knew nothing,” she answered': the words answer another person, and a verb after them tells it. */
const answersWords = ({ cue, content, type }: Finding): boolean =>
  type === 'direct' && cue !== null && ANSWERING.has(cue.lemma) && (content[0]?.start ?? 0) < cue.start

/**
 * Returns the person whom the last turn asks or tells, if a verb of answering reports the words: Khan after "The judge
 * asked Khan if he understood. “I do,” he replied."
 */
export function personAsked(
  context: SpeakerContext,
  { cue, polarity }: Finding,
  token: number,
  gender: Gender | null,
): number | undefined {
  const last = context.turns.at(-1)
  if (!last || polarity === 'asked' || !ANSWERING.has(cue?.lemma ?? '')) return undefined
  const { hearer = UNNAMED } = last
  const near = paragraphOf(context.words, token) - paragraphOf(context.words, last.token) <= 1
  return near && hearer !== UNNAMED && agrees(context, hearer, gender) ? hearer : undefined
}

const ANSWERING = new Set(['answer', 'reply', 'respond', 'retort'])

/**
 * Returns the addressee, whom the pronoun cannot mean: Pike in "he told Pike". Returns `UNNAMED` for an addressee
 * without a name ("them", "the court"), and undefined if there is no addressee.
 */
export function hearerOf({ words, cast }: SpeakerContext, { addressee }: Finding): number | undefined {
  if (!addressee) return undefined
  const mention = cast.mentions[cast.mentionOf[tokenAt(words.tokens, addressee.end) - 1] ?? -1]
  return mention?.person ?? UNNAMED
}

function recentTurns({ words, turns }: SpeakerContext, token: number, paragraph: number) {
  const recent = []
  for (let index = turns.length - 1; index >= 0 && index >= turns.length - TURNS_BACK; index--) {
    const turn = turns[index]
    if (!turn || paragraph - paragraphOf(words, turn.token) > PARAGRAPHS_BACK) break
    if (turn.token < token) recent.push(turn)
  }
  return recent
}

/** Returns false if the gender of a person is known and differs from the given gender. */
export const agrees = (context: SpeakerContext, person: number, gender: Gender | null): boolean => {
  const known = genderIn(context, person)
  return gender === null || known === null || known === gender
}

/**
 * Returns the sightings of people whom the reported words do not name. The speaker of "he said" is not named in the
 * reported clause, but can be named in quotation marks. So for a direct quotation, this also keeps people who speak
 * before it. If no sighting remains then, it keeps all.
 */
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

/** Returns the people named in the words of a finding. "Ruiz supporters" does not name Ruiz. */
export function namedInWords({ words, cast }: SpeakerContext, { content }: Finding): Set<number> {
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
