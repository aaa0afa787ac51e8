/**
 * The closed lists of the field. Everything that names a kind of something takes it from here: the engine's
 * types, the zod shapes, the database's enums (a test holds the two equal).
 */

/** direct: all in quotation marks; mixed: a paraphrase holding quoted words; indirect: paraphrase only. */
export const STATEMENT_TYPES = ['direct', 'mixed', 'indirect'] as const
export type StatementType = (typeof STATEMENT_TYPES)[number]

/**
 * affirmed: said; denied: the speaker said it is not so; refused: declined to comment; negated: did not say it;
 * future: is expected to say it; asked: put as a question. Only what is affirmed, denied or asked was uttered.
 */
export const POLARITIES = ['affirmed', 'denied', 'refused', 'negated', 'future', 'asked'] as const
export type Polarity = (typeof POLARITIES)[number]

/** How the speaker is known. `ambiguous` and `none` are answers, never guesses dressed as facts. */
export const ATTRIBUTIONS = ['named', 'pronoun', 'carried-over', 'organization', 'ambiguous', 'none'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** What kind of thing speaks. */
export const SPEAKER_KINDS = ['person', 'organization', 'group', 'document', 'unknown'] as const
export type SpeakerKind = (typeof SPEAKER_KINDS)[number]

/** How fine a date is. `interval`: two bounds that are no single calendar unit; `open`: one bound is unknown. */
export const DATE_PRECISIONS = [
  'day',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
  'interval',
  'open',
] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

/**
 * How a said-date is known. stated: printed in full; relative-to-publication / relative-to-narrative: reckoned
 * from an expression; bounded: something dated bounds the words without dating them; publication: the text gives
 * no date, so only "on or before publication".
 */
export const SAID_BASES = [
  'stated',
  'relative-to-publication',
  'relative-to-narrative',
  'bounded',
  'publication',
] as const
export type SaidBasis = (typeof SAID_BASES)[number]

/** How a publication date is known. */
export const PUBLISHED_BASES = ['stated', 'inferred', 'unknown'] as const
export type PublishedBasis = (typeof PUBLISHED_BASES)[number]

/** machine: as extracted; the others are a person's word on it. */
export const STATEMENT_STATUSES = ['machine', 'verified', 'disputed', 'retracted', 'rejected'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

/** What a span of a statement proves. */
export const SPAN_KINDS = [
  'content',
  'quoted',
  'speaker',
  'cue',
  'antecedent',
  'role',
  'expression',
  'venue',
  'addressee',
  'relay',
] as const
export type SpanKind = (typeof SPAN_KINDS)[number]

/** What has a history, and so what changes tell of. */
export const SUBJECTS = ['article', 'official', 'organization', 'statement'] as const
export type Subject = (typeof SUBJECTS)[number]
