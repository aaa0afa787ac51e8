import type { Tx } from '../../../database/db.ts'
import { type Cause, nextRevision, type Revision } from '../../../database/ledger.sql.ts'
import { sha256Of } from '../domain.ts'
import type { ArticleInAnyState } from '../schema.ts'
import { eraseTexts } from './erase.sql.ts'
import { metadataOf, recordOf } from './record.ts'
import * as store from './store.ts'

/**
 * Erases the words of a locked article: its texts, and the words of its metadata, its statements and the revisions of
 * both. Ids, hashes and times stay. Returns the revision. Its only words are the reason.
 */
export async function eraseArticle(
  tx: Tx,
  { article, withdrawn }: ArticleInAnyState,
  cause: Cause,
  at: Date,
): Promise<Revision> {
  const { id, version, url, snapshot } = article
  await store.markErased(tx, id, url === null ? null : sha256Of(url), at)
  await store.eraseStatements(tx, id)
  await eraseTexts(tx, id)
  const wordless = { ...metadataOf(article), title: null, byline: null, dateline: null, url: null }
  const record = recordOf(wordless, snapshot.id, withdrawn)
  return nextRevision('article', { id, version, record }, 'erased', { ...record, withdrawn: true }, cause)
}
