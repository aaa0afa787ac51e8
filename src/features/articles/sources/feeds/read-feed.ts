import { gunzipSync } from 'node:zlib'
import { DomainError } from '../../../../core/errors.ts'
import { decodeText, type Fetched } from '../../ingestion/domain.ts'
import type { Feed } from './feed.ts'
import { linkedFeeds } from './linked-feeds.ts'
import { parseSitemap } from './parse-sitemap.ts'
import { parseSyndication } from './parse-syndication.ts'

/** The media types with which servers send feeds, and pages that can name a feed. */
export const FEED_TYPES = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
] as const

/** The largest feed after decompression, in bytes. */
export const FEED_BYTES_MAX = 5_000_000
/** The most sitemaps of an index that an error names. */
const NAMED_MAX = 3
const XML_ENCODING = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})["']/i

/** A feed, or a page that names feeds. */
export type FoundFeed = { readonly feed: Feed } | { readonly linked: readonly string[] }

/**
 * Reads a feed from a document. Ignores the media type that its server declares.
 * @throws DomainError `not_a_feed`.
 */
export function readFeed(document: Fetched, now: Date): FoundFeed {
  const text = textOf(document)
  const { url } = document
  const isMarkup = text.trimStart().startsWith('<')
  const sitemap = isMarkup ? parseSitemap(text, url, now) : null
  if (sitemap && 'feed' in sitemap) return sitemap
  if (sitemap) {
    const named = sitemap.index.slice(0, NAMED_MAX).join(', ')
    throw notFeed(
      `The address is an index of sitemaps. Send one of its sitemaps: ${named || 'it names none'}.`,
    )
  }
  const feed = parseSyndication(text, url, now)
  if (feed) return { feed }
  return { linked: isMarkup ? linkedFeeds(text, url) : [] }
}

/** Returns the error for an address without a feed. */
export const notFeed = (detail: string): DomainError => new DomainError('not_a_feed', detail)

function textOf({ bytes, charset }: Fetched): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes
  const declared = charset ?? XML_ENCODING.exec(plain.toString('latin1', 0, 300))?.[1] ?? null
  return decodeText(plain, declared).replaceAll('\0', '')
}

/** Unzips a file that was uploaded in compressed form, such as sitemap.xml.gz. */
function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: FEED_BYTES_MAX })
  } catch {
    throw notFeed(
      `The address answers with a damaged gzip file, or with more than ${FEED_BYTES_MAX} bytes in one.`,
    )
  }
}
