import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from '../lexicon/grammar/word-class.ts'
import { Can, CLOSED_CLASSES, type WordReading } from '../lexicon/grammar/word-readings.ts'
import type { Token } from '../types/document.ts'

export interface Tags {
  readonly classes: Uint8Array
  readonly forms: Uint8Array
  /** What each token's spelling can be. */
  readonly readings: readonly WordReading[]
  /** The `Can` bits of the readings, side by side: most rules look at nothing else of a neighbour. */
  readonly cans: Int32Array
}

/** What a rule sees of the sentence: the readings of all tokens and the classes decided so far. */
export interface TagContext extends Tags {
  readonly tokens: readonly Token[]
  readonly first: number
  readonly last: number
  /** True where most words are capitalised, so that capitals say nothing (headlines). */
  readonly titleCase: boolean
}

/** Writes down what a token is. */
export function setClass(
  context: TagContext,
  index: number,
  wordClass: WordClassCode,
  form: VerbFormCode = VerbForm.none,
) {
  context.classes[index] = wordClass
  context.forms[index] = form
}

/** What the spelling of a token can be; a mark beyond the sentence. */
export const canInSentence = ({ cans, last }: TagContext, index: number): number =>
  index < last ? (cans[index] as number) : Can.punctuation

/** The class decided for a token; a mark before the sentence. */
export const classInSentence = ({ classes, first }: TagContext, index: number): number =>
  index >= first ? (classes[index] as number) : WordClass.punctuation

/** The look-up form of a token; empty beyond the sentence. */
export const lowerInSentence = ({ tokens, first, last }: TagContext, index: number): string =>
  index >= first && index < last ? (tokens[index] as Token).lower : ''

/** True where a spelling can go on a noun phrase that has begun. */
export const canContinueNounPhrase = (can: number): boolean =>
  (can & (Can.noun | Can.capital | Can.adjective)) !== 0 && !(can & (CLOSED_CLASSES | Can.adverb))
