import type { Span } from '../../core/span.ts'
import type { Polarity, StatementType } from '../../core/vocabulary.ts'

/** A run of quoted text, found by its marks alone. */
export interface Quotation extends Span {
  /** The words inside the marks. A quotation that is reopened in each paragraph has several spans. */
  readonly content: readonly Span[]
  /** `transcript`: without marks, the words after a speaker's label ("Q:", "LEE:") in a printed conversation. */
  readonly marks: 'curly' | 'straight' | 'apostrophes' | 'single' | 'guillemets' | 'transcript'
  /** False if the closing mark is missing and the end is inferred. */
  readonly closed: boolean
  /** Speech, or another use of quotation marks: scare quote, title of a work, nickname, slogan, heading. */
  readonly use: 'speech' | 'fragment' | 'title' | 'nickname' | 'slogan' | 'heading' | 'scare'
  /** The number of quotations around it: 0 for an outermost quotation. */
  readonly depth: number
}

/** The words that mark reported speech: "said", "according to", a colon after a name. */
export interface Cue extends Span {
  /** The dictionary form of the reporting word: "say", "according to". */
  readonly lemma: string
  readonly kind: 'verb' | 'preposition' | 'noun' | 'colon' | 'transcript'
  readonly polarity: Polarity
}

/** A statement without a resolved speaker: its words, its cue and the nearby words that name the speaker. */
export interface Finding {
  readonly type: StatementType
  readonly polarity: Polarity
  readonly content: readonly Span[]
  readonly quoted: readonly Span[]
  readonly cue: Cue | null
  /** The whole noun phrase that names the speaker, with titles and appositives; null if there is none. */
  readonly speaker: Span | null
  /** True if `speaker` stands in another sentence or paragraph. */
  readonly carriedOver: boolean
  readonly venue: Span | null
  readonly addressee: Span | null
  readonly relay: Span | null
  readonly rule: string
}
