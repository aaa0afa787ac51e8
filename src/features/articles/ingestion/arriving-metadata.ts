import type { Article, ArticleMetadata } from '../../../record/articles/schema.ts'
import { metadataOf } from '../../../record/articles/writes/domain.ts'
import { METADATA_FIELDS, type MetadataField, type MetadataResult } from './schema.ts'

/** The metadata of an article after a submission, and the notes for the caller. */
export interface Arrived {
  readonly metadata: ArticleMetadata
  readonly changed: readonly MetadataField[]
  readonly differs: MetadataResult['differs']
}

/** Fills the unknown fields of an article with submitted values. Values on record stay. */
export function completeMetadata(article: Article, arriving: ArticleMetadata): Arrived {
  const known = metadataOf(article)
  const missing = METADATA_FIELDS.filter((field) => known[field] === null && arriving[field] !== null)
  const differs = METADATA_FIELDS.flatMap((field) => {
    const [recorded, sent] = [textOf(known, field), textOf(arriving, field)]
    return recorded === null || sent === null || recorded === sent ? [] : [{ field, recorded, sent }]
  })
  return { metadata: withFieldsOf(missing, known, arriving), changed: missing, differs }
}

/** Replaces values on record with the values that were submitted with another text. The URL stays. */
export function replaceMetadata(article: Article, arriving: ArticleMetadata): Arrived {
  const known = metadataOf(article)
  const given = METADATA_FIELDS.filter((field) => field !== 'url' && arriving[field] !== null)
  const changed = given.filter((field) => textOf(known, field) !== textOf(arriving, field))
  return { metadata: withFieldsOf(given, known, arriving), changed, differs: [] }
}

function withFieldsOf(
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

/**
 * Returns the notes for the caller about metadata.
 * @param article the article after the submission.
 */
export function toMetadataResult(
  { id, version }: Pick<Article, 'id' | 'version'>,
  { changed, differs }: Pick<Arrived, 'changed' | 'differs'>,
): MetadataResult {
  const body = Object.fromEntries(differs.map(({ field, sent }) => [field, sent]))
  const correction = differs.length > 0 ? { url: `/v1/articles/${id}`, if_match: `"${version}"`, body } : null
  return { changed: [...changed], differs: [...differs], correction }
}
