import { z } from 'zod'
import type { Edtf } from '../../core/edtf.ts'
import type { Tombstone } from '../../core/errors.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { PUBLISHED_BASES, type PublishedBasis } from '../../core/vocabulary.ts'
import { HighlightSpan } from '../search/schema.ts'

export const Published = z
  .object({
    edtf: z.string().nullable(),
    earliest: z.iso.date().nullable(),
    latest: z.iso.date().nullable(),
    basis: z.enum(PUBLISHED_BASES),
  })
  .describe('When the article was published, and whether the date was printed or inferred.')
export type Published = z.infer<typeof Published>

export const Snapshot = z
  .object({
    id: z.uuid(),
    ordinal: z.int().min(1).describe('1 for the first text read of the article, then 2, …'),
    sha256: z.string().describe('SHA-256 of the UTF-8 text, in hexadecimal.'),
    length: z.int().min(0).describe('In UTF-16 code units, the unit of every offset.'),
    retrieved: z.iso.datetime(),
    section: z.string().optional().describe('As printed; absent if unknown.'),
    modified: z
      .string()
      .optional()
      .describe('When the publisher last changed it: a day or a time; absent if unknown.'),
  })
  .describe('One version of the text. It never changes.')
export type Snapshot = z.infer<typeof Snapshot>

/** The matches of a search in an article. */
const Match = z
  .object({
    title: z.array(HighlightSpan).describe('The places of the search in the title.'),
    snippet: z
      .object({
        start: z.int().min(0),
        end: z.int().min(1),
        exact: z.string(),
        highlights: z.array(HighlightSpan).describe('Offsets in the text, like start and end.'),
      })
      .nullable()
      .describe('The text around the first match; null if the first 50000 characters have none.'),
  })
  .describe('Only with `q`: the matches of the search.')

export const Article = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  dateline: z.string().nullable().describe('The place printed at the start of the text.'),
  url: z.string().nullable().describe('Where the article was published.'),
  language: z.string().nullable(),
  published: Published,
  snapshot: Snapshot.describe('The latest version of the text.'),
  statements: z.object({ count: z.int().min(0) }),
  links: z.object({
    self: z.string(),
    text: z.string(),
    snapshots: z.string(),
    statements: z.string(),
    annotations: z.string(),
  }),
  match: Match.optional(),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Article = z.infer<typeof Article>

/** An article in any state. An erased article has no words. */
export interface ArticleInAnyState {
  readonly article: Article
  readonly withdrawn: boolean
  readonly erased: boolean
}

/** The time, the actor and the reason of a withdrawal or an erasure. */
export interface ArticleTombstone extends Tombstone {
  readonly id: string
  readonly state: 'withdrawn' | 'erased'
}

/** An article as other resources refer to it. */
export const ArticleReference = z.strictObject({
  id: z.uuid(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable().describe('Where the article was published.'),
  published: Published,
  snapshot: z
    .strictObject({ id: z.uuid(), sha256: z.string() })
    .describe('The immutable text to which the offsets refer. Read it at /v1/articles/{id}/text.'),
})

export const SNAPSHOT_SORTS = ['-ordinal', 'ordinal'] as const

export const ARTICLE_SORTS = ['published', '-published', 'recorded', '-recorded'] as const
export type ArticleSort = (typeof ARTICLE_SORTS)[number]

export interface ArticleFilters {
  /** Keys of publishers, as alternatives. */
  readonly publisher?: readonly string[] | undefined
  readonly url?: string | undefined
  readonly sha256?: string | undefined
  readonly published_from?: string | null | undefined
  readonly published_to?: string | null | undefined
  /** The words to find in the title and the latest text. */
  readonly q?: SearchQuery | undefined
}

/** The metadata of an article: everything except its text. */
export interface ArticleMetadata {
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  readonly dateline: string | null
  readonly url: string | null
  readonly language: string | null
  readonly published: Edtf | null
  readonly publishedBasis: PublishedBasis
}

/** Where a part of a text stood in its source: from `start` to the next place. */
export interface TextPlace {
  /** In UTF-16 code units. */
  readonly start: number
  /** The page of a PDF, from 1. */
  readonly page?: number
  /** The time in a film: hours, minutes and seconds. */
  readonly time?: string
}

/** What the source of a text says about it; null if it is unknown. */
export interface TextSource {
  readonly section: string | null
  /** When the publisher last changed the text: a day, or a time in UTC (ISO 8601). */
  readonly modified: string | null
  readonly places: readonly TextPlace[] | null
}

export const UNKNOWN_SOURCE: TextSource = { section: null, modified: null, places: null }

/** The period and the publishers of all articles on record. */
export const Coverage = z.object({
  articles: z.int().min(0),
  publishers: z.int().min(0),
  first_published: z.iso
    .date()
    .nullable()
    .describe('The first day on which an article can have been published.'),
  last_published: z.iso.date().nullable(),
})
export type Coverage = z.infer<typeof Coverage>
