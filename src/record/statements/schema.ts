import { z } from 'zod'
import {
  ATTRIBUTIONS,
  type Attribution,
  DATE_PRECISIONS,
  POLARITIES,
  type Polarity,
  SAID_BASES,
  type SaidBasis,
  SPEAKER_KINDS,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
  type StatementStatus,
  type StatementType,
} from '../../core/vocabulary.ts'
import { Article, ArticleReference } from '../articles/schema.ts'
import { Official, OfficialReference } from '../officials/schema.ts'
import { Organization, OrganizationReference } from '../organizations/schema.ts'
import type { NamingFilters } from '../references/schema.ts'

export const Day = z.iso.date().describe('A calendar day, YYYY-MM-DD.')

/** Offsets are `[start, end)` in UTF-16 code units of the snapshot text: `text.slice(start, end) === exact`. */
export const Evidence = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string(),
  })
  .describe(
    'A piece of the snapshot: offsets [start, end) in UTF-16 code units, and exactly those characters.',
  )
export type Evidence = z.infer<typeof Evidence>

/** The names of the fields that hold one piece of evidence, or none. */
export type EvidenceField<Shape> = {
  [Name in keyof Shape]-?: Evidence extends NonNullable<Shape[Name]>
    ? NonNullable<Shape[Name]> extends Evidence
      ? Name
      : never
    : never
}[keyof Shape]

export const Said = z
  .object({
    edtf: z
      .string()
      .describe(
        'When the words were spoken, as an EDTF level 1 date or interval (`../2025-01?`: no later than).',
      ),
    earliest: Day.nullable().describe('The first possible day; null if the text sets no lower bound.'),
    latest: Day.nullable().describe(
      'The last possible day; null only if the date of publication is unknown.',
    ),
    precision: z.enum(DATE_PRECISIONS),
    basis: z
      .enum(SAID_BASES)
      .describe(
        'How the date is known. `publication`: the text gives no date, so only "on or before publication" is known.',
      ),
    expression: Evidence.nullable().describe('The words of the text that give the date.'),
  })
  .describe('When the words were spoken: never the date they were published or recorded.')
export type Said = z.infer<typeof Said>

/** The speaker as the text alone tells: names, but no records. */
export const PrintedSpeaker = z.object({
  name: z.string().nullable().describe('The full name the article prints; null if it names no person.'),
  kind: z.enum(SPEAKER_KINDS),
  organization: z
    .string()
    .nullable()
    .describe('The organization that speaks, or for which the person speaks, as printed.'),
  role: z
    .string()
    .nullable()
    .describe('The role as printed with the nearest mention at or before the words.'),
  former: z.boolean().describe('True if the article calls the role a former one.'),
  attribution: z
    .enum(ATTRIBUTIONS)
    .describe('How the speaker is known. `ambiguous` and `none` are valid answers.'),
  candidates: z.array(z.string()).describe('The possible speakers, if the attribution is ambiguous.'),
  mention: Evidence.nullable().describe('The words that name the speaker beside the statement.'),
  antecedent: Evidence.nullable().describe('The earlier mention that a pronoun or a short name refers to.'),
  role_evidence: Evidence.nullable().describe('The words that print the role.'),
  rule: z.string().describe('The rule that identified the speaker.'),
})
export type PrintedSpeaker = z.infer<typeof PrintedSpeaker>

export const HeldPosition = z
  .object({
    title: z.string(),
    organization: OrganizationReference.nullable(),
    from: z.string().describe('EDTF.'),
    to: z.string().nullable().describe('EDTF; null if the person still holds it.'),
  })
  .describe('A position that the person held, as the dates prove.')
export type HeldPosition = z.infer<typeof HeldPosition>

export const Speaker = PrintedSpeaker.extend({
  official: z
    .union([OfficialReference, Official])
    .nullable()
    .describe('The person on record, if that is certain. In full with expand=official.'),
  organization: z
    .union([OrganizationReference, Organization])
    .nullable()
    .describe(
      'The organization that speaks, or for which the person speaks. In full with expand=organization.',
    ),
  position: HeldPosition.nullable().describe(
    'The position the person held when the words were spoken, from rosters and corrections. If the text does not date the words, the date of publication counts. null if no position is known, or if the dates do not prove it.',
  ),
})
export type Speaker = z.infer<typeof Speaker>

/** The rule of statements and speakers that a person decided. */
export const BY_PERSON = 'person'

/** A statement as the engine finds it in a text: without ids and without records. */
export const Utterance = z.object({
  type: z
    .enum(STATEMENT_TYPES)
    .describe(
      'direct: all in quotation marks; mixed: a paraphrase holding quoted words; indirect: a paraphrase.',
    ),
  polarity: z
    .enum(POLARITIES)
    .describe(
      'affirmed: the speaker said it; denied, refused, negated, future, asked: the speaker did not affirm it.',
    ),
  verbatim: z.boolean().describe('True only if every segment stands in quotation marks in the article.'),
  text: z
    .string()
    .describe(
      'The words to read: the segments in order, … where the article puts other words between two of them, quotation marks balanced, without the comma before "she said". The segments hold the exact characters.',
    ),
  segments: z
    .array(Evidence)
    .min(1)
    .describe('The exact pieces of the article that `text` is made of, in order.'),
  quoted: z.array(Evidence).describe('The pieces in quotation marks: only these are verbatim.'),
  speaker: PrintedSpeaker,
  cue: Evidence.nullable().describe('The words that make it reported speech: "said", "according to".'),
  said: Said,
  venue: Evidence.nullable().describe('Where the words were spoken, as printed.'),
  addressee: Evidence.nullable().describe('To whom, as printed.'),
  relay: Evidence.nullable().describe('Through whom they reached the article, as printed.'),
  context: z.object({ before: z.string(), after: z.string() }).describe('The text before and after.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('Of the statements with 0.9, about nine in ten are complete and attributed correctly.'),
  rule: z.string().describe('The rule that found the words.'),
})
export type Utterance = z.infer<typeof Utterance>

export const Statement = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this statement.'),
  ...Utterance.shape,
  speaker: Speaker,
  article: z
    .union([ArticleReference, Article])
    .describe('The article that prints it. In full with expand=article.'),
  status: z.enum(STATEMENT_STATUSES).describe('machine: as extracted; the others were set by a reviewer.'),
  vanished: z
    .object({
      snapshot: z.uuid().describe('The first later text without the words.'),
      noticed: z.iso.datetime(),
    })
    .nullable()
    .describe('Set if the publisher removed the words from the article; null while the article has them.'),
  version: z.int().min(1),
  recorded: z.iso
    .datetime()
    .describe('When this service first recorded it, which is not when it was said or published.'),
  updated: z.iso.datetime(),
})
export type Statement = z.infer<typeof Statement>

export const STATEMENT_SORTS = [
  'said',
  '-said',
  'published',
  '-published',
  'recorded',
  '-recorded',
  'confidence',
  '-confidence',
] as const
export type StatementSort = (typeof STATEMENT_SORTS)[number]

/** The resources that a statement can hold in full instead of by reference. */
export const EXPANSIONS = ['official', 'organization', 'article'] as const
export type ExpansionName = (typeof EXPANSIONS)[number]

export const MATCHES = ['within', 'overlap'] as const

/** How lists treat statements whose words were removed from their article. */
export const VANISHED = ['exclude', 'include', 'only'] as const

/** The days on which a person surely held an office, for a filter of statements. */
export interface ProvenOffice {
  /** The id of the person. */
  readonly official: string
  /** Equal for positions that are the same office. */
  readonly office: string
  /** The title, folded. */
  readonly title: string
  /** Whether the office is in an organization that the filter names. */
  readonly isOfOrganization: boolean
  readonly first: string
  /** Null if the person still holds it. */
  readonly last: string | null
}

/** Organizations, and the offices that people with an office in them held. */
export interface OrganizationFilter {
  readonly ids: readonly string[]
  readonly offices: readonly ProvenOffice[]
}

/** The filters of every list of statements, as the query takes them. Values of one filter are alternatives. */
export interface StatementFilters {
  /** Ids. */
  readonly official?: readonly string[] | undefined
  readonly organization?: OrganizationFilter | undefined
  /** Ids. */
  readonly article?: readonly string[] | undefined
  /** Keys of publishers. */
  readonly publisher?: readonly string[] | undefined
  readonly type?: readonly StatementType[] | undefined
  readonly polarity?: readonly Polarity[] | undefined
  readonly status?: readonly StatementStatus[] | undefined
  readonly attribution?: readonly Attribution[] | undefined
  readonly said_basis?: readonly SaidBasis[] | undefined
  /** The first and the last day of the requested interval. */
  readonly said_from?: string | null | undefined
  readonly said_to?: string | null | undefined
  /** Default: within. */
  readonly match?: (typeof MATCHES)[number] | undefined
  /** Default: exclude. */
  readonly vanished?: (typeof VANISHED)[number] | undefined
  readonly published_from?: string | null | undefined
  readonly published_to?: string | null | undefined
  readonly min_confidence?: number | undefined
}

/** The filters as a request gives them: what names a record is not resolved. Dates are their bounds. */
export type AskedStatementFilters = Omit<StatementFilters, keyof NamingFilters> & NamingFilters

/** Statements that may have been said in the period of a filter, but not surely: lists leave them out. */
export const LeftOut = z
  .object({
    undated: z.int().min(0).describe('The text gives no date: they may have been said in the period.'),
    wider: z.int().min(0).describe('Their date is wider: it overlaps the period and reaches beyond it.'),
    capped: z
      .boolean()
      .describe('True if one of the two is more than 1000. The service stops counting there and shows 1000.'),
  })
  .describe(
    'How many statements the list leaves out, because they may have been said in the period, but not surely.',
  )
export type LeftOut = z.infer<typeof LeftOut>
