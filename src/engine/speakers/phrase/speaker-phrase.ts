import type { Gender } from '../../lexicon/names/given-names.ts'
import type { Role } from '../../people/roles/roles.ts'

/** The words that name a speaker, before they are resolved to a person. Numbers are indices of tokens and mentions. */
export type SpeakerPhrase =
  | { readonly kind: 'pronoun'; readonly word: string; readonly token: number }
  | { readonly kind: 'name'; readonly mention: number; readonly role: Role | null }
  | { readonly kind: 'several'; readonly mentions: readonly number[] }
  | {
      readonly kind: 'description'
      readonly role: Role
      readonly definite: boolean
      readonly token: number
      readonly possessor: readonly string[]
      /** True for "his lawyer" and "Ruiz's lawyer". */
      readonly owned: boolean
    }
  | { readonly kind: 'age'; readonly definite: boolean; readonly age: string; readonly token: number }
  /** `official`: people who speak for their organization, such as "officials". */
  | { readonly kind: 'group'; readonly organization: string | null; readonly official: boolean }
  | { readonly kind: 'document' | 'organization'; readonly organization: string | null }
  /** A person by origin: "the Frenchman". */
  | {
      readonly kind: 'national'
      readonly definite: boolean
      readonly gender: Gender | null
      readonly token: number
    }
  | { readonly kind: 'unknown' }
