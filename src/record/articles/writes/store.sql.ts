import type { Tx } from '../../../database/db.ts'
import { execute } from '../../../database/sql.ts'
import { placeWords } from '../../search/placed-words.ts'
import type { ArticleMetadata } from '../schema.ts'
import type { NewSnapshot } from './store.ts'

/**
 * Inserts an article with its first snapshot. A trigger adds the words for search that are null here. SQL, because each
 * ingested article does this. SQL needs one query. Prisma needs two, and ingestion then takes 17 % more processor time.
 */
export function insertArticle(
  tx: Tx,
  article: ArticleMetadata & { readonly id: string },
  snapshot: NewSnapshot,
  at: Date,
): Promise<number> {
  const { places } = snapshot.source
  const placed = placeWords([
    { text: article.title ?? '', weight: 'A' },
    { text: snapshot.text, weight: '' },
  ])
  return execute(
    tx,
    `WITH article AS (
       INSERT INTO articles (id, url, title, publisher, byline, dateline, language,
         published_edtf, published_earliest, published_latest, published_basis, created_at, updated_at)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9::date, $10::date, $11::published_basis, $12, $12)),
     placed AS (
       INSERT INTO article_words (article_id, words, is_long)
       SELECT $1::uuid, words, is_long_text($14) FROM vectors_of_words(ARRAY[$17]))
     INSERT INTO snapshots (id, article_id, ordinal, text, sha256, length, retrieved_at, section, modified, places)
     VALUES ($13::uuid, $1::uuid, 1, $14, $15, $16, $12, $18, $19, $20::jsonb)`,
    [
      ...[article.id, article.url, article.title, article.publisher, article.byline, article.dateline],
      ...[article.language, article.published?.edtf ?? null, article.published?.earliest ?? null],
      ...[article.published?.latest ?? null, article.publishedBasis, at.toISOString()],
      ...[snapshot.id, snapshot.text, snapshot.sha256, snapshot.text.length],
      placed,
      ...[snapshot.source.section, snapshot.source.modified, places && JSON.stringify(places)],
    ],
  )
}
