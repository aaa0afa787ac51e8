import { z } from 'zod'
import { parseEdtf } from '../../../core/edtf.ts'
import { PUBLISHED_BASES } from '../../../core/vocabulary.ts'
import type { Article, ArticleMetadata } from '../schema.ts'

const line = z.string().nullable()

/** An article as revisions keep it. */
export const ArticleRecord = z.object({
  title: line,
  publisher: line,
  byline: line,
  dateline: line,
  url: line,
  language: line,
  /** The date of publication, as EDTF. */
  published: line,
  publishedBasis: z.enum(PUBLISHED_BASES),
  /** The id of the latest snapshot. */
  snapshot: z.string(),
  withdrawn: z.boolean().default(false),
})
export type ArticleRecord = z.infer<typeof ArticleRecord>

/** Returns the record of an article with this metadata and this latest snapshot. */
export function recordOf(article: ArticleMetadata, snapshot: string, withdrawn = false): ArticleRecord {
  const { title, publisher, byline, dateline, url, language, published, publishedBasis } = article
  return {
    title,
    publisher,
    byline,
    dateline,
    url,
    language,
    published: published?.edtf ?? null,
    publishedBasis,
    snapshot,
    withdrawn,
  }
}

/** Returns the metadata on record, in the form in which callers submit metadata. */
export function metadataOf({ published, ...article }: Article): ArticleMetadata {
  const { title, publisher, byline, dateline, url, language } = article
  const edtf = published.edtf === null ? null : parseEdtf(published.edtf)
  return {
    title,
    publisher,
    byline,
    dateline,
    url,
    language,
    published: edtf,
    publishedBasis: published.basis,
  }
}
