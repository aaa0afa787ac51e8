/**
 * The closed vocabularies of the domain. The types of the engine, the zod schemas and the enums of the database all
 * use these lists. A test compares them with the database.
 */

/** direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: paraphrase only. */
export const STATEMENT_TYPES = ['direct', 'mixed', 'indirect'] as const
export type StatementType = (typeof STATEMENT_TYPES)[number]

/**
 * affirmed: the speaker said it; denied: the speaker said that it is not true; refused: the speaker declined to
 * comment; negated: the speaker did not say it; future: the speaker is expected to say it; asked: the speaker asked it
 * as a question. Only affirmed, denied and asked statements were uttered.
 */
export const POLARITIES = ['affirmed', 'denied', 'refused', 'negated', 'future', 'asked'] as const
export type Polarity = (typeof POLARITIES)[number]

/** How the speaker is known. If the text does not decide, the answer is `ambiguous` or `none`, not a guess. */
export const ATTRIBUTIONS = ['named', 'pronoun', 'carried-over', 'organization', 'ambiguous', 'none'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** The kind of speaker. */
export const SPEAKER_KINDS = ['person', 'organization', 'group', 'document', 'unknown'] as const
export type SpeakerKind = (typeof SPEAKER_KINDS)[number]

/** The precision of a date. `interval`: the bounds are not one calendar unit; `open`: one bound is unknown. */
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
 * How a said-date is known. stated: the text prints the full date; relative-to-publication and relative-to-narrative:
 * computed from an expression such as "yesterday"; bounded: another date limits it from one side; publication: the text
 * gives no date, so it is on or before publication.
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

/** machine: as extracted; a person set the others in review. */
export const STATEMENT_STATUSES = ['machine', 'verified', 'disputed', 'retracted', 'rejected'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

/** The part of a statement that a span is evidence for. */
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

/** The kinds of records that have revisions, and so appear in the feed of changes. */
export const SUBJECTS = ['article', 'official', 'organization', 'statement'] as const
export type Subject = (typeof SUBJECTS)[number]

/** How a position is known. printed: beside a name in an article; roster: from a roster; person: from a reviewer. */
export const POSITION_BASES = ['printed', 'roster', 'person'] as const

/**
 * Why it is uncertain whom a name means. several: more than one person on record fits; conflict: the article
 * contradicts the record; doubt: it neither fits nor contradicts.
 */
export const CANDIDATE_REASONS = ['several', 'conflict', 'doubt'] as const
export type CandidateReason = (typeof CANDIDATE_REASONS)[number]

/**
 * What a reviewer decides about an uncertain name: it means a person on record or a new person, or it needs no record.
 */
export const CANDIDATE_DECISIONS = ['same', 'new', 'none'] as const
export type CandidateDecision = (typeof CANDIDATE_DECISIONS)[number]

/** merge: two people are one; split: some statements are another person's. */
export const MOVE_KINDS = ['merge', 'split'] as const

/** receiving: its lines still arrive, and no caller sees it; waiting: not begun. */
export const JOB_STATES = ['receiving', 'waiting', 'running', 'done', 'cancelled'] as const

/** failed: the line itself is invalid; dead: given up after several attempts. Callers see both as failed. */
export const JOB_ITEM_STATES = ['waiting', 'done', 'failed', 'dead', 'cancelled'] as const
export type JobItemState = (typeof JOB_ITEM_STATES)[number]

/** disabled: by the service, after the receiver failed for days or said that it is gone. */
export const WEBHOOK_STATUSES = ['active', 'paused', 'disabled'] as const

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** What a name may belong to. */
export const NAME_KINDS = ['official', 'organization', 'publisher'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** The form of a name: the name itself, another name, or the title of a position of the person. */
export const NAME_FORMS = ['name', 'alias', 'title'] as const
