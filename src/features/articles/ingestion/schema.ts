import { z } from 'zod'
import { Article } from '../../../record/articles/schema.ts'

/** The results of an ingestion. */
export const OUTCOMES = ['created', 'changed', 'known'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const StatementCounts = z
  .object({
    created: z.int().min(0).describe('New statements.'),
    moved: z.int().min(0).describe('On record before, with the same words in the new text.'),
    changed: z.int().min(0).describe('On record before, with other words in the new text.'),
    vanished: z.int().min(0).describe('On record before, but not in the new text.'),
    redated: z
      .int()
      .min(0)
      .describe('On record before. Their date changed, because the date of publication was sent.'),
  })
  .describe('How many statements the ingestion changed.')
export type StatementCounts = z.infer<typeof StatementCounts>

/** The fields of an article besides its text. */
export const METADATA_FIELDS = [
  'title',
  'publisher',
  'byline',
  'dateline',
  'url',
  'language',
  'published',
] as const
export type MetadataField = (typeof METADATA_FIELDS)[number]

export const MetadataResult = z
  .object({
    changed: z
      .array(z.enum(METADATA_FIELDS))
      .describe('The fields of the article that now have the sent value.'),
    differs: z
      .array(z.object({ field: z.enum(METADATA_FIELDS), recorded: z.string(), sent: z.string() }))
      .describe('The fields that have another value on record. The value on record stays.'),
    correction: z
      .object({
        url: z.string(),
        if_match: z.string(),
        body: z.partialRecord(z.enum(METADATA_FIELDS), z.string()),
      })
      .nullable()
      .describe(
        'The request that records the sent values, if they are right: PATCH this URL with this If-Match and this body, plus a reason.',
      ),
  })
  .describe('What the ingestion did with the metadata of an article that was on record.')
export type MetadataResult = z.infer<typeof MetadataResult>

/** The codes of warnings. They are stable. */
const WARNING_CODES = [
  'published_missing',
  'published_refused',
  'published_differs',
  'beginning_only',
  'withdrawn',
] as const

/** Something in the reading of a page that is doubtful, with what the caller can do. */
export const Warning = z
  .object({ code: z.enum(WARNING_CODES), detail: z.string() })
  .describe('Something doubtful in the reading of a page.')
export type Warning = z.infer<typeof Warning>

const Evidence = z
  .object({ element: z.string(), value: z.string() })
  .nullable()
  .describe('The element of the page with the value, and the value as printed.')

export const IngestionResult = z.object({
  outcome: z
    .enum(OUTCOMES)
    .describe(
      'created: a new article; changed: another text at a known URL, stored as a new snapshot; known: the same text is on record.',
    ),
  statements: StatementCounts,
  metadata: MetadataResult,
  warnings: z.array(Warning),
  evidence: z.object({ published: Evidence }),
  article: Article,
})
export type IngestionResult = z.infer<typeof IngestionResult>
