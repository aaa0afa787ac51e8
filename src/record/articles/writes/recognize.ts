import type { Tx } from '../../../database/db.ts'
import { gone, sha256Of } from '../domain.ts'
import { type ArticleIdentity, findErased, findKnown, findTaken, lockIdentity } from '../identity.sql.ts'
import type { ArticleTombstone } from '../schema.ts'
import { findTombstone } from '../store.ts'

/** The result of a comparison with the record: no such article, the same text, or another text at the same URL. */
type RecognizedArticle =
  | { readonly kind: 'new' }
  | { readonly kind: 'known' | 'changed'; readonly articleId: string }

/**
 * Finds an article by its URL, else by its text, and locks both until the transaction ends. If several requests submit
 * the same article at once, one of them creates it.
 * @param afterErasure true if a text or a URL that was erased is accepted as new.
 * @throws DomainError `gone` for an article that was withdrawn, and for a text or a URL that was erased.
 */
export async function recognizeArticle(
  tx: Tx,
  sha256: string,
  url: string | null,
  afterErasure = false,
): Promise<RecognizedArticle> {
  await lockIdentity(tx, [{ sha256, url }])
  const found = await findKnown(tx, sha256, url)
  const atUrl = found.find(({ isAtUrl }) => isAtUrl)
  const withText = found.find((article) => !article.isAtUrl || article.sha256 === sha256)
  if (!afterErasure) {
    const urlSha256 = url === null || atUrl ? null : sha256Of(url)
    const erased = await findErased(tx, withText ? null : sha256, urlSha256)
    if (erased) throw refusalOf((await findTombstone(tx, erased)) as ArticleTombstone)
  }
  const known = atUrl ?? withText
  if (!known) return { kind: 'new' }
  if (known.withdrawn) throw refusalOf((await findTombstone(tx, known.id)) as ArticleTombstone)
  return { kind: atUrl && atUrl.sha256 !== sha256 ? 'changed' : 'known', articleId: known.id }
}

/**
 * Locks articles until the transaction ends, and returns those that are new: neither their text nor their URL is on
 * record, was erased, or is that of an article before them in the list.
 */
export async function lockNewArticles<Article extends ArticleIdentity>(
  tx: Tx,
  articles: readonly Article[],
): Promise<Article[]> {
  await lockIdentity(tx, articles)
  const taken = new Set(await findTaken(tx, articles, sha256Of))
  return articles.filter(({ sha256, url }) => {
    const isNew = !taken.has(sha256) && (url === null || !taken.has(url))
    taken.add(sha256)
    if (url !== null) taken.add(url)
    return isNew
  })
}

const refusalOf = (tombstone: ArticleTombstone) =>
  tombstone.state === 'erased'
    ? gone(
        tombstone,
        'This text, or the article at this URL, was',
        'A key with the scope admin can send it again with ?after_erasure=true.',
      )
    : gone(
        tombstone,
        `This article is on record as /v1/articles/${tombstone.id}, and was`,
        `To bring it back: POST /v1/articles/${tombstone.id}/restore.`,
      )
