import type { Span } from '../../core/span.ts'
import type { Polarity, StatementType } from '../../core/vocabulary.ts'

/** A run of quoted text, found by its marks alone. */
export interface Quotation extends Span {
  /** The words inside the marks. A quotation that is reopened in each paragraph has several spans. */
  readonly content: readonly Span[]
  /** `transcript`: without marks, the words after a speaker's label ("Q:", "LEE:") in a printed conversation.
   * `interview`: a question or an answer of an interview without labels. */
  readonly marks: 'curly' | 'straight' | 'apostrophes' | 'single' | 'guillemets' | 'transcript' | 'interview'
  /** False if the closing mark is missing and the engine inferred the end. */
  readonly closed: boolean
  /** The use of the marks: speech, or a scare quote, a title of a work, a nickname, a slogan, a heading. */
  readonly use: 'speech' | 'fragment' | 'title' | 'nickname' | 'slogan' | 'heading' | 'scare'
  /** The number of quotations around this quotation: 0 for an outermost quotation. */
  readonly depth: number
  /** The words that name the speaker of a turn. */
  readonly label?: Span
  /** How they stand: before the words, in a line with the time of a message, or in a line of their own. */
  readonly labelRule?: 'direct/transcript' | 'direct/message' | 'direct/speaker-line'
  /** The time code of a subtitle. */
  readonly timeCode?: Span
}

/** The words that mark reported speech: "said", "according to", a colon after a name. */
export interface Cue extends Span {
  /** The dictionary form of the reporting word: "say", "according to". */
  readonly lemma: string
  readonly kind: 'verb' | 'preposition' | 'noun' | 'colon' | 'transcript'
  readonly polarity: Polarity
}

/** A statement without a resolved speaker: the reported words, the cue, and the words nearby that name the speaker. */
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
  /** A report inside these words: "said the mayor had said it rained". It is a statement of its own. */
  readonly inner?: Finding
  readonly rule: string
}

/** Returns true for the report of a source that passes on what a person said: "Lee said it rained, according to the paper". */
export const isPassedOn = ({ inner, cue }: Finding): boolean =>
  inner !== undefined && cue?.kind === 'preposition'
