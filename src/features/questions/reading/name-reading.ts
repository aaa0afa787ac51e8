import type { NameKind } from '../../../core/vocabulary.ts'
import type { WordRange } from './range.ts'

/** A person, an organization or a publisher on record. */
export interface KnownName {
  readonly kind: NameKind
  readonly id: string
  /** Null for a publisher. */
  readonly slug: string | null
  readonly name: string
  /** The number of its statements on record. */
  readonly statements: number
}

/** Words of a question, and the records that they may name. */
export interface NameMatch extends WordRange {
  /**
   * The part of the name that the words match: the whole name, the family name or the given name; `slip` for a misspelt
   * name.
   */
  readonly by: 'name' | 'surname' | 'given' | 'slip'
  readonly named: readonly KnownName[]
}

/** The reading of words that may be a name. */
export interface NameReading extends WordRange {
  /** The records that the words mean, all of one kind; empty if the words are searched instead. */
  readonly taken: readonly KnownName[]
  /** Other records that the words may mean. */
  readonly others: readonly KnownName[]
  readonly note: string | null
}
