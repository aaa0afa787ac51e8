/** Access to the words of a document. An index outside the document gives the stated default and never throws. */
import type { Span } from '../../core/span.ts'
import type { Grammar } from '../grammar/analyze.ts'
import { type VerbReading, verbReading } from '../lexicon/grammar/inflect.ts'
import type { Document, Sentence, Token } from '../types/document.ts'

/** The tokens of a document with their word classes. Every rule reads them. */
export interface Words {
  readonly document: Document
  /** `document.tokens`. */
  readonly tokens: readonly Token[]
  /** For each token, its `WordClass`. */
  readonly classes: Uint8Array
  /** For each token, its `VerbForm`. */
  readonly forms: Uint8Array
}

/** A run of tokens, `[first, last)`. */
export interface Range {
  readonly first: number
  readonly last: number
}

export const wordsOf = (document: Document, grammar: Grammar): Words => ({
  document,
  tokens: document.tokens,
  classes: grammar.classes,
  forms: grammar.forms,
})

/** Returns the look-up form of a token: lower case, straight marks; empty outside the document. */
export const lowerAt = ({ tokens }: Pick<Words, 'tokens'>, index: number): string =>
  tokens[index]?.lower ?? ''

/** Returns the form of a token for lists of names: lower case, no accents; empty outside the document. */
export const foldedAt = ({ tokens }: Words, index: number): string => tokens[index]?.spelling.folded ?? ''

/** Returns the lists of names that hold a token's word (`Listed` bits). */
export const listsAt = ({ tokens }: Words, index: number): number => tokens[index]?.spelling.lists ?? 0

/** Returns the listed verb of which a token can be a form, without its accents; undefined if there is none. */
export function listedVerbAt({ tokens }: Words, index: number): VerbReading | undefined {
  const spelling = tokens[index]?.spelling
  if (spelling === undefined) return undefined
  return spelling.folded === spelling.lower ? spelling.listedVerb : verbReading(spelling.folded)
}

/** Returns the `WordClass` of a token; -1 outside the document. */
export const classAt = ({ classes }: Words, index: number): number => classes[index] ?? -1

/** Returns true if a token begins with a capital letter. */
export function isCapitalized({ tokens }: Words, index: number): boolean {
  const text = tokens[index]?.text ?? ''
  const code = text.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  const first = text.charAt(0)
  return first !== first.toLowerCase()
}

/** Returns the sentence that holds a token; the first sentence for an index outside the document. */
export const sentenceAt = ({ tokens, document }: Words, index: number): Sentence =>
  document.sentences[tokens[index]?.sentence ?? 0] as Sentence

/** Returns the first token of the sentence that holds a token; 0 outside the document. */
export const firstTokenOfSentence = ({ document, tokens }: Words, index: number): number =>
  document.sentences[tokens[index]?.sentence ?? -1]?.firstToken ?? 0

/** Returns the token after the sentence that holds a token; 0 outside the document. */
export const endOfSentence = ({ document, tokens }: Words, index: number): number =>
  document.sentences[tokens[index]?.sentence ?? -1]?.lastToken ?? 0

/** Returns the characters that a run of tokens covers. The run must not be empty. */
export const spanOf = ({ tokens }: Words, { first, last }: Range): Span => ({
  start: (tokens[first] as Token).start,
  end: (tokens[last - 1] as Token).end,
})

/** Returns the text from token `first` to the token before `last`. */
export const textOf = ({ document, tokens }: Words, first: number, last: number): string =>
  document.text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0)
