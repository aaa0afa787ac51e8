import { DomainError } from '../../../core/errors.ts'
import type { Tx } from '../../../database/db.ts'
import { lockInAnyState, recognizeArticle, setWithdrawn } from '../../../record/articles/writes/domain.ts'
import { lockRowsOfArticle } from '../../../record/statements/writes/domain.ts'
import { type Kept, NO_METADATA, NOTHING } from './arrivals.ts'

/**
 * Withdraws the article that a publisher takes back.
 * @throws DomainError `invalid_body` if no article has the URL; `gone` if the article was withdrawn or erased.
 */
export async function withdrawAtUrl(
  tx: Tx,
  url: string | null,
  status: 'withheld' | 'canceled',
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<Kept> {
  // No text has an empty hash, so only the URL decides.
  const recognized = await recognizeArticle(tx, '', url)
  if (recognized.kind === 'new')
    throw new DomainError(
      'invalid_body',
      `The item is ${status}, and no article with its uri is on record. Nothing was stored.`,
      [{ pointer: '/pubstatus', code: 'invalid_value', message: `${status}, but not on record.` }],
    )
  const { articleId } = recognized
  const held = await lockInAnyState(tx, articleId)
  await lockRowsOfArticle(tx, articleId)
  const cause = { actor, reason: `The publisher's item is ${status}.` }
  const revision = await setWithdrawn(tx, held, true, cause, now)
  return {
    ingested: { articleId, outcome: 'known', statements: NOTHING, metadata: NO_METADATA },
    revisions: [revision],
  }
}
