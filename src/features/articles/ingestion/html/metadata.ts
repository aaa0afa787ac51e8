import { type Edtf, parseEdtf } from '../../../../core/edtf.ts'
import { parseBoundedHtml } from './bounded-parser.ts'
import { type JsonLdArticle, readJsonLd } from './json-ld.ts'

/** The metadata that a page gives for its article; null for missing values. */
export interface PageMetadata {
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  readonly published: Edtf | null
  readonly language: string | null
  /** The canonical URL as printed, which can be relative. */
  readonly url: string | null
}

/** The longest value that is read, in UTF-16 code units. */
const LONGEST_VALUE = 2000
/** The most JSON-LD that is read from one block, in UTF-16 code units. */
const LONGEST_DATA = 1_000_000

/**
 * Reads the metadata of a page. JSON-LD of a news article comes first, then Open Graph, then other meta elements.
 * @throws DomainError of `parseBoundedHtml`.
 */
export function readMetadata(html: string): PageMetadata {
  const { meta, data, title, language, canonical } = collect(html)
  const article = data.map(readJsonLd).find((found) => found !== null) ?? NOTHING
  const first = (...names: string[]): string | null => {
    for (const name of names) if (meta.has(name)) return meta.get(name)!
    return null
  }
  return {
    title: article.title ?? first('og:title', 'twitter:title', 'dc.title', 'headline') ?? title,
    publisher: article.publisher ?? first('og:site_name', 'dc.publisher', 'application-name'),
    byline: article.byline ?? personOf(first('author', 'article:author', 'dc.creator', 'parsely-author')),
    published: dateOf(
      article.published ??
        first(
          'article:published_time',
          'og:published_time',
          'date',
          'dc.date',
          'dc.date.issued',
          'parsely-pub-date',
          'pubdate',
          'datepublished',
        ),
    ),
    language: languageOf(
      article.language ?? language ?? first('og:locale', 'content-language', 'dc.language'),
    ),
    url: canonical ?? article.url ?? first('og:url'),
  }
}

const NOTHING: JsonLdArticle = {
  title: null,
  publisher: null,
  byline: null,
  published: null,
  language: null,
  url: null,
}

/** The elements that a head can have. A browser without scripts also shows the content of `noscript`. */
const HEAD_ELEMENTS: ReadonlySet<string> = new Set(
  'html head title meta link base script style noscript template img iframe'.split(' '),
)

function collect(html: string) {
  const meta = new Map<string, string>()
  const data: string[] = []
  let title = ''
  let language: string | null = null
  let canonical: string | null = null
  let into: 'title' | 'data' | null = null
  // A `title` after the head belongs to a drawing or to the text, not to the page.
  let isInHead = true
  parseBoundedHtml(html, {
    open(name, attributes) {
      isInHead &&= HEAD_ELEMENTS.has(name)
      if (name === 'meta') {
        const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.toLowerCase()
        const value = clean(attributes['content'] ?? '')
        if (key && value && !meta.has(key)) meta.set(key, value)
      } else if (name === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null
      else if (name === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
        canonical ??= clean(attributes['href'] ?? '')
      else if (name === 'title') into = isInHead && title === '' ? 'title' : null
      else if (name === 'script' && attributes['type']?.toLowerCase().startsWith('application/ld+json')) {
        into = 'data'
        data.push('')
      }
    },
    text(text) {
      if (into === 'title' && title.length < LONGEST_VALUE) title += text
      else if (into === 'data' && data.at(-1)!.length < LONGEST_DATA) data[data.length - 1] += text
    },
    close(name) {
      if (name === 'title' || name === 'script') into = null
    },
  })
  return { meta, data, title: clean(title), language, canonical }
}

/** Returns a value as one trimmed line; null if it is empty or too long. */
function clean(value: string): string | null {
  const line = value
    .slice(0, LONGEST_VALUE + 1)
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > LONGEST_VALUE ? null : line
}

/** Returns the author; null if the page gives a URL instead of a name. */
const personOf = (author: string | null): string | null =>
  author === null || /^https?:/i.test(author) ? null : author

/** Returns the printed date without its time of day. */
const dateOf = (printed: string | null): Edtf | null => {
  if (printed === null) return null
  const day = /^\d{4}-\d\d-\d\d(?=[T ])/.exec(printed)
  return parseEdtf(day ? day[0] : printed)
}

const languageOf = (tag: string | null): string | null => {
  const language = tag?.trim().replace('_', '-') ?? ''
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : null
}
