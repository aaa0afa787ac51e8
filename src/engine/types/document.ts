/**
 * All spans are `[start, end)` in UTF-16 code units of `Document.text`. Each step returns new values and changes none.
 */
import type { Span } from '../../core/span.ts'
import type { Spelling } from '../lexicon/spelling.ts'
import type { TokenKind } from '../lexicon/text/characters.ts'

/** A word, a number or a mark. */
export interface Token extends Span {
  readonly text: string
  /** Lower case, straight apostrophes and marks. For look-ups only, never for output. */
  readonly lower: string
  readonly kind: TokenKind
  /** Index into `Document.sentences`. */
  readonly sentence: number
  /** The facts that the spelling alone tells. */
  readonly spelling: Spelling
}

export interface Sentence extends Span {
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number
  /** The tokens `[firstToken, lastToken)` of `Document.tokens`. */
  readonly firstToken: number
  readonly lastToken: number
}

export interface Paragraph extends Span {
  readonly firstSentence: number
  readonly lastSentence: number
}

/** A text with its paragraphs, sentences and tokens. */
export interface Document {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  /** For each token, its `Signal` bits. */
  readonly signals: Uint8Array
}
