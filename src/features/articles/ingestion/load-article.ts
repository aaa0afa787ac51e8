import { type Edtf, parseEdtf } from '../../../core/edtf.ts'
import { DomainError } from '../../../core/errors.ts'
import type { ArticleMetadata, TextPlace, TextSource } from '../../../record/articles/schema.ts'
import { type ArticleReader, articleReaderHere } from './article-reader.ts'
import { rejectEmbargoed } from './embargo.ts'
import { decodeText } from './encoding.ts'
import { LONGEST_TEXT } from './limits.ts'
import type { Evidence, PageMetadata } from './metadata/read-metadata.ts'
import { isoOf, parsePrintedDate } from './printed-dates/parse-date.ts'
import { NO_ZONES, type PublisherZones, zoneOfPublisher } from './printed-dates/publisher-zones.ts'
import { dayOf, offsetIn } from './printed-dates/time-zones.ts'
import type { PageToRead } from './read-page.ts'
import type { Warning } from './schema.ts'
import { warningsAbout } from './warnings.ts'
import { hasWords } from './words.ts'

/** The metadata that a caller gives for an article; absent or null means unknown. */
export interface Details {
  readonly title?: string | null | undefined
  readonly publisher?: string | null | undefined
  readonly byline?: string | null | undefined
  readonly dateline?: string | null | undefined
  readonly published?: Edtf | null | undefined
  readonly language?: string | null | undefined
}

/** An article as a caller sends it: its text, its HTML, or only its URL. */
export interface Submission extends Details {
  readonly text?: string | undefined
  readonly html?: string | undefined
  readonly url?: string | null | undefined
  readonly section?: string | null | undefined
  /** A date, as printed: when the publisher last changed the article. */
  readonly modified?: string | null | undefined
  /** The pages or the times of the parts of `text`. */
  readonly places?: readonly TextPlace[] | undefined
  /** The IANA time zone of the publisher, such as America/New_York. */
  readonly zone?: string | null | undefined
  /** The time of publication in UTC, in milliseconds, if `published` is its day in UTC. */
  readonly publishedAt?: number | null | undefined
  /** The status with which the publisher takes the article back. */
  readonly withdrawal?: 'withheld' | 'canceled' | null | undefined
  /** A date-time, as printed. The article cannot be read before it. */
  readonly embargoed?: string | null | undefined
}

/** An article to ingest: its exact text, and its metadata. */
export interface NewArticle extends ArticleMetadata {
  readonly text: string
  /** What is doubtful in the reading of a page. Default: nothing. */
  readonly warnings?: readonly Warning[]
  /** The element of the page with the date of publication; absent if the caller gave the date, or if there is none. */
  readonly evidence?: Evidence | null
  /** What the source says about the text. Default: nothing is known. */
  readonly source?: TextSource
  /** The status with which the publisher takes the article at the URL back. It has no text then. */
  readonly withdrawal?: 'withheld' | 'canceled'
}

/** A fetched document. */
export interface Fetched {
  /** The URL of the document, after redirects. */
  readonly url: string
  readonly mediaType: string
  /** The charset that the server declared; null if none. */
  readonly charset: string | null
  readonly bytes: Buffer
}

/** The media types of documents that can be fetched. */
export const FETCHED_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain'] as const

/**
 * Returns the article of a submission. Fetches the document if the submission has only a URL. Metadata of the caller
 * has priority over metadata of the page.
 * @param fetchDocument fetches a document; throws `fetch_refused` or `fetch_failed`.
 * @param now the clock of the ingestion. A page cannot be published later.
 * @param zones the time zones of publishers. A zone in the submission has priority.
 * @param reader reads pages. Default: in this thread.
 * @throws DomainError `unreadable_article` if there is no text, or more text than an article has; `article_not_found`
 * or `article_behind_wall` if a page shows something else; `conflict` if the article is embargoed; the errors of
 * `fetchDocument`.
 */
export async function loadArticle(
  sent: Submission,
  fetchDocument: (url: string) => Promise<Fetched>,
  now: Date,
  zones: PublisherZones = NO_ZONES,
  reader: Pick<ArticleReader, 'readPage'> = articleReaderHere,
): Promise<NewArticle> {
  const zoneOf = (address: string | null): string | null => sent.zone ?? zoneOfPublisher(address, zones)
  const submission = atPublisher(sent, zoneOf)
  const { text, html, url, withdrawal } = submission
  rejectEmbargoed(submission, now)
  if (withdrawal) return withdrawn(submission, withdrawal)
  if (text !== undefined) return withDetails(submission, text, url ?? null)
  const { zone = null } = sent
  if (html !== undefined) {
    const page = { html, address: url ?? null, now, zone, zones }
    return await fromHtml(submission, page, reader, url ?? null, () => true)
  }
  if (!url)
    throw new DomainError(
      'unreadable_article',
      'The article has no text, no HTML and no URL. Send one of them.',
    )
  const fetched = await fetchDocument(url)
  // Readable text never contains NUL, and the database cannot store it.
  const content = decodeText(fetched.bytes, fetched.charset).replaceAll('\0', '')
  if (fetched.mediaType === 'text/plain') return withDetails(submission, readable(content), fetched.url)
  // A page must not claim the URL of another host.
  const { host } = new URL(fetched.url)
  const isTrusted = (canonical: URL): boolean => canonical.host === host
  const page = { html: content, address: fetched.url, now, zone, zones }
  return await fromHtml(submission, page, reader, null, isTrusted, fetched.url)
}

/** Returns a submission whose day of publication is the day at the publisher. */
function atPublisher(submission: Submission, zoneOf: (address: string | null) => string | null): Submission {
  const { publishedAt, url = null } = submission
  const zone = zoneOf(url)
  return typeof publishedAt === 'number' && zone !== null
    ? { ...submission, published: parseEdtf(dayOf(publishedAt, offsetIn(zone, publishedAt))) }
    : submission
}

/** Returns an article without text, which ingestion withdraws. */
const withdrawn = (submission: Submission, withdrawal: 'withheld' | 'canceled'): NewArticle => ({
  ...withDetails(submission, '', submission.url ?? null),
  withdrawal,
  warnings: [
    {
      code: 'withdrawn',
      detail: `The item is ${withdrawal}, so its article is withdrawn. To bring it back, POST its URL with /restore.`,
    },
  ],
})

async function fromHtml(
  submission: Submission,
  page: PageToRead,
  reader: Pick<ArticleReader, 'readPage'>,
  url: string | null,
  isTrusted: (canonical: URL) => boolean,
  base?: string,
): Promise<NewArticle> {
  const { text, metadata, completeness } = await reader.readPage(page)
  const address = url ?? canonicalOf(metadata, base, isTrusted) ?? base ?? null
  const details = withDetails(submission, text, address, metadata)
  return { ...details, warnings: warningsAbout(metadata.published, completeness, details.published !== null) }
}

function withDetails(
  given: Submission,
  text: string,
  url: string | null,
  page: PageMetadata | null = null,
): NewArticle {
  if (text.length > LONGEST_TEXT)
    throw new DomainError(
      'unreadable_article',
      `The text is longer than ${LONGEST_TEXT} characters. Send it in several parts, each as an article.`,
    )
  const published = given.published ?? page?.published.date ?? null
  return {
    text,
    url,
    title: given.title ?? page?.title ?? null,
    publisher: given.publisher ?? page?.publisher ?? null,
    byline: given.byline ?? page?.byline ?? null,
    dateline: given.dateline ?? null,
    language: given.language ?? page?.language ?? null,
    published,
    publishedBasis: given.published ? 'stated' : (page?.published.basis ?? 'unknown'),
    evidence: given.published ? null : (page?.published.evidence ?? null),
    source: {
      section: given.section ?? page?.section ?? null,
      modified: timeOf(given.modified ?? null) ?? page?.modified ?? null,
      places: given.places ?? null,
    },
  }
}

/** Returns a printed date as a time in UTC, else as a day (ISO 8601); null if it is none. */
function timeOf(printed: string | null): string | null {
  const date = printed === null ? null : parsePrintedDate(printed, null)
  return date ? isoOf(date) : null
}

function canonicalOf(
  { url }: PageMetadata,
  base: string | undefined,
  isTrusted: (canonical: URL) => boolean,
): string | null {
  if (url === null || !URL.canParse(url, base)) return null
  const canonical = new URL(url, base)
  if (!/^https?:$/.test(canonical.protocol) || !isTrusted(canonical)) return null
  canonical.hash = ''
  return canonical.href
}

function readable(text: string): string {
  if (hasWords(text)) return text
  throw new DomainError('unreadable_article', 'No text was found in the HTML. Send the text of the article.')
}
