import type { Edtf } from '../../../core/edtf.ts'
import type { Db } from '../../../database/db.ts'
import type { Extraction } from '../../../engine/index.ts'
import { textsOnRecord } from '../../../record/articles/domain.ts'
import { type Reader, readerHere } from '../../extraction/domain.ts'
import type { NewArticle } from './load-article.ts'

/** Reads the text of one article, which was published on a date. The people on record are recognized afterwards. */
export type ReadText = (published: Edtf | null) => Promise<Extraction>

/** Reads a text when it is needed, in the thread of the caller. */
export const readLater = (text: string): ReadText => readWith(readerHere, text)

const readWith =
  (reader: Reader, text: string): ReadText =>
  (published) =>
    reader.read(text, { published })

/** Looks up which texts are on record, with one query. Returns a function that tells it of an article. */
export async function lookAhead(
  db: Db,
  articles: readonly NewArticle[],
): Promise<(article: NewArticle) => boolean> {
  const onRecord = await textsOnRecord(
    db,
    articles.map(({ text }) => text),
  )
  return ({ text }) => onRecord.has(text)
}

/**
 * Reads the text of an article before the transaction that ingests it. So no lock is held while a long text is read.
 * @returns the function for the transaction. It returns what was read, or reads again if the article has another date of
 * publication on record. Nothing is read ahead if the text is on record.
 * @throws DomainError of `Reader.read`.
 */
export async function readExpected(
  reader: Reader,
  { text, published: expected }: NewArticle,
  isOnRecord: boolean,
): Promise<ReadText> {
  const read = readWith(reader, text)
  if (isOnRecord) return read
  const extraction = await read(expected)
  return (published) => (published?.edtf === expected?.edtf ? Promise.resolve(extraction) : read(published))
}

/** Reads the text of an article like `readExpected`, and looks up first whether it is on record. */
export async function readAhead(db: Db, reader: Reader, article: NewArticle): Promise<ReadText> {
  const isOnRecord = await lookAhead(db, [article])
  return readExpected(reader, article, isOnRecord(article))
}
