import type { Article, ArticleMetadata } from '../../../record/articles/schema.ts'
import { metadataOf } from '../../../record/articles/writes/domain.ts'
import { METADATA_FIELDS, type MetadataField, type MetadataResult } from './schema.ts'

/** The metadata of an article after an arrival, and what to tell the sender. */
export interface Arrived {
  readonly metadata: ArticleMetadata
  readonly changed: readonly MetadataField[]
  readonly differs: MetadataResult['differs']
}

/** Fills the unknown fields of an article with the values that arrive. Values on record stay. */
export function completeMetadata(article: Article, arriving: ArticleMetadata): Arrived {
  const known = metadataOf(article)
  const missing = METADATA_FIELDS.filter((field) => known[field] === null && arriving[field] !== null)
  const differs = METADATA_FIELDS.flatMap((field) => {
    const [recorded, sent] = [textOf(known, field), textOf(arriving, field)]
    return recorded === null || sent === null || recorded === sent ? [] : [{ field, recorded, sent }]
  })
  return { metadata: taking(missing, known, arriving), changed: missing, differs }
}

/** Replaces values on record with those that arrive with another text, except the URL. */
export function replaceMetadata(article: Article, arriving: ArticleMetadata): Arrived {
  const known = metadataOf(article)
  const given = METADATA_FIELDS.filter((field) => field !== 'url' && arriving[field] !== null)
  const changed = given.filter((field) => textOf(known, field) !== textOf(arriving, field))
  return { metadata: taking(given, known, arriving), changed, differs: [] }
}

function taking(
  fields: readonly MetadataField[],
  known: ArticleMetadata,
  arriving: ArticleMetadata,
): ArticleMetadata {
  const taken = Object.fromEntries(fields.map((field) => [field, arriving[field]]))
  const { publishedBasis } = fields.includes('published') ? arriving : known
  return { ...known, ...taken, publishedBasis }
}

const textOf = (metadata: ArticleMetadata, field: MetadataField): string | null =>
  field === 'published' ? (metadata.published?.edtf ?? null) : metadata[field]

/** Returns what to tell the sender. @param article the article after the arrival. */
export function toMetadataResult(
  { id, version }: Pick<Article, 'id' | 'version'>,
  { changed, differs }: Pick<Arrived, 'changed' | 'differs'>,
): MetadataResult {
  const body = Object.fromEntries(differs.map(({ field, sent }) => [field, sent]))
  const correction = differs.length > 0 ? { url: `/v1/articles/${id}`, if_match: `"${version}"`, body } : null
  return { changed: [...changed], differs: [...differs], correction }
}
