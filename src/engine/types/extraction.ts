import type { Edtf } from '../../core/edtf.ts'
import type { Span } from '../../core/span.ts'
import type { Attribution, Polarity, SaidBasis, SpeakerKind, StatementType } from '../../core/vocabulary.ts'

/** The facts about a text that its caller knows. */
export interface Circumstances {
  /** The date of publication, as EDTF with bounds; null or missing if it is unknown. Relative dates count from it. */
  readonly published?: Edtf | null | undefined
  /** People that the caller knows, with their other names. They improve the resolution of names. Default: none. */
  readonly knownPeople?: readonly KnownPerson[] | undefined
}

/** A person whom the caller knows. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
}

/** A date expression of the text, resolved. */
export interface DateExpression extends Span, Edtf {
  readonly basis: Exclude<SaidBasis, 'bounded' | 'publication'>
  /** The name of the parser that read the expression. */
  readonly rule: string
}

/**
 * The date of the words, and the expression that gives the date. `latest` is null only if the publication date is
 * unknown.
 */
export interface Said extends Edtf {
  readonly basis: SaidBasis
  readonly expression: Span | null
}

/** The speaker, as far as the text tells. */
export interface Speaker {
  readonly kind: SpeakerKind
  /** The words that name the speaker at the statement, with titles and appositives; null if there are none. */
  readonly mention: Span | null
  /** The earlier mention to which a pronoun or a short name refers; null if none is needed. */
  readonly antecedent: Span | null
  /** The full name of a person as the article prints it ("Vedant Patel"); null if the engine cannot tell. */
  readonly name: string | null
  /** The id of the known person (`Circumstances.knownPeople`) with that name; null if none fits. */
  readonly knownId: string | null
  /**
   * The organization that speaks, or in which the person holds the role ("State Department"); null if none is printed.
   */
  readonly organization: string | null
  /** The role printed with the person's nearest mention at or before the statement. */
  readonly role: { readonly text: string; readonly span: Span; readonly former: boolean } | null
  readonly attribution: Attribution
  /** The full names of the possible people, if `attribution` is `ambiguous`. */
  readonly candidates: readonly string[]
  /** The rule that decided who the speaker is. */
  readonly rule: string
}

/** A statement with its speaker and its date. */
export interface Statement {
  readonly type: StatementType
  readonly polarity: Polarity
  /** The reported words, without quotation marks; several spans if they are split or run over paragraphs. */
  readonly content: readonly Span[]
  /** The parts of `content` in quotation marks: all of a direct statement, none of an indirect statement. */
  readonly quoted: readonly Span[]
  readonly cue: Span | null
  readonly speaker: Speaker
  readonly said: Said
  /** The place or medium in which the words were spoken: "a Washington briefing". */
  readonly venue: Span | null
  /** The people to whom the words were spoken: "reporters". */
  readonly addressee: Span | null
  /** The person or paper through whom the words reached the article. */
  readonly relay: Span | null
  /** The piece of another statement's `content` that holds these words: a report inside a report. Null for others. */
  readonly within: Span | null
  /** From 0 to 1. Of statements with 0.9, about nine in ten have the right words, and the right words for the speaker. */
  readonly confidence: number
  /** From 0 to 1: how often such a speaker is the person or organization named; null if the speaker has no name. */
  readonly speakerConfidence: number | null
  /** The name of the rule that found the statement, such as `direct/quote-speaker-cue`. */
  readonly rule: string
}

/** A person of the article, with all mentions. */
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

/** Everything that the engine finds in a text, in text order. */
export interface Extraction {
  readonly statements: readonly Statement[]
  readonly dates: readonly DateExpression[]
  readonly people: readonly Person[]
}
