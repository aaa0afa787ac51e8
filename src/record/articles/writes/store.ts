import type { Tx } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'
import { fromDay } from '../../../database/prisma-values.ts'
import type { ArticleMetadata } from '../schema.ts'

export interface NewSnapshot {
  readonly id: string
  readonly text: string
  readonly sha256: string
}

/** Inserts an article with its first snapshot. */
export async function insertArticle(
  tx: Tx,
  { id, ...metadata }: ArticleMetadata & { readonly id: string },
  snapshot: NewSnapshot,
  at: Date,
): Promise<void> {
  const data = { ...toColumns(metadata), id, url: metadata.url, createdAt: at, updatedAt: at }
  await prisma(tx).article.create({ data, select: { id: true } })
  await insertSnapshot(tx, id, 1, snapshot, at)
}

/** Updates the metadata of an article and increments its version. Its URL stays. */
export async function updateArticle(tx: Tx, id: string, metadata: ArticleMetadata, at: Date): Promise<void> {
  await prisma(tx).article.updateMany({
    where: { id },
    data: { ...toColumns(metadata), version: { increment: 1 }, updatedAt: at },
  })
}

/** Inserts a snapshot of an article. */
export async function insertSnapshot(
  tx: Tx,
  articleId: string,
  ordinal: number,
  { id, text, sha256 }: NewSnapshot,
  at: Date,
): Promise<void> {
  const data = { id, articleId, ordinal, text, sha256, length: text.length, retrievedAt: at }
  await prisma(tx).snapshot.create({ data, select: { id: true } })
}

const toColumns = ({
  title,
  publisher,
  byline,
  dateline,
  language,
  published,
  publishedBasis,
}: ArticleMetadata) => ({
  title,
  publisher,
  byline,
  dateline,
  language,
  publishedEdtf: published?.edtf ?? null,
  publishedEarliest: fromDay(published?.earliest ?? null),
  publishedLatest: fromDay(published?.latest ?? null),
  publishedBasis,
})
