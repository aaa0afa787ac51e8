import type { Span } from '../../core/span.ts'
import type { Affiliation } from './appositives.ts'
import type { Gender } from './given-names.ts'
import type { Role } from './roles.ts'

/**
 * No name or role is longer, in UTF-16 code units. Every statement of a speaker repeats these words, so that without a
 * bound the findings could grow with the square of the text.
 */
export const LONGEST_NAME = 200

/** A place where the text names somebody. */
export interface NameMention {
  /** The name alone, without titles. */
  readonly span: Span
  /** The name with its title and appositive. */
  readonly phrase: Span
  /** The name's tokens, `[first, last)`, and the first token of its phrase. */
  readonly first: number
  readonly last: number
  readonly phraseFirst: number
  readonly form: 'full' | 'surname' | 'given'
  /** Index into `Cast.people`; -1 where several people can be meant. */
  readonly person: number
  /** Indices of the people it may be where `person` is -1. */
  readonly candidates: readonly number[]
  readonly role: Role | null
}

export interface CastPerson {
  /** The fullest form of the name printed in the text, without titles. */
  readonly name: string
  readonly gender: Gender | null
  /** "68" of "Ali Khan, 68,"; null where no age is printed. */
  readonly age: string | null
  /** Party and state, where printed: "(D-Ore.)". */
  readonly affiliation: Affiliation | null
  /** Roster id, where exactly one entry fits. */
  readonly official: string | null
  /** Indices into `Cast.mentions`, in order of the text. */
  readonly mentions: readonly number[]
  /** False for a name that nothing but its shape shows to be a person's. */
  readonly certain: boolean
}

/** A place where the text names an organization or a place that can speak for itself. */
export interface OrganizationMention {
  readonly span: Span
  readonly first: number
  readonly last: number
}

/** What a text shortens the names of its organizations to. */
export interface OrganizationNames {
  /** Acronyms that stand in brackets beside the name they stand for. */
  readonly acronyms: ReadonlyMap<string, string>
  /** Names of two words and more by their last word, folded; null where several organizations end so. */
  readonly byHead: ReadonlyMap<string, string | null>
  /** Names of firms without their legal forms, and their first words: "Norpetro" of "Norpetro Holdings plc". */
  readonly shortened: ReadonlyMap<string, string>
}

/** Everybody a text names. */
export interface Cast {
  readonly people: readonly CastPerson[]
  /** The family names of those who are people for certain, folded. */
  readonly surnames: ReadonlySet<string>
  /** In order of the text. */
  readonly mentions: readonly NameMention[]
  readonly organizations: readonly OrganizationMention[]
  readonly names: OrganizationNames
  /** For each token the index of the mention whose name it belongs to, or -1. */
  readonly mentionOf: Int32Array
}
