import type { Span } from '../../core/span.ts'
import type { Spelling } from '../lexicon/spelling.ts'
import type { TokenKind } from '../lexicon/text/characters.ts'

export interface Token extends Span {
  readonly text: string
  /** Lower case, apostrophes and marks straightened: for look-ups only, never for output. */
  readonly lower: string
  readonly kind: TokenKind
  /** Index into `Document.sentences`. */
  readonly sentence: number
  /** What is known of it by its spelling alone. */
  readonly spelling: Spelling
}

export interface Sentence extends Span {
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number
  /** `[firstToken, lastToken)` into `Document.tokens`. */
  readonly firstToken: number
  readonly lastToken: number
}

export interface Paragraph extends Span {
  readonly firstSentence: number
  readonly lastSentence: number
}

export interface Document {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  /** For each token what it signals to the steps that look for it (`Signal` bits). */
  readonly signals: Uint8Array
}
