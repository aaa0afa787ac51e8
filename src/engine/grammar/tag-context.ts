import type { Token } from '../types.ts'
import { Can, CLOSED, type Reading } from './readings.ts'
import { VerbForm, type VerbFormCode, WordClass, type WordClassCode } from './word-class.ts'

export interface Tags {
  readonly classes: Uint8Array
  readonly forms: Uint8Array
  /** What each token's spelling can be. */
  readonly readings: readonly Reading[]
  /** The `Can` bits of the readings, side by side: most rules look at nothing else of a neighbour. */
  readonly cans: Int32Array
}

/** What a rule sees of the sentence: the readings of all tokens and the classes decided so far. */
export interface Context extends Tags {
  readonly tokens: readonly Token[]
  readonly first: number
  readonly last: number
  /** True where most words are capitalised, so that capitals say nothing (headlines). */
  readonly titleCase: boolean
}

/** Writes down what a token is. */
export function set(
  context: Context,
  index: number,
  wordClass: WordClassCode,
  form: VerbFormCode = VerbForm.none,
) {
  context.classes[index] = wordClass
  context.forms[index] = form
}

/** What the spelling of a token can be; a mark beyond the sentence. */
export const canAt = ({ cans, last }: Context, index: number): number =>
  index < last ? (cans[index] as number) : Can.punctuation

/** The class decided for a token; a mark before the sentence. */
export const classAt = ({ classes, first }: Context, index: number): number =>
  index >= first ? (classes[index] as number) : WordClass.punctuation

/** The look-up form of a token; empty beyond the sentence. */
export const lowerAt = ({ tokens, first, last }: Context, index: number): string =>
  index >= first && index < last ? (tokens[index] as Token).lower : ''

/** True where a spelling can go on a noun phrase that has begun. */
export const isNominal = (can: number): boolean =>
  (can & (Can.noun | Can.capital | Can.adjective)) !== 0 && !(can & (CLOSED | Can.adverb))
