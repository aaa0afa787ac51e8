import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from '../lexicon/grammar/word-class.ts'
import { Can, CLOSED_CLASSES, type WordReading } from '../lexicon/grammar/word-readings.ts'
import type { Token } from '../types/document.ts'

/** The word classes and verb forms of a document, parallel to `Document.tokens`. */
export interface Tags {
  readonly classes: Uint8Array
  readonly forms: Uint8Array
  /** For each token, the possible readings of its spelling. */
  readonly readings: readonly WordReading[]
  /** The `Can` bits of the readings in one array, because most rules read only these of a neighbor. */
  readonly cans: Int32Array
}

/** The input of a tagging rule: the readings of all tokens, and the classes decided so far. */
export interface TagContext extends Tags {
  readonly tokens: readonly Token[]
  readonly first: number
  readonly last: number
  /** True if most words are capitalized, as in headlines. Capitals then show nothing. */
  readonly titleCase: boolean
}

/** Sets the class and the form of a token. */
export function setClass(
  context: TagContext,
  index: number,
  wordClass: WordClassCode,
  form: VerbFormCode = VerbForm.none,
) {
  context.classes[index] = wordClass
  context.forms[index] = form
}

/** Returns the `Can` bits of the spelling of a token; `Can.punctuation` after the end of the sentence. */
export const canInSentence = ({ cans, last }: TagContext, index: number): number =>
  index < last ? (cans[index] as number) : Can.punctuation

/** Returns the class decided for a token; `WordClass.punctuation` before the start of the sentence. */
export const classInSentence = ({ classes, first }: TagContext, index: number): number =>
  index >= first ? (classes[index] as number) : WordClass.punctuation

/** Returns the look-up form of a token; empty outside the sentence. */
export const lowerInSentence = ({ tokens, first, last }: TagContext, index: number): string =>
  index >= first && index < last ? (tokens[index] as Token).lower : ''

/** Returns true if a word with these `Can` bits can continue a noun phrase. */
export const canContinueNounPhrase = (can: number): boolean =>
  (can & (Can.noun | Can.capital | Can.adjective)) !== 0 && !(can & (CLOSED_CLASSES | Can.adverb))
