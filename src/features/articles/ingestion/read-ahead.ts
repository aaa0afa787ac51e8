import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Db } from '../../../database/db.ts'
import type { Circumstances, Extraction } from '../../../engine/index.ts'
import { hasText } from '../../../record/articles/domain.ts'
import { knownPeopleFor } from '../../../record/officials/resolution/domain.ts'
import { type Reader, readerHere } from '../../extraction/domain.ts'
import type { NewArticle } from './load-article.ts'

/** Reads the text of one article. */
export type ReadText = (circumstances: Circumstances) => Promise<Extraction>

/** Reads a text when it is needed, in the thread of the caller. */
export const readLater =
  (text: string): ReadText =>
  (circumstances) =>
    readerHere.read(text, circumstances)

/**
 * Reads the text of an article before the transaction that ingests it. So no lock is held while a long text is read.
 * @returns the function for the transaction. It returns what was read, or reads again if the known people changed
 * meanwhile. Nothing is read ahead if the text is on record.
 * @throws DomainError of `Reader.read`.
 */
export async function readAhead(db: Db, reader: Reader, { text, published }: NewArticle): Promise<ReadText> {
  if (await hasText(db, text)) return (circumstances) => reader.read(text, circumstances)
  const expected = { published, knownPeople: await knownPeopleFor(db, { text, published }) }
  const extraction = await reader.read(text, expected)
  return (circumstances) =>
    canonicalJson(circumstances) === canonicalJson(expected)
      ? Promise.resolve(extraction)
      : reader.read(text, circumstances)
}
