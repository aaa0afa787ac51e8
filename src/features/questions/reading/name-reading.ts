import type { NameKind } from '../../../core/vocabulary.ts'
import type { WordRange } from './range.ts'

/** A person, an organization or a publisher on record. */
export interface KnownName {
  readonly kind: NameKind
  readonly id: string
  /** Null for a publisher. */
  readonly slug: string | null
  readonly name: string
  /** How much is on record from it. */
  readonly statements: number
}

/** What words of a question may name. */
export interface NameMatch extends WordRange {
  /** Whether the words are the whole name, the family name, the given name, or nearly a name. */
  readonly by: 'name' | 'surname' | 'given' | 'slip'
  readonly named: readonly KnownName[]
}

/** How words that may be a name are read. */
export interface NameReading extends WordRange {
  /** What the words stand for, all of one kind; empty if they are only searched. */
  readonly taken: readonly KnownName[]
  /** What else they may mean. */
  readonly others: readonly KnownName[]
  readonly note: string | null
}
