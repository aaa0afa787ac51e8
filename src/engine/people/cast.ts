import type { Span } from '../../core/span.ts'
import type { Gender } from '../lexicon/names/given-names.ts'
import type { OrganizationMention, OrganizationNames } from './organizations/organization-names.ts'
import type { Affiliation } from './roles/affiliations.ts'
import type { Role } from './roles/roles.ts'

/** A mention of a person by name. */
export interface NameMention {
  /** The name alone, without titles. */
  readonly span: Span
  /** The name with its title and appositive. */
  readonly phrase: Span
  /** The tokens `[first, last)` of the name, and the first token of its phrase. */
  readonly first: number
  readonly last: number
  readonly phraseFirst: number
  readonly form: 'full' | 'surname' | 'given'
  /** The index into `Cast.people`; -1 if the name can mean several people. */
  readonly person: number
  /** The indices of the possible people, if `person` is -1. */
  readonly candidates: readonly number[]
  readonly role: Role | null
}

/** A person of the text, with all mentions. */
export interface CastPerson {
  /** The longest form of the name in the text, without titles. */
  readonly name: string
  readonly gender: Gender | null
  /** True if a title, a role or a relation tells the gender, and not the given name alone. */
  readonly genderTold: boolean
  /** The age as printed: "68" of "Ali Khan, 68,". Null if no age is printed. */
  readonly age: string | null
  /** The party and the state as printed: "(D-Ore.)". Null if they are not printed. */
  readonly affiliation: Affiliation | null
  /** The id of the known person, if exactly one fits. */
  readonly knownId: string | null
  /** Indices into `Cast.mentions`, in text order. */
  readonly mentions: readonly number[]
  /** True if another certain person of the text has the same family name. */
  readonly hasNamesake: boolean
  /** False if only the form of the name suggests a person. */
  readonly certain: boolean
}

/** The people and organizations that a text names. */
export interface Cast {
  readonly people: readonly CastPerson[]
  /** The family names of all certain people, folded. */
  readonly surnames: ReadonlySet<string>
  /** In text order. */
  readonly mentions: readonly NameMention[]
  readonly organizations: readonly OrganizationMention[]
  readonly names: OrganizationNames
  /** For each token, the index of the mention whose name holds it, or -1. */
  readonly mentionOf: Int32Array
}
