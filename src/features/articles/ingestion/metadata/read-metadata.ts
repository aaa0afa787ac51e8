import { findByline } from './bylines.ts'
import { readJsonLd } from './json-ld.ts'
import { collectParts } from './page-parts.ts'
import { findModified, findPublished, type PublishedOnPage } from './published.ts'
import { findTitle } from './titles.ts'

export type { Evidence } from './date-sources.ts'
export type { PublishedOnPage } from './published.ts'

/** The metadata that a page gives for its article; null for missing values. */
export interface PageMetadata {
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  readonly published: PublishedOnPage
  readonly language: string | null
  /** As printed. */
  readonly section: string | null
  /** When the publisher last changed the article: a time in UTC, or a day (ISO 8601). */
  readonly modified: string | null
  /** The canonical URL as printed, which can be relative. */
  readonly url: string | null
  /** True if the publisher marks the article as closed to readers who do not pay. */
  readonly isClosed: boolean
}

/**
 * Reads the metadata of a page. JSON-LD of the article comes first, then Open Graph and other meta elements, then the
 * elements of the page.
 * @param now the clock of the ingestion.
 * @param address the address of the page, if it is known. Many addresses contain the date.
 * @param zoneOf returns the time zone of the publisher at an address; null if it is unknown.
 * @throws DomainError of `parseBoundedHtml`.
 */
export function readMetadata(
  html: string,
  now: Date,
  address: string | null = null,
  zoneOf: (address: string) => string | null = () => null,
): PageMetadata {
  const parts = collectParts(html)
  const first = (...names: string[]): string | null =>
    names.map((name) => parts.meta.get(name)?.[0]).find((value) => value !== undefined) ?? null
  const heading = parts.pieces.find(({ kind }) => kind === 'heading')?.text
  const own = new Set([parts.canonical, address, first('og:url'), first('og:title'), parts.title, heading])
  const article = readJsonLd(parts.data, (value) => own.has(value))
  const site = first('og:site_name', 'publisher', 'dc.publisher', 'dcterms.publisher')
  const publisher = article?.publisher ?? site ?? first('application-name')
  const tags = ['inlanguage', 'og:locale', 'content-language', 'dc.language', 'language'].map((name) =>
    first(name),
  )
  const language =
    [article?.language ?? null, parts.language, ...tags].map(languageOf).find((tag) => tag !== null) ?? null
  const url = parts.canonical ?? article?.url ?? first('og:url')
  const addresses = [address, parts.canonical, first('og:url'), article?.url ?? null].filter(
    (one) => one !== null,
  )
  const zone = addresses.map(zoneOf).find((one) => one !== null) ?? null
  return {
    title: findTitle(parts, article, [publisher, site]),
    publisher,
    byline: findByline(parts, article, publisher),
    published: findPublished({ parts, article, language, addresses, now, zone }),
    language,
    section:
      article?.section ||
      first(
        'article:section',
        'parsely-section',
        'og:article:section',
        'sailthru.section',
        'cxenseparse:section',
      ),
    modified: findModified({ parts, article, language, addresses, now, zone }),
    url,
    isClosed:
      (article?.isClosed ?? false) ||
      /^(?:locked|false)$/i.test(first('article:content_tier', 'isaccessibleforfree') ?? ''),
  }
}

const languageOf = (tag: string | null): string | null => {
  const language = tag?.trim().replace('_', '-') ?? ''
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : null
}
