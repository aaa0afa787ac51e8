import type { Quoted } from '../../core/span.ts'
import type { Reading } from '../quotation/read-quotation.ts'
import type { GapFold } from '../words/fold-gap.ts'
import type { WordFold } from '../words/fold-word.ts'

/**
 * The results of a comparison of a quotation with one statement, the best match first. verbatim: whole sentences, or a
 * whole piece in quotation marks; partial: a part of a sentence; spliced: pieces in order, without the words between
 * them; altered: the same statement with changed words; paraphrase: the article has the words outside quotation marks;
 * none: another statement; too-short: too few words for a result.
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

/** A difference that was ignored, with its place in the quotation and in the statement. */
export interface Fold {
  readonly kind: FoldKind
  /** Offsets refer to the quotation. */
  readonly quote: Quoted
  /** Offsets refer to the snapshot. */
  readonly statement: Quoted
}

/**
 * A change of words. If words were added or left out, one side is empty, and its offsets are the place of the change.
 */
export interface Change {
  readonly kind: ChangeKind
  readonly quote: Quoted
  readonly statement: Quoted
  /** True if the editor put the words in brackets. */
  readonly isMarked: boolean
}

/** Words of the statement that the quotation leaves out between two pieces. */
export interface Gap {
  /** The place after the gap. */
  readonly quote: Quoted
  readonly statement: readonly Quoted[]
  readonly words: number
  /** True if the quotation has an ellipsis in their place. */
  readonly isMarked: boolean
  /** True if all words are words of the report, not of the speaker. */
  readonly isReport: boolean
  /** Words in the gap that can reverse the meaning: "not", "never", "but", "if". */
  readonly turning: readonly Quoted[]
}

/** Words in brackets that the editor added. */
export interface Gloss {
  readonly quote: Quoted
  /** The pronoun that the words replace; null if they only explain. */
  readonly replaced: Quoted | null
}

/** Equal words, in the quotation and in one or several pieces of the article. */
export interface MatchedWords {
  readonly quote: Quoted
  readonly statement: readonly Quoted[]
}

/** The words that a quotation leaves out of its first and last sentence. */
export interface Cut {
  readonly before: boolean
  readonly after: boolean
  /** The words that the cut drops and that can reverse the meaning: "not", "never", "but", "if". */
  readonly turning: readonly Quoted[]
}

/** The result of comparing a quotation with one statement. */
export interface Comparison {
  readonly verdict: WordsVerdict
  /** The share of the quotation, by weight, that the statement has in the same order, from 0 to 1. */
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
