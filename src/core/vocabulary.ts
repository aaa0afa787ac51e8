/**
 * The closed vocabularies of the domain. The types of the engine, the zod schemas and the enums of the database all
 * use these lists. A test compares them with the database.
 */

/**
 * direct: all words are in quotation marks; mixed: a paraphrase that contains quoted words; indirect: only a
 * paraphrase.
 */
export const STATEMENT_TYPES = ['direct', 'mixed', 'indirect'] as const
export type StatementType = (typeof STATEMENT_TYPES)[number]

/**
 * The relation of the speaker to the words. Only affirmed, denied and asked statements were uttered.
 * affirmed: the speaker said it.
 * denied: the speaker said that it is not true.
 * refused: the speaker declined to comment.
 * negated: the speaker did not say it.
 * future: the speaker is expected to say it.
 * asked: the speaker asked it as a question.
 */
export const POLARITIES = ['affirmed', 'denied', 'refused', 'negated', 'future', 'asked'] as const
export type Polarity = (typeof POLARITIES)[number]

/**
 * The kinds of evidence for a speaker. If the text does not decide, the answer is `ambiguous` or `none`, not a guess.
 */
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
 * The kinds of evidence for a said-date.
 * stated: the text prints the full date.
 * relative-to-publication, relative-to-narrative: computed from an expression such as "yesterday".
 * bounded: another date limits it on one side.
 * publication: the text gives no date, so it is on or before publication.
 */
export const SAID_BASES = [
  'stated',
  'relative-to-publication',
  'relative-to-narrative',
  'bounded',
  'publication',
] as const
export type SaidBasis = (typeof SAID_BASES)[number]

/** The kinds of evidence for a publication date. */
export const PUBLISHED_BASES = ['stated', 'inferred', 'unknown'] as const
export type PublishedBasis = (typeof PUBLISHED_BASES)[number]

/** The statuses of statements. The engine sets `machine`; a reviewer sets the others. */
export const STATEMENT_STATUSES = ['machine', 'verified', 'disputed', 'retracted', 'rejected'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

/** The parts of a statement for which a span can be evidence. */
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
  'within',
] as const
export type SpanKind = (typeof SPAN_KINDS)[number]

/**
 * The decisions about two statements. join: they report one utterance; part: they report two; lift: an earlier decision
 * to part them does not count.
 */
export const SIGHTING_DECISIONS = ['join', 'part', 'lift'] as const
export type SightingDecision = (typeof SIGHTING_DECISIONS)[number]

/** The kinds of records that have revisions, and so appear in the feed of changes. */
export const SUBJECTS = ['article', 'official', 'organization', 'statement'] as const
export type Subject = (typeof SUBJECTS)[number]

/** The sources of a position. printed: beside a name in an article; roster: from a roster; person: from a reviewer. */
export const POSITION_BASES = ['printed', 'roster', 'person'] as const

/**
 * The reasons why the person of a name is uncertain. several: more than one person on record fits; conflict: the
 * article contradicts the record; doubt: the article neither fits nor contradicts the record.
 */
export const CANDIDATE_REASONS = ['several', 'conflict', 'doubt'] as const
export type CandidateReason = (typeof CANDIDATE_REASONS)[number]

/**
 * The decisions of a reviewer about an uncertain name: it means a person on record, it means a new person, or it needs
 * no record.
 */
export const CANDIDATE_DECISIONS = ['same', 'new', 'none'] as const
export type CandidateDecision = (typeof CANDIDATE_DECISIONS)[number]

/** merge: two records are one person; split: some statements belong to another person. */
export const MOVE_KINDS = ['merge', 'split'] as const

/** The states of a job. receiving: its lines still arrive, and no caller sees it; waiting: not begun. */
export const JOB_STATES = ['receiving', 'waiting', 'running', 'done', 'cancelled'] as const

/**
 * The states of a line. failed: the line itself is invalid; dead: given up after several attempts. Callers see both as
 * failed.
 */
export const JOB_ITEM_STATES = ['waiting', 'done', 'failed', 'dead', 'cancelled'] as const
export type JobItemState = (typeof JOB_ITEM_STATES)[number]

/**
 * The states of a webhook. The service disables a webhook after its receiver failed for days, or answered that it is
 * gone.
 */
export const WEBHOOK_STATUSES = ['active', 'paused', 'disabled'] as const

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** The formats of feeds and sitemaps. rdf: RSS 1.0; json: JSON Feed. */
export const SOURCE_KINDS = ['rss', 'atom', 'rdf', 'json', 'sitemap'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** The states of a source. The service disables a source that is gone, fails for weeks, or is there twice. */
export const SOURCE_STATUSES = ['active', 'paused', 'disabled'] as const

/** The states of an entry. skipped: not fetched; failed: fetched, but not ingested. */
export const SOURCE_ENTRY_STATES = ['waiting', 'ingested', 'skipped', 'failed'] as const
export type SourceEntryState = (typeof SOURCE_ENTRY_STATES)[number]

/** The kinds of records with a name. */
export const NAME_KINDS = ['official', 'organization', 'publisher'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** The form of a name: the name itself, another name, or the title of a position of the person. */
export const NAME_FORMS = ['name', 'alias', 'title'] as const
