import { z } from 'zod'
import type { SearchQuery } from '../../core/search-query.ts'
import {
  type Attribution,
  type Polarity,
  type SaidBasis,
  STATEMENT_STATUSES,
  type StatementStatus,
  type StatementType,
} from '../../core/vocabulary.ts'
import { Article, ArticleReference } from '../articles/schema.ts'
import { Official, OfficialReference } from '../officials/schema.ts'
import { Organization, OrganizationReference } from '../organizations/schema.ts'
import type { NamingFilters } from '../references/schema.ts'
import { HighlightSpan } from '../search/schema.ts'
import { PrintedSpeaker, Utterance } from '../utterances/schema.ts'

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

/** The name of the rule in statements whose content or speaker a person decided. */
export const BY_PERSON = 'person'

export const Statement = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this statement.'),
  ...Utterance.shape,
  speaker: Speaker,
  article: z
    .union([ArticleReference, Article])
    .describe('The article that prints it. In full with expand=article.'),
  place: z
    .object({
      page: z.int().min(1).nullable().describe('Of a PDF.'),
      time: z.string().nullable().describe('In a film with subtitles: hours:minutes:seconds.'),
    })
    .optional()
    .describe('Where the words begin in the source; absent for articles without pages and times.'),
  status: z.enum(STATEMENT_STATUSES).describe('machine: as extracted; the others were set by a reviewer.'),
  sightings: z
    .int()
    .min(1)
    .describe('How many statements on record report the same utterance: 1 if it is the only one.'),
  vanished: z
    .object({
      snapshot: z.uuid().describe('The first later text without the words.'),
      noticed: z.iso.datetime(),
    })
    .nullable()
    .describe('Set if the publisher removed the words from the article; null while the article has them.'),
  highlights: z
    .array(HighlightSpan)
    .optional()
    .describe('Only with `q`: the places of the found words in `text`.'),
  version: z.int().min(1),
  recorded: z.iso.datetime().describe('When this service recorded it, not when it was said or published.'),
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

/** The treatment of statements whose words were removed from their article. */
export const VANISHED = ['exclude', 'include', 'only'] as const

/** What a list shows once. */
export const DISTINCT = ['utterance'] as const

/** The days on which a person certainly held an office. The organization filter of statements uses them. */
export interface ProvenOffice {
  /** The id of the person. */
  readonly official: string
  /** A key that positions share if they are the same office. */
  readonly office: string
  /** The title, folded. */
  readonly title: string
  /** True if the filter names the organization of the office. */
  readonly isOfOrganization: boolean
  readonly first: string
  /** Null if the person still holds the office. */
  readonly last: string | null
}

/** The organizations of a filter, and the offices of the people who held an office in them. */
export interface OrganizationFilter {
  readonly ids: readonly string[]
  readonly offices: readonly ProvenOffice[]
}

/** A search among statements. */
export interface StatementSearch extends SearchQuery {
  /**
   * The filter that leaves so few statements that each is compared with the words; undefined if the index of words finds
   * them sooner.
   */
  readonly rowsOf?: 'official' | 'article' | undefined
}

/** The filters of every list of statements, in the form of the query. The values of one filter are alternatives. */
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
  /** The words to find. */
  readonly q?: StatementSearch | undefined
  /** For utterance: of several reports of one utterance that match the other filters, only the first. */
  readonly distinct?: (typeof DISTINCT)[number] | undefined
}

/** The filters in the form of the request: names of records are not resolved, and dates are bounds. */
export type AskedStatementFilters = Omit<StatementFilters, keyof NamingFilters | 'distinct' | 'q'> &
  NamingFilters & { readonly q?: SearchQuery | undefined }

/** Statements that may have been said in the period of a filter, but not certainly. Lists leave them out. */
export const LeftOut = z
  .object({
    undated: z.int().min(0).describe('The text gives no date: they may have been said in the period.'),
    wider: z.int().min(0).describe('Their date is wider: it overlaps the period and reaches beyond it.'),
    capped: z
      .boolean()
      .describe('True if one of the two is more than 1000. The service stops counting there and shows 1000.'),
  })
  .describe(
    'How many statements a list with a period and `match=within` leaves out: they may have been said in the period, but not certainly.',
  )
export type LeftOut = z.infer<typeof LeftOut>

/** The facets: the fields by which lists of statements can count. */
export const FACETS = ['official', 'organization', 'publisher', 'type', 'status', 'year', 'month'] as const
export type FacetName = (typeof FACETS)[number]

/** A value of a facet, and the number of statements with this value. */
export interface FacetCount {
  /** The value in the form that the filter takes: a slug, a name, a word of a closed list, a year or a month. */
  readonly value: string
  readonly count: number
  /** The id of the person or the organization. */
  readonly id?: string
  readonly name?: string
}

/** The number of matching statements for each value of each facet. */
export interface FacetCounts {
  /** The number of statements that match. */
  readonly matches: number
  /** True if the counts are estimates from a sample. */
  readonly estimated: boolean
  readonly counts: Partial<Readonly<Record<FacetName, readonly FacetCount[]>>>
}
