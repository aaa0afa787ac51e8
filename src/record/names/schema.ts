import { z } from 'zod'
import type { NameKind } from '../../core/vocabulary.ts'

/** A search of names. */
export interface NameQuestion {
  /** The text that was typed. Its last word may be unfinished. */
  readonly q: string
  readonly kinds: readonly NameKind[]
  /** The most subjects to find. */
  readonly limit: number
  /** True for names and aliases without titles. */
  readonly withoutTitles?: boolean
}

/** The words of a search in one reading. The first reading of "O'Neill" is "oneill", another one "o neill". */
export type Reading = readonly string[]

/** The ways in which a name matches a search, best first. */
export const MATCHES = ['word', 'prefix', 'alias', 'title', 'sound', 'slip'] as const
export type Match = (typeof MATCHES)[number]

/** A person, an organization or a publisher. */
export interface NamedRecord {
  readonly kind: NameKind
  /** The id; for a publisher, its key. */
  readonly id: string
  /** Null for a publisher. */
  readonly slug: string | null
  readonly name: string
  readonly statements: StatementCount
}

/** The records that a phrase names. */
export interface NamedByPhrase extends NamedRecord {
  readonly phrase: string
  /** True if the phrase is only the family name. */
  readonly isSurname: boolean
}

/** A person, an organization or a publisher that a search found. */
export interface FoundName extends NamedRecord {
  /** The name, alias or title that matches the search. */
  readonly spelling: string
  readonly matched: Match
}

/** The number of a subject's statements. */
export interface StatementCount {
  readonly count: number
  /** False if the count is an estimate. Subjects with very many statements are not counted for each search. */
  readonly exact: boolean
}

/** A spelling that a search found, as the database holds it. */
export interface FoundSpelling {
  readonly kind: NameKind
  readonly subject: string
  readonly form: 'name' | 'alias' | 'title'
  readonly spelling: string
  /** The first reading of the spelling: folded words with single spaces. */
  readonly folded: string
  /** The words of all readings of the spelling. */
  readonly words: readonly string[]
  /** The number of its subject's statements at the last count. */
  readonly statements: number
}

/** A word of a name that a word of a search may mean. */
export interface LikeWord {
  readonly asked: string
  readonly word: string
  /** True if both words sound alike. */
  readonly sounds: boolean
}

/** The search in a list of people or organizations: the text of the caller, or the records with similar names. */
export type NameSearch = string | { readonly ids: readonly string[] }

/** The field of a page that says that its items only have similar names. */
export const SIMILAR_FACT = {
  similar: z
    .literal(true)
    .optional()
    .describe('Only if no name has the words of `q`: the items have similar names.'),
}
