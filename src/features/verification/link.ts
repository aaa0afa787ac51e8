import type { Quoted } from '../../core/span.ts'
import { textFragment, withTextFragment } from '../../core/text-fragment.ts'
import type { Statement } from '../../record/statements/schema.ts'

/**
 * Returns the address of words in their article, with a text fragment that browsers show. If the article has no URL, or
 * if its publisher removed the words, returns the address of the statement.
 * @param text the text of the snapshot, for words of context if the words stand twice in it; null if it was not read.
 */
export function linkTo(
  { url, article, vanished, segments }: Statement,
  matched: readonly Quoted[],
  text: string | null,
): string {
  const words = matched[0] ?? segments[0]!
  if (article.url === null || vanished !== null) return url
  const fragment =
    text === null
      ? textFragment(words.exact, { start: 0, end: words.exact.length })
      : textFragment(text, words)
  return withTextFragment(article.url, fragment)
}
