import { z } from 'zod'
import {
  ATTRIBUTIONS,
  DATE_PRECISIONS,
  POLARITIES,
  SAID_BASES,
  SPEAKER_KINDS,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
} from '../../core/vocabulary.ts'
import { Article, ArticleReference } from '../articles/schema.ts'
import { Official, OfficialReference } from '../officials/schema.ts'
import { Organization, OrganizationReference } from '../organizations/schema.ts'

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

export const Said = z
  .object({
    edtf: z
      .string()
      .describe(
        'When the words were spoken, as an EDTF level 1 date or interval (`../2025-01?`: no later than).',
      ),
    earliest: Day.nullable().describe(
      'The first day it can have been; null where the text sets no lower bound.',
    ),
    latest: Day.nullable().describe('The last day it can have been; null only where publication is unknown.'),
    precision: z.enum(DATE_PRECISIONS),
    basis: z
      .enum(SAID_BASES)
      .describe(
        'How the date is known. `publication`: the text gives none, so only "on or before publication".',
      ),
    expression: Evidence.nullable().describe('The words of the text that give the date.'),
  })
  .describe('When the words were spoken: never the date they were published or recorded.')
export type Said = z.infer<typeof Said>

/** The speaker as the text alone tells: names, no records. */
export const PrintedSpeaker = z.object({
  name: z.string().nullable().describe('The full name the article prints; null where nobody is named.'),
  kind: z.enum(SPEAKER_KINDS),
  organization: z
    .string()
    .nullable()
    .describe('The body that speaks, or in whose name the person does, as printed.'),
  role: z
    .string()
    .nullable()
    .describe('The capacity as printed with the nearest mention at or before the words.'),
  former: z.boolean().describe('True where the article calls the role a former one.'),
  attribution: z.enum(ATTRIBUTIONS).describe('How the speaker is known. `ambiguous` and `none` are answers.'),
  candidates: z.array(z.string()).describe('Who it may be, where the attribution is ambiguous.'),
  mention: Evidence.nullable().describe('The words that name the speaker beside the statement.'),
  antecedent: Evidence.nullable().describe('The earlier mention that a pronoun or a short name leans on.'),
  role_evidence: Evidence.nullable().describe('Where the role is printed.'),
  rule: z.string().describe('The rule that decided who it is.'),
})
export type PrintedSpeaker = z.infer<typeof PrintedSpeaker>

export const HeldPosition = z
  .object({
    title: z.string(),
    organization: OrganizationReference.nullable(),
    from: z.string().describe('EDTF.'),
    to: z.string().nullable().describe('EDTF; null where it is held still.'),
  })
  .describe('A position that the dates prove was held.')
export type HeldPosition = z.infer<typeof HeldPosition>

export const Speaker = PrintedSpeaker.extend({
  official: z
    .union([OfficialReference, Official])
    .nullable()
    .describe('The person behind the mention, where that is certain. Whole with expand=official.'),
  organization: z
    .union([OrganizationReference, Organization])
    .nullable()
    .describe('The body that speaks, or in whose name the person does. Whole with expand=organization.'),
  position: HeldPosition.nullable().describe(
    'The position the person held when the words were spoken (when they were published, where the text does not date them), from rosters and corrections. null where none is known or the dates do not prove it.',
  ),
})
export type Speaker = z.infer<typeof Speaker>

/** What the engine finds in any text, before anything is known about where it is kept. */
export const Utterance = z.object({
  type: z
    .enum(STATEMENT_TYPES)
    .describe(
      'direct: all in quotation marks; mixed: a paraphrase holding quoted words; indirect: a paraphrase.',
    ),
  polarity: z.enum(POLARITIES).describe('affirmed: said; denied, refused, negated, future, asked: not that.'),
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
  quoted: z.array(Evidence).describe('The pieces that stand in quotation marks: only these are verbatim.'),
  speaker: PrintedSpeaker,
  cue: Evidence.nullable().describe('The words that make it reported speech: "said", "according to".'),
  said: Said,
  venue: Evidence.nullable().describe('Where the words were spoken, as printed.'),
  addressee: Evidence.nullable().describe('To whom, as printed.'),
  relay: Evidence.nullable().describe('Through whom they reached the article, as printed.'),
  context: z.object({ before: z.string(), after: z.string() }).describe('The text on either side.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('Of statements at 0.9, about nine in ten are whole and rightly attributed.'),
  rule: z.string().describe('The rule that found the words.'),
})
export type Utterance = z.infer<typeof Utterance>

export const Statement = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this statement.'),
  ...Utterance.shape,
  speaker: Speaker,
  article: z.union([ArticleReference, Article]).describe('Where it was read. Whole with expand=article.'),
  status: z.enum(STATEMENT_STATUSES).describe('machine: as extracted; the others are a person’s word on it.'),
  vanished: z
    .object({
      snapshot: z.uuid().describe('The first later text that no longer holds the words.'),
      noticed: z.iso.datetime(),
    })
    .nullable()
    .describe('Set where the publisher took the words out of the article; null while they stand in it.'),
  version: z.int().min(1),
  recorded: z.iso
    .datetime()
    .describe('When this service first recorded it: not when it was said or published.'),
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

/** What a statement can hold in full instead of by reference. */
export const EXPANSIONS = ['official', 'organization', 'article'] as const
export type ExpansionName = (typeof EXPANSIONS)[number]

export const MATCHES = ['overlap', 'within'] as const

/** Whether lists hold statements whose words were taken out of their article. */
export const VANISHED = ['exclude', 'include', 'only'] as const

/** The filters every list of statements takes, resolved: dates to their bounds, names and slugs as given. */
export interface StatementFilters {
  readonly official?: string | undefined
  readonly organization?: string | undefined
  readonly article?: string | undefined
  readonly publisher?: string | undefined
  readonly type?: readonly string[] | undefined
  readonly polarity?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly attribution?: readonly string[] | undefined
  readonly said_basis?: readonly string[] | undefined
  /** First and last day of the interval asked for. */
  readonly said_from?: string | null | undefined
  readonly said_to?: string | null | undefined
  readonly match?: (typeof MATCHES)[number] | undefined
  /** Absent: exclude. */
  readonly vanished?: (typeof VANISHED)[number] | undefined
  readonly published_from?: string | null | undefined
  readonly published_to?: string | null | undefined
  readonly min_confidence?: number | undefined
}
