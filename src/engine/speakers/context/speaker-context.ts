import { countFirst } from '../../../core/bisection.ts'
import type { Span } from '../../../core/span.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Words } from '../../reader/words.ts'
import { type Finding, isPassedOn } from '../../types/finding.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'

/** A turn: a speaker, and the place in the text at which this person speaks. */
export interface SpeechTurn {
  /** The last token of the reported words and of the words that name the speaker. */
  readonly token: number
  /** The token that names the speaker. */
  readonly named: number
  /** The index into the cast; `UNNAMED` for "a spokesman", whom the text introduces without a name. */
  readonly person: number
  /** The possible speakers, if the text does not decide between them. */
  readonly candidates: readonly number[]
  /** True for a question, which another person answers. */
  readonly asked: boolean
  /** The addressee: a person, `UNNAMED` for any other addressee, undefined if the text does not tell. */
  readonly hearer: number | undefined
}

/** The index of a speaker whom the text does not name. */
export const UNNAMED = -1

/** The counsel who examines and the witness who answers from a token on; undefined if no one is named yet. */
export interface Examination {
  readonly from: number
  readonly counsel: number | undefined
  readonly witness: number | undefined
}

/** The input of the rules that resolve a speaker: the text, its people and the turns so far. */
export interface SpeakerContext {
  readonly words: Words
  readonly cast: Cast
  readonly findings: readonly Finding[]
  /** See `ownersOfSpeech`. */
  readonly owners: Int32Array
  /** The people who speak by name anywhere in the text. */
  readonly speakers: ReadonlySet<number>
  /** See `organizationsByReports`. */
  readonly organizations: ReadonlySet<number>
  /** The turns so far, in text order. */
  readonly turns: readonly SpeechTurn[]
  /** The genders of people, by the pronouns that can mean only one person. */
  readonly genders: ReadonlyMap<number, Gender>
  /** The organization that spoke last; null if the last speaker was no organization. */
  readonly lastOrganization: string | null
  /** The token that names the organization that spoke last; -1 if there is none. */
  readonly lastOrganizationAt: number
  /** The person who answers in an interview; undefined if there is none, or if the text does not tell. */
  readonly interviewee: number | undefined
  /** See `peopleByInitials`. */
  readonly initials: ReadonlyMap<string, number | null>
  /** Who examines whom in the record of a court, in text order. */
  readonly examinations: readonly Examination[]
  /** See `judgeOf`. */
  readonly judge: number | undefined
}

/** The names of the rules that decide who a speaker is. `Speaker.rule` has them after `speaker/`. */
export type DecisionRule =
  | `name/${NameMention['form'] | 'namesakes' | 'shared-surname'}`
  | `pronoun/${'last-speaker' | 'speaker-of-several' | 'subject' | 'subject-and-last-speaker' | 'only-one' | 'only-named'}`
  | `pronoun/${'answer' | 'own-report' | 'rivals' | 'unnamed'}`
  | `description/${'role' | 'rivals' | 'age' | 'affiliation' | 'epithet' | 'kin'}`
  | 'first-person'
  | 'relative'
  | 'it'
  | 'company'
  | 'body'
  | 'several'
  | 'plural'
  | 'unnamed'
  | 'group'
  | 'document'
  | 'organization'
  | 'transcript'
  | 'interviewee'
  | 'unknown'

/** A rule's decision about a speaker. `person` is an index into the cast; -1 if there is none. */
export interface SpeakerDecision {
  readonly person: number
  readonly candidates: readonly number[]
  readonly organization: string | null
  readonly kind: 'person' | 'organization' | 'group' | 'document' | 'unknown'
  readonly rule: DecisionRule
}

/** Returns the decision for a person of the cast. */
export const decided = (person: number, rule: DecisionRule): SpeakerDecision => ({
  person,
  candidates: [],
  organization: null,
  kind: 'person',
  rule,
})

/** Returns the decision for several candidates. */
export const undecided = (candidates: readonly number[], rule: DecisionRule): SpeakerDecision => ({
  person: -1,
  candidates,
  organization: null,
  kind: 'person',
  rule,
})

/** A finding and the phrase that names its speaker. */
export interface SpeakerCase {
  readonly finding: Finding
  readonly phrase: SpeakerPhrase
}

/**
 * Returns, for each token, the index of the innermost finding whose words hold it, or -1. A name inside reported
 * words is no candidate for a pronoun after them.
 */
export function ownersOfSpeech({ tokens }: Words, findings: readonly Finding[]): Int32Array {
  const owners = new Int32Array(tokens.length).fill(-1)
  const length = (index: number) =>
    (findings[index]?.content ?? []).reduce((sum, { start, end }) => sum + end - start, 0)
  const order = findings
    .map((_finding, index) => ({ index, length: length(index) }))
    .sort((a, b) => b.length - a.length)
  for (const { index } of order) {
    if (isPassedOn(findings[index] as Finding)) continue
    for (const { start, end } of findings[index]?.content ?? []) {
      owners.fill(index, tokenAt(tokens, start), tokenAt(tokens, end))
    }
  }
  return owners
}

/** Returns the index of the paragraph that holds a token; -1 outside the document. */
export const paragraphOf = ({ document, tokens }: Words, token: number): number =>
  document.sentences[tokens[token]?.sentence ?? -1]?.paragraph ?? -1

/** Returns the index of the sentence that holds a token; -1 outside the document. */
export const sentenceOf = ({ tokens }: Words, token: number): number => tokens[token]?.sentence ?? -1

/** Returns the index of the last mention whose name begins before a token; -1 for none. */
export function mentionBefore(cast: Cast, token: number): number {
  return countFirst(cast.mentions, ({ first }) => first < token) - 1
}

/** Returns the people that a mention may mean: one, several or none. */
export const meaningOf = ({ person, candidates }: NameMention): readonly number[] =>
  person >= 0 ? [person] : candidates

/** Returns the gender of a person; null if the text has not told it yet. */
export const genderIn = (context: SpeakerContext, person: number): Gender | null =>
  context.cast.people[person]?.gender ?? context.genders.get(person) ?? null

/** Returns the first token of a span. */
export const firstTokenOfSpan = ({ tokens }: Words, span: Span): number => tokenAt(tokens, span.start)
