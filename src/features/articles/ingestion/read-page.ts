import { DomainError } from '../../../core/errors.ts'
import { articleText, isPage } from './html/article.ts'
import { type Completeness, checkCompleteness } from './html/walls.ts'
import { LONGEST_HTML } from './limits.ts'
import { type PageMetadata, readMetadata } from './metadata/read-metadata.ts'
import { NO_ZONES, type PublisherZones, zoneOfPublisher } from './printed-dates/publisher-zones.ts'
import { hasWords } from './words.ts'

/** A page to read. It is plain data, so that another thread can read it. */
export interface PageToRead {
  readonly html: string
  /** The address of the page; null if it is unknown. */
  readonly address: string | null
  /** The clock of the ingestion. A page cannot be published later. */
  readonly now: Date
  /** The IANA time zone of the publisher; null if the caller does not say. */
  readonly zone?: string | null | undefined
  /** The time zones of publishers, for a page without `zone`. Default: none. */
  readonly zones?: PublisherZones | undefined
}

/** What a page says. */
export interface PageRead {
  /** The text of its article. */
  readonly text: string
  readonly metadata: PageMetadata
  readonly completeness: Completeness
}

/**
 * Reads the article of a page, and its metadata.
 * @throws DomainError `unreadable_article` for a page that is too long, has too many parts, or has no text;
 * `article_not_found` or `article_behind_wall` for a page that shows something else.
 */
export function readPage({ html, address, now, zone = null, zones = NO_ZONES }: PageToRead): PageRead {
  if (html.length > LONGEST_HTML)
    throw new DomainError(
      'unreadable_article',
      `The HTML is longer than ${LONGEST_HTML} characters. Send the text of the article itself.`,
    )
  const metadata = readMetadata(html, now, address, (place) => zone ?? zoneOfPublisher(place, zones))
  const text = articleText(html)
  if (!hasWords(text))
    throw new DomainError(
      'unreadable_article',
      'No text was found in the HTML. Send the text of the article.',
    )
  const completeness = checkCompleteness(text, {
    isPage: isPage(html),
    isDated: metadata.published.basis === 'stated',
    isClosed: metadata.isClosed,
  })
  return { text, metadata, completeness }
}
