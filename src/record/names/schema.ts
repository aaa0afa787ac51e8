import { z } from 'zod'
import type { NameKind } from '../../core/vocabulary.ts'

/** What a search of names asks for. */
export interface NameQuestion {
  /** What was typed: words, the last one perhaps unfinished. */
  readonly q: string
  readonly kinds: readonly NameKind[]
  /** The most subjects to find. */
  readonly limit: number
  /** Only names and aliases, no titles. */
  readonly withoutTitles?: boolean
}

/** The words of a search in one reading. The first reading of "O'Neill" is "oneill", another one "o neill". */
export type Reading = readonly string[]

/** How a name answers a search, best first. */
export const MATCHES = ['word', 'prefix', 'alias', 'title', 'sound', 'slip'] as const
export type Match = (typeof MATCHES)[number]

/** A person, an organization or a publisher that a search found. */
export interface FoundName {
  readonly kind: NameKind
  /** The id; for a publisher, its key. */
  readonly id: string
  /** Null for a publisher. */
  readonly slug: string | null
  readonly name: string
  /** The name, alias or title that answers the search. */
  readonly spelling: string
  readonly matched: Match
  readonly statements: StatementCount
}

/** How much is on record from a subject. */
export interface StatementCount {
  readonly count: number
  /** False if the count is an estimate: subjects with very many statements are not counted for each search. */
  readonly exact: boolean
}

/** A spelling that a search found, as the database holds it. */
export interface FoundSpelling {
  readonly kind: NameKind
  readonly subject: string
  readonly form: 'name' | 'alias' | 'title'
  readonly spelling: string
  /** Its first reading: folded words with single spaces. */
  readonly folded: string
  /** The words of all its readings. */
  readonly words: readonly string[]
  /** How much its subject said, when it was last counted. */
  readonly statements: number
}

/** A word of a name that may be meant by a word of a search. */
export interface LikeWord {
  readonly asked: string
  readonly word: string
  /** Whether both sound alike. */
  readonly sounds: boolean
}

/** What a list of people or organizations looks for: what the caller wrote, or the records with names like it. */
export type NameSearch = string | { readonly ids: readonly string[] }

/** The part of a page that says that its items only have names like the search. */
export const SIMILAR_FACT = {
  similar: z
    .literal(true)
    .optional()
    .describe('Only if no name has the words of `q`: the items have names like them.'),
}
