import type { Quoted } from '../../core/span.ts'
import type { Reading } from '../quotation/read-quotation.ts'
import type { GapFold } from '../words/fold-gap.ts'
import type { WordFold } from '../words/fold-word.ts'

/**
 * The results of comparing the words of a quotation with one statement, the closest first. verbatim: whole sentences, or
 * all that is quoted; partial: a part of a sentence; spliced: pieces in order, with other words between them left out;
 * altered: the same statement with other words; paraphrase: the article has it outside of quotation marks; none:
 * another statement; too-short: too few words to prove anything.
 */
export const WORDS_VERDICTS = [
  'verbatim',
  'partial',
  'spliced',
  'altered',
  'paraphrase',
  'none',
  'too-short',
] as const
export type WordsVerdict = (typeof WORDS_VERDICTS)[number]

/** The kinds of change to one or more words in the quotation. */
export const CHANGE_KINDS = [
  'negation',
  'number',
  'date',
  'name',
  'contraction',
  'number-form',
  'spelling',
  'capitalization',
  'order',
  'added',
  'left-out',
  'other-word',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A difference that does not count as a change of the words. */
export type FoldKind =
  | WordFold
  | GapFold
  | 'case-at-start'
  | 'all-capitals'
  | 'bracketed-letter'
  | 'final-punctuation'
  | 'sound'
  | 'editor-of-the-article'

/** A difference that was ignored, with what stands in the quotation and in the statement. */
export interface Fold {
  readonly kind: FoldKind
  /** Offsets of the quotation. */
  readonly quote: Quoted
  /** Offsets of the snapshot. */
  readonly statement: Quoted
}

/** A change of words. One side is empty if words were added or left out; its offsets then say where. */
export interface Change {
  readonly kind: ChangeKind
  readonly quote: Quoted
  readonly statement: Quoted
  /** True if the editor put the words in brackets. */
  readonly isMarked: boolean
}

/** Words of the statement that the quotation leaves out between two pieces. */
export interface Gap {
  /** The place where the quotation goes on. */
  readonly quote: Quoted
  readonly statement: readonly Quoted[]
  readonly words: number
  /** True if an ellipsis stands in their place. */
  readonly isMarked: boolean
  /** True if the words are the report's, and not the speaker's. */
  readonly isReport: boolean
  /** "not", "never", "but", "if" and the like among them. */
  readonly turning: readonly Quoted[]
}

/** Words in brackets that are the editor's. */
export interface Gloss {
  readonly quote: Quoted
  /** The pronoun that they replace; null if they only explain. */
  readonly replaced: Quoted | null
}

/** Words that stand in both, in the quotation and in one or several pieces of the article. */
export interface MatchedWords {
  readonly quote: Quoted
  readonly statement: readonly Quoted[]
}

/** The words that a quotation leaves out of its first and last sentence. */
export interface Cut {
  readonly before: boolean
  readonly after: boolean
  /** "not", "never", "but", "if" and the like that the cut drops. */
  readonly turning: readonly Quoted[]
}

/** The result of comparing a quotation with one statement. */
export interface Comparison {
  readonly verdict: WordsVerdict
  /** The share of what the quotation says that the statement has in this order, from 0 to 1. */
  readonly share: number
  /** The reading of the quotation; null if it was too short. */
  readonly reading: Reading['kind'] | null
  readonly matched: readonly MatchedWords[]
  readonly folds: readonly Fold[]
  readonly changes: readonly Change[]
  readonly gaps: readonly Gap[]
  readonly glosses: readonly Gloss[]
  readonly cut: Cut
  /** True if the article interrupts the words with narration ("she said") that the quotation leaves out. */
  readonly isInterrupted: boolean
}
