import type { Edtf } from '../../../core/edtf.ts'
import { DomainError } from '../../../core/errors.ts'
import type { ArticleMetadata } from '../../../record/articles/schema.ts'
import { decodeText } from './encoding.ts'
import { type PageMetadata, readMetadata } from './html/metadata.ts'
import { LONGEST_HTML, LONGEST_TEXT } from './limits.ts'
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
}

/** An article to ingest: its exact text, and its metadata. */
export interface NewArticle extends ArticleMetadata {
  readonly text: string
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
 * @throws DomainError `unreadable_article` if there is no text, or more text than an article has; the errors of
 * `fetchDocument`.
 */
export async function loadArticle(
  submission: Submission,
  fetchDocument: (url: string) => Promise<Fetched>,
): Promise<NewArticle> {
  const { text, html, url } = submission
  if (text !== undefined) return withDetails(submission, text, url ?? null)
  if (html !== undefined) return await fromHtml(submission, html, url ?? null, () => true)
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
  return await fromHtml(submission, content, null, (canonical) => canonical.host === host, fetched.url)
}

async function fromHtml(
  submission: Submission,
  html: string,
  url: string | null,
  isTrusted: (canonical: URL) => boolean,
  base?: string,
): Promise<NewArticle> {
  // Load Readability on demand: most processes never need its memory.
  const { articleText } = await import('./html/article.ts')
  if (html.length > LONGEST_HTML) throw tooLong('HTML', LONGEST_HTML, 'Send the text of the article itself.')
  const page = readMetadata(html)
  const text = readable(articleText(html))
  return withDetails(submission, text, url ?? canonicalOf(page, base, isTrusted) ?? base ?? null, page)
}

function withDetails(
  given: Details,
  text: string,
  url: string | null,
  page: PageMetadata | null = null,
): NewArticle {
  if (text.length > LONGEST_TEXT)
    throw tooLong('text', LONGEST_TEXT, 'Send it in several parts, each as an article.')
  const published = given.published ?? page?.published ?? null
  return {
    text,
    url,
    title: given.title ?? page?.title ?? null,
    publisher: given.publisher ?? page?.publisher ?? null,
    byline: given.byline ?? page?.byline ?? null,
    dateline: given.dateline ?? null,
    language: given.language ?? page?.language ?? null,
    published,
    publishedBasis: published ? 'stated' : 'unknown',
  }
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

const tooLong = (what: string, most: number, remedy: string): DomainError =>
  new DomainError('unreadable_article', `The ${what} is longer than ${most} characters. ${remedy}`)
