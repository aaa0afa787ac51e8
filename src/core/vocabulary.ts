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

/** How a position is known. printed: beside a name in an article; roster: from a roster; person: from a reviewer. */
export const POSITION_BASES = ['printed', 'roster', 'person'] as const
export type PositionBasis = (typeof POSITION_BASES)[number]

/**
 * Why it is uncertain whom a name means. several: more than one person on record fits; conflict: the article
 * contradicts the record; doubt: it neither fits nor contradicts.
 */
export const CANDIDATE_REASONS = ['several', 'conflict', 'doubt'] as const
export type CandidateReason = (typeof CANDIDATE_REASONS)[number]

/** What a reviewer decides about an uncertain name: a person on record, a new one, or no one to record. */
export const CANDIDATE_DECISIONS = ['same', 'new', 'none'] as const
export type CandidateDecision = (typeof CANDIDATE_DECISIONS)[number]

/** merge: two people are one; split: some statements are another person's. */
export const MOVE_KINDS = ['merge', 'split'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

/** receiving: its lines still arrive, and no caller sees it; waiting: not begun. */
export const JOB_STATES = ['receiving', 'waiting', 'running', 'done', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

/** failed: the line itself is at fault; dead: given up after several attempts. */
export const JOB_ITEM_STATES = ['waiting', 'done', 'failed', 'dead', 'cancelled'] as const
export type JobItemState = (typeof JOB_ITEM_STATES)[number]

/** disabled: by the service, after the receiver failed for days or said that it is gone. */
export const WEBHOOK_STATUSES = ['active', 'paused', 'disabled'] as const
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number]

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]
