import type { Tx } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'
import { fromDay } from '../../../database/prisma-values.ts'
import type { ArticleMetadata, TextSource } from '../schema.ts'

/** A text of an article. */
export interface NewSnapshot {
  readonly id: string
  readonly text: string
  /** SHA-256 of the UTF-8 text, in hexadecimal. */
  readonly sha256: string
  readonly source: TextSource
}

/** Updates the metadata of a locked article and increments its version. */
export async function updateArticle(tx: Tx, id: string, metadata: ArticleMetadata, at: Date): Promise<void> {
  await prisma(tx).article.updateMany({
    where: { id },
    data: { ...toColumns(metadata), version: { increment: 1 }, updatedAt: at },
  })
}

/**
 * Withdraws or restores a locked article, and increments its version. A foreign key copies `withdrawn` to its
 * statements.
 */
export async function setWithdrawn(tx: Tx, id: string, withdrawn: boolean, at: Date): Promise<void> {
  await prisma(tx).article.updateMany({
    where: { id },
    data: { withdrawn, version: { increment: 1 }, updatedAt: at },
  })
}

/** Marks a locked article as erased, increments its version, and removes the words of its metadata. */
export async function markErased(tx: Tx, id: string, urlSha256: string | null, at: Date): Promise<void> {
  const words = { title: null, byline: null, dateline: null, url: null }
  await prisma(tx).article.updateMany({
    where: { id },
    data: {
      ...words,
      withdrawn: true,
      erasedAt: at,
      erasedUrlSha256: urlSha256,
      version: { increment: 1 },
      updatedAt: at,
    },
  })
}

/** Removes the words of all statements of a locked article, and the decisions of reviewers about the names in them. */
export async function eraseStatements(tx: Tx, articleId: string): Promise<void> {
  await prisma(tx).statementSpan.deleteMany({ where: { statement: { articleId } } })
  const words = {
    text: '',
    contextBefore: '',
    contextAfter: '',
    speakerName: null,
    role: null,
    candidates: [],
  }
  await prisma(tx).statement.updateMany({ where: { articleId }, data: words })
  await prisma(tx).officialCandidate.deleteMany({ where: { articleId } })
}

/** Inserts a later snapshot of an article. */
export async function insertSnapshot(
  tx: Tx,
  articleId: string,
  ordinal: number,
  { id, text, sha256, source: { section, modified, places } }: NewSnapshot,
  at: Date,
): Promise<void> {
  const printed = { section, modified, ...(places && { places: places.map((place) => ({ ...place })) }) }
  const data = { id, articleId, ordinal, text, sha256, length: text.length, retrievedAt: at, ...printed }
  await prisma(tx).snapshot.create({ data, select: { id: true } })
}

const toColumns = ({
  title,
  publisher,
  byline,
  dateline,
  url,
  language,
  published,
  publishedBasis,
}: ArticleMetadata) => ({
  title,
  publisher,
  byline,
  dateline,
  url,
  language,
  publishedEdtf: published?.edtf ?? null,
  publishedEarliest: fromDay(published?.earliest ?? null),
  publishedLatest: fromDay(published?.latest ?? null),
  publishedBasis,
})
