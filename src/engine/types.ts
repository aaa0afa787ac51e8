/**
 * What flows through the engine. Every step takes these and returns new ones; nothing is changed in place.
 * All spans are `[start, end)` UTF-16 code units into `Document.text`.
 */
import type { Edtf } from '../core/edtf.ts'
import type { Span } from '../core/span.ts'
import type { Attribution, Polarity, SaidBasis, SpeakerKind, StatementType } from '../core/vocabulary.ts'
import type { TokenKind } from './text/characters.ts'
import type { Spelling } from './text/spelling.ts'

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

/** What the caller knows besides the text. */
export interface Circumstances {
  /** When the article was published, as EDTF with bounds; null where nobody knows. */
  readonly published: Edtf | null
  /** People and organizations already known, with other names: makes resolution better, never required. */
  readonly roster: readonly KnownOfficial[]
}

export interface KnownOfficial {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
}

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

/** A date expression of the text, resolved. */
export interface DateExpression extends Span, Edtf {
  readonly basis: Exclude<SaidBasis, 'bounded' | 'publication'>
  /** The name of the parser that read it. */
  readonly rule: string
}

/** When the words were spoken, and the expression that says so. `latest` is null only where publication is unknown. */
export interface Said extends Edtf {
  readonly basis: SaidBasis
  readonly expression: Span | null
}

export interface Speaker {
  readonly kind: SpeakerKind
  /** The words that name the speaker at the statement, titles and appositives included; null where there are none. */
  readonly mention: Span | null
  /** The earlier mention that a pronoun or short name leans on. */
  readonly antecedent: Span | null
  /** The full name of a person as the article prints it ("Vedant Patel"); null where the engine declines to say. */
  readonly name: string | null
  /** The id of the roster's entry, where one was recognised. */
  readonly official: string | null
  /** The organization that speaks, or whose role the person holds ("State Department"); null where not printed. */
  readonly organization: string | null
  /** The role as printed with the person's nearest mention at or before the words. */
  readonly role: { readonly text: string; readonly span: Span; readonly former: boolean } | null
  readonly attribution: Attribution
  /** Full names it may be, where `attribution` is `ambiguous`. */
  readonly candidates: readonly string[]
  /** The rule that decided who it is. */
  readonly rule: string
}

export interface Statement {
  readonly type: StatementType
  readonly polarity: Polarity
  /** What was said or reported, without quotation marks; several spans where it is split or runs over paragraphs. */
  readonly content: readonly Span[]
  /** The parts of `content` that stand in quotation marks: all of a direct statement, none of an indirect one. */
  readonly quoted: readonly Span[]
  readonly cue: Span | null
  readonly speaker: Speaker
  readonly said: Said
  /** Where the words were spoken ("a Washington briefing"), to whom, and through whom they reached the article. */
  readonly venue: Span | null
  readonly addressee: Span | null
  readonly relay: Span | null
  /** 0..1: of statements given 0.9, about nine in ten are whole and rightly attributed. */
  readonly confidence: number
  /** The rule that found it, such as `direct/speaker-after-cue`. */
  readonly rule: string
}

/** A person of the article, put together from all mentions. */
export interface Person {
  readonly name: string
  readonly official: string | null
  readonly mentions: readonly Span[]
  readonly roles: readonly {
    readonly text: string
    readonly span: Span
    readonly former: boolean
    readonly organization: string | null
  }[]
}

export interface Extraction {
  readonly statements: readonly Statement[]
  readonly dates: readonly DateExpression[]
  readonly people: readonly Person[]
}
