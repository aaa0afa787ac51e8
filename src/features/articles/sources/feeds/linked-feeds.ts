import { parseBoundedHtml } from '../../ingestion/domain.ts'

const FEED_TYPES = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^application\/json$/i
/** The feeds of comments, which most blogs name beside the feed of articles. */
const COMMENTS = /comments?/i

/**
 * Lists the feeds that a page names, in its order, with feeds of comments last.
 * @param base the URL of the page.
 * @throws DomainError of `parseBoundedHtml`.
 */
export function linkedFeeds(html: string, base: string): string[] {
  const feeds: string[] = []
  const comments: string[] = []
  parseBoundedHtml(html, {
    open(name, { rel = '', type = '', href = '', title = '' }) {
      const isFeed = name === 'link' && /\balternate\b/i.test(rel) && FEED_TYPES.test(type.trim())
      if (!isFeed || !URL.canParse(href, base)) return
      const target = COMMENTS.test(`${title} ${href}`) ? comments : feeds
      target.push(new URL(href, base).href)
    },
    text: () => undefined,
    close: () => undefined,
  })
  return [...new Set([...feeds, ...comments])]
}
