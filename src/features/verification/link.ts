import type { Quoted } from '../../core/span.ts'
import { textFragment, withTextFragment } from '../../core/text-fragment.ts'
import type { Statement } from '../../record/statements/schema.ts'

/**
 * Returns the address of words in their article, with a text fragment that browsers show. If the article has no URL, or
 * if its publisher removed the words, returns the address of the statement.
 */
export function linkTo({ url, article, vanished, segments }: Statement, matched: readonly Quoted[]): string {
  const { exact } = matched[0] ?? segments[0]!
  if (article.url === null || vanished !== null) return url
  return withTextFragment(article.url, textFragment(exact, { start: 0, end: exact.length }))
}
