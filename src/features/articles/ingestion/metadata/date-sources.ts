import type { JsonLdArticle } from './json-ld.ts'
import type { PageParts, PagePiece } from './page-parts.ts'

/** The place on a page from which a value comes, and the value as printed. */
export interface Evidence {
  readonly element: string
  readonly value: string
}

/** The parts of a page in which the date is searched. */
export interface DatedPage {
  readonly parts: PageParts
  readonly article: JsonLdArticle | null
  readonly language: string | null
  /** The addresses of the page. */
  readonly addresses: readonly string[]
  /** The clock of the ingestion. A date more than a day later is refused. */
  readonly now: Date
  /** The IANA time zone of the publisher; null if it is unknown. */
  readonly zone: string | null
}

/** The names of meta elements with the date of first publication, the most reliable first. */
const META_NAMES = [
  ...['article:published_time', 'article:published', 'og:article:published_time', 'og:published_time'],
  ...[
    'og:pubdate',
    'og:publish_date',
    'datepublished',
    'rnews:datepublished',
    'article.published',
    'pubdate',
  ],
  ...['parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dcterms.issued', 'dcterms.date', 'dc.date'],
  ...['dc.date.created', 'dcterms.created', 'dc:date', 'publish-date', 'publish_date', 'publishdate'],
  ...[
    'published_time',
    'published-date',
    'publisheddate',
    'publication_date',
    'publication-date',
    'publicationdate',
  ],
  ...['cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'article:publish_time', 'vr:published'],
  ...[
    'shareaholic:article_published_time',
    'citation_publication_date',
    'citation_date',
    'original-publish-date',
  ],
  ...[
    'article_date_original',
    'displaydate',
    'display-date',
    'bt:pubdate',
    'firstpublished',
    'date',
    'datecreated',
  ],
]
/** Elements and words about a later version. */
const MODIFIED =
  /modif|updat|revis|aktualis|mis à jour|actualizad|aggiornat|bijgewerkt|uppdaterad|opdateret|oppdatert/i
const PUBLISHED_MARK = /publi|posted|pub-?date|created|entry-date|dateline|byline/i

/**
 * The sources of the date of publication, in the order in which they are tried. Each returns printed values with their
 * elements.
 */
export const SOURCES: readonly ((page: DatedPage) => Evidence[])[] = [
  ({ article }) => dateIn(article, 'datePublished', article?.published),
  ({ parts }) => META_NAMES.flatMap((name) => metaValues(parts, name)),
  ({ parts }) => parselyDates(parts),
  ({ parts }) => pieceDates(parts, (piece) => /^date(?:published|created)$/.test(piece.property ?? '')),
  ({ article }) => dateIn(article, 'dateCreated', article?.created),
  ({ parts }) => pieceDates(parts, (piece) => piece.kind === 'time' && PUBLISHED_MARK.test(piece.marks)),
  ({ parts }) => pieceDates(parts, (piece) => piece.kind === 'time' && piece.isEarly && piece.isBelowHeading),
  ({ parts }) => pieceDates(parts, (piece) => piece.kind === 'time' && piece.isEarly),
]

/** The sources of the date in words, which are tried after the address. */
export const PRINTED_SOURCES: readonly ((page: DatedPage) => Evidence[])[] = [
  ({ parts }) => pieceDates(parts, (piece) => piece.kind === 'author' && piece.isEarly),
  ({ parts }) => pieceDates(parts, isDateLine(true)),
  ({ parts }) => pieceDates(parts, isDateLine(false)),
]

/** Returns the dates of the last change. They tell the zone of the publisher. */
export const modifiedDates = ({ parts, article }: DatedPage): Evidence[] => [
  ...dateIn(article, 'dateModified', article?.modified),
  ...metaValues(parts, 'article:modified_time'),
  ...metaValues(parts, 'og:updated_time'),
]

const dateIn = (article: JsonLdArticle | null, name: string, value: string | null | undefined): Evidence[] =>
  article && value ? [{ element: `script[type="application/ld+json"] ${article.type}.${name}`, value }] : []

const metaValues = ({ meta }: PageParts, name: string): Evidence[] =>
  (meta.get(name) ?? []).map((value) => ({ element: `meta[${name}]`, value }))

/** Reads the object that older pages give to Parse.ly. */
function parselyDates({ meta }: PageParts): Evidence[] {
  const match = /"pub_date"\s*:\s*"([^"]{4,60})"/.exec(meta.get('parsely-page')?.[0] ?? '')
  return match ? [{ element: 'meta[parsely-page]', value: match[1]! }] : []
}

function pieceDates({ pieces }: PageParts, isWanted: (piece: PagePiece) => boolean): Evidence[] {
  return pieces.filter(isWanted).flatMap(({ element, value, text, marks, property }) => {
    if (property === 'datemodified' || (MODIFIED.test(marks) && !PUBLISHED_MARK.test(marks))) return []
    const own = partAboutPublication(text)
    if (own === null && property === null) return []
    return [value, own].flatMap((one) => (one ? { element, value: one } : []))
  })
}

/** Returns the text up to words about a later version; null if it starts with them. */
function partAboutPublication(text: string): string | null {
  const at = text.search(MODIFIED)
  const own = (at < 0 ? text : text.slice(0, at)).replace(/\s+/g, ' ').trim()
  return at >= 0 && !/\d/.test(own) ? null : own
}

/** A short line that begins with a date, or with words about publication. */
const isDateLine =
  (isMarked: boolean) =>
  ({ kind, text, marks, isEarly }: PagePiece): boolean =>
    kind === 'line' &&
    isEarly &&
    text.length <= 120 &&
    (isMarked ? /date|time|publish|posted/i.test(marks) : STARTS_WITH_DATE.test(text))

const STARTS_WITH_DATE =
  /^(?:first )?(?:published|posted|publié|veröffentlicht|publicado|pubblicato|by |\(?(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|\(?\d{1,2}[. ]|\(?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|updated)/i
