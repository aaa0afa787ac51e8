import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Db } from '../../../database/db.ts'
import type { Circumstances, Extraction } from '../../../engine/index.ts'
import { textsOnRecord } from '../../../record/articles/domain.ts'
import { knownPeopleForEach } from '../../../record/officials/resolution/domain.ts'
import { type Reader, readerHere } from '../../extraction/domain.ts'
import type { NewArticle } from './load-article.ts'

/** Reads the text of one article. */
export type ReadText = (circumstances: Circumstances) => Promise<Extraction>

/** Reads a text when it is needed, in the thread of the caller. */
export const readLater =
  (text: string): ReadText =>
  (circumstances) =>
    readerHere.read(text, circumstances)

/** What the reading of a text depends on. */
export interface Expected {
  readonly isOnRecord: boolean
  readonly circumstances: Circumstances
}

/** Looks up what the readings of articles depend on, with one query of each kind. */
export async function lookAhead(db: Db, articles: readonly NewArticle[]): Promise<Expected[]> {
  if (articles.length === 0) return []
  const onRecord = await textsOnRecord(
    db,
    articles.map(({ text }) => text),
  )
  const known = await knownPeopleForEach(db, articles)
  return articles.map(({ text, published }, index) => ({
    isOnRecord: onRecord.has(text),
    circumstances: { published, knownPeople: known[index]! },
  }))
}

/**
 * Reads the text of an article before the transaction that ingests it. So no lock is held while a long text is read.
 * @returns the function for the transaction. It returns what was read, or reads again if the known people changed
 * meanwhile. Nothing is read ahead if the text is on record.
 * @throws DomainError of `Reader.read`.
 */
export async function readExpected(
  reader: Reader,
  { text }: NewArticle,
  { isOnRecord, circumstances: expected }: Expected,
): Promise<ReadText> {
  if (isOnRecord) return (circumstances) => reader.read(text, circumstances)
  const extraction = await reader.read(text, expected)
  return (circumstances) =>
    canonicalJson(circumstances) === canonicalJson(expected)
      ? Promise.resolve(extraction)
      : reader.read(text, circumstances)
}

/** Reads the text of an article like `readExpected`, and looks up first what the reading depends on. */
export async function readAhead(db: Db, reader: Reader, article: NewArticle): Promise<ReadText> {
  const [expected] = await lookAhead(db, [article])
  return readExpected(reader, article, expected!)
}
