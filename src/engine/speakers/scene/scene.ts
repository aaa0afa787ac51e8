import type { Span } from '../../../core/span.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Words } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'

/** Somebody who spoke, at the place where the text says so. */
export interface SpeechTurn {
  /** The last token of the words that name the speaker and of those he says. */
  readonly token: number
  /** The token that names the speaker. */
  readonly named: number
  /** Index into the cast; `UNNAMED` for "a spokesman", whom the text introduces without a name. */
  readonly person: number
  /** Those it may have been, where the text leaves it open. */
  readonly candidates: readonly number[]
  /** True where this is a question, which somebody else answers. */
  readonly asked: boolean
  /** Who is told or asked: a person, `UNNAMED` for anybody else, undefined where the text does not say. */
  readonly hearer: number | undefined
}

/** Stands for a speaker whom the text does not name. */
export const UNNAMED = -1

/** What the rules that resolve a speaker see: the text, its people, and who has spoken so far. */
export interface SpeakerScene {
  readonly words: Words
  readonly cast: Cast
  readonly findings: readonly Finding[]
  /** See `ownersOfSpeech`. */
  readonly owners: Int32Array
  /** Everybody who speaks by name anywhere in the text. */
  readonly speakers: ReadonlySet<number>
  /** See `organizationsByReports`. */
  readonly organizations: ReadonlySet<number>
  /** Turns so far, in order of their tokens. */
  readonly turns: readonly SpeechTurn[]
  /** The gender each person was given by a pronoun that could only mean them. */
  readonly genders: ReadonlyMap<number, Gender>
  /** The organization that spoke last, if the last speaker was one. */
  readonly lastOrganization: string | null
}

/** What a rule decides about a speaker. `person` is an index into the cast, -1 where there is none. */
export interface SpeakerDecision {
  readonly person: number
  readonly candidates: readonly number[]
  readonly organization: string | null
  readonly kind: 'person' | 'organization' | 'group' | 'document' | 'unknown'
  readonly rule: string
}

export const decided = (person: number, rule: string): SpeakerDecision => ({
  person,
  candidates: [],
  organization: null,
  kind: 'person',
  rule,
})

export const undecided = (candidates: readonly number[], rule: string): SpeakerDecision => ({
  person: -1,
  candidates,
  organization: null,
  kind: 'person',
  rule,
})

/** A finding together with what its speaker's words are. */
export interface SpeakerCase {
  readonly finding: Finding
  readonly phrase: SpeakerPhrase
}

/**
 * For each token the index of the finding to whose words it belongs, the innermost where they are nested, or -1.
 * A name inside what is said is no candidate for the pronoun after it.
 */
export function ownersOfSpeech({ tokens }: Words, findings: readonly Finding[]): Int32Array {
  const owners = new Int32Array(tokens.length).fill(-1)
  const length = (index: number) =>
    (findings[index]?.content ?? []).reduce((sum, { start, end }) => sum + end - start, 0)
  const order = findings
    .map((_finding, index) => ({ index, length: length(index) }))
    .sort((a, b) => b.length - a.length)
  for (const { index } of order) {
    for (const { start, end } of findings[index]?.content ?? []) {
      owners.fill(index, tokenAt(tokens, start), tokenAt(tokens, end))
    }
  }
  return owners
}

export const paragraphOf = ({ document, tokens }: Words, token: number): number =>
  document.sentences[tokens[token]?.sentence ?? -1]?.paragraph ?? -1

export const sentenceOf = ({ tokens }: Words, token: number): number => tokens[token]?.sentence ?? -1

/** The index of the last mention whose name begins before a token, by bisection; -1 for none. */
export function mentionBefore(cast: Cast, token: number): number {
  let low = 0
  let high = cast.mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cast.mentions[middle] as NameMention).first < token) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whom a mention may mean: one person, several, or none. */
export const meaningOf = ({ person, candidates }: NameMention): readonly number[] =>
  person >= 0 ? [person] : candidates

/** A person's gender as far as the text has told it. */
export const genderIn = (scene: SpeakerScene, person: number): Gender | null =>
  scene.cast.people[person]?.gender ?? scene.genders.get(person) ?? null

/** The first token of a span. */
export const firstTokenOfSpan = ({ tokens }: Words, span: Span): number => tokenAt(tokens, span.start)
