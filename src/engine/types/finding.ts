import type { Span } from '../../core/span.ts'
import type { Polarity, StatementType } from '../../core/vocabulary.ts'

/** A run of quoted text, found by its marks alone. */
export interface Quotation extends Span {
  /** The words inside the marks: several spans where the quotation is reopened at each paragraph. */
  readonly content: readonly Span[]
  /** `transcript`: no marks; the words after a speaker's label ("Q:", "LEE:") in a printed conversation. */
  readonly marks: 'curly' | 'straight' | 'apostrophes' | 'single' | 'guillemets' | 'transcript'
  /** False where the closing mark is missing and the end is inferred. */
  readonly closed: boolean
  /** Speech, or a use of marks that is none: a scare quote, a title of a work, a nickname, a slogan, a heading. */
  readonly use: 'speech' | 'fragment' | 'title' | 'nickname' | 'slogan' | 'heading' | 'scare'
  /** How many quotations it stands inside: 0 for the outermost. */
  readonly depth: number
}

/** The words that make a stretch of text reported speech: "said", "according to", a colon after a name. */
export interface Cue extends Span {
  /** The dictionary form of the word that reports: "say", "according to". */
  readonly lemma: string
  readonly kind: 'verb' | 'preposition' | 'noun' | 'colon' | 'transcript'
  readonly polarity: Polarity
}

/** A statement found: its words, its cue, and the words at hand that name the speaker. Who that is comes later. */
export interface Finding {
  readonly type: StatementType
  readonly polarity: Polarity
  readonly content: readonly Span[]
  readonly quoted: readonly Span[]
  readonly cue: Cue | null
  /** The whole noun phrase that names the speaker, titles and appositives included; null where there is none. */
  readonly speaker: Span | null
  /** True where `speaker` stands in another sentence or paragraph and is carried over to these words. */
  readonly carriedOver: boolean
  readonly venue: Span | null
  readonly addressee: Span | null
  readonly relay: Span | null
  readonly rule: string
}
