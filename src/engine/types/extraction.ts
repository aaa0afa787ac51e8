import type { Edtf } from '../../core/edtf.ts'
import type { Span } from '../../core/span.ts'
import type { Attribution, Polarity, SaidBasis, SpeakerKind, StatementType } from '../../core/vocabulary.ts'

/** What the caller knows besides the text. */
export interface Circumstances {
  /** When the article was published, as EDTF with bounds; null where nobody knows. */
  readonly published: Edtf | null
  /** People and organizations already known, with other names: makes resolution better, never required. */
  readonly knownPeople: readonly KnownPerson[]
}

export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
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
  /** The id of the known person (`Circumstances.knownPeople`) that the name belongs to; null where none fits. */
  readonly knownId: string | null
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
  readonly knownId: string | null
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
