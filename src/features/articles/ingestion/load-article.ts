import type { Edtf } from '../../../core/edtf.ts'
import { DomainError } from '../../../core/errors.ts'
import type { ArticleMetadata } from '../../../record/articles/schema.ts'
import { decodeText } from './encoding.ts'
import { type PageMetadata, readMetadata } from './html/metadata.ts'
import { hasWords } from './words.ts'

/** What a sender says of an article; what is absent or null is unknown. */
export interface Details {
  readonly title?: string | null | undefined
  readonly publisher?: string | null | undefined
  readonly byline?: string | null | undefined
  readonly dateline?: string | null | undefined
  readonly published?: Edtf | null | undefined
  readonly language?: string | null | undefined
}

/** An article as it is sent: its text, or its HTML, or the address alone. */
export interface Submission extends Details {
  readonly text?: string | undefined
  readonly html?: string | undefined
  readonly url?: string | null | undefined
}

/** An article as it arrives: its text, byte for byte, and what is known about it. */
export interface NewArticle extends ArticleMetadata {
  readonly text: string
}

/** A document as it was fetched. */
export interface Fetched {
  /** Where it was found, redirects followed. */
  readonly url: string
  readonly mediaType: string
  /** What the server says the characters are encoded in. */
  readonly charset: string | null
  readonly bytes: Buffer
}

/** The kinds of document that are read where only an address is given. */
export const FETCHED_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain'] as const

/**
 * The article that was sent, fetched where only its address was. What the sender says of it wins over what the page
 * says.
 *
 * @param fetchDocument reads what is published at an address; throws `fetch_refused` or `fetch_failed`.
 * @throws DomainError `unreadable_article` where no text is found, and what `fetchDocument` throws.
 */
export async function loadArticle(
  submission: Submission,
  fetchDocument: (url: string) => Promise<Fetched>,
): Promise<NewArticle> {
  const { text, html, url } = submission
  if (text !== undefined) return withDetails(submission, text, url ?? null)
  if (html !== undefined) return await fromHtml(submission, html, url ?? null, () => true)
  if (!url) throw new DomainError('unreadable_article', 'There is no text, no HTML and no address to read.')
  const fetched = await fetchDocument(url)
  // Nothing a person reads holds NUL, and nothing that holds one can be kept.
  const content = decodeText(fetched.bytes, fetched.charset).replaceAll('\0', '')
  if (fetched.mediaType === 'text/plain') return withDetails(submission, readable(content), fetched.url)
  // A page of one host must not pass for the article of another.
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
  // The reader library takes more memory than most services ever need of it.
  const { articleText } = await import('./html/article.ts')
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
