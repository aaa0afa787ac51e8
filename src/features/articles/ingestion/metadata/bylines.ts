import type { JsonLdArticle } from './json-ld.ts'
import { oneLine } from './one-line.ts'
import type { PageParts } from './page-parts.ts'

/** The names of meta elements with the author. */
const META_NAMES = [
  ...[
    'author',
    'authors',
    'article:author',
    'article:author_name',
    'byl',
    'byline',
    'dc.creator',
    'dcterms.creator',
  ],
  ...[
    'dc:creator',
    'parsely-author',
    'sailthru.author',
    'citation_author',
    'cxenseparse:author',
    'rnews:author',
  ],
  ...['creator', 'og:article:author', 'article.author'],
]
const LONGEST_NAME = 120
const PREFIX =
  /^(?:(?:written|reported|story|words|posted|published)\s+)?(?:by|von|par|por|di|door|av|af|autor|author|text)\s*:?\s+/i
/** The words and marks after the last name. */
const SUFFIX =
  /\s*(?:[|•·–—/\n\u2022]|\s-\s|,?\s*(?:published|updated|posted|special to|staff (?:writer|reporter)|reporter\b|correspondent\b|senior\b|editor\b|contributor\b|for the |@)|\d{1,2}[:.]\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}\.? \p{L}{3,12}\.? \d{4}|\d{4}-\d\d|\d+ (?:min|hours?|days?)\b).*$/isu

/**
 * Returns the author of a page. Tries JSON-LD, meta elements, and the byline on the page. The name of the publisher is
 * the author only if there is no other.
 */
export function findByline(
  parts: PageParts,
  article: JsonLdArticle | null,
  publisher: string | null,
): string | null {
  const candidates = [
    joined((article?.authors ?? []).flatMap(personOf)),
    ...META_NAMES.map((name) => joined((parts.meta.get(name) ?? []).flatMap(personOf))),
    ...printedBylines(parts),
  ].filter((byline) => byline !== null)
  const isPublisher = (byline: string): boolean => byline.toLowerCase() === publisher?.toLowerCase()
  return candidates.find((byline) => !isPublisher(byline)) ?? candidates[0] ?? null
}

/** Returns the bylines on the page: marked authors, then lines that begin with "By". */
function printedBylines({ pieces }: PageParts): (string | null)[] {
  const early = pieces.filter(
    ({ isEarly, isBelowHeading, property }) => isEarly || isBelowHeading || property !== null,
  )
  const marked = early.filter(({ kind }) => kind === 'author')
  const links = marked.filter(
    ({ element, property }) => property !== null || /\[(?:itemprop|rel)=/.test(element),
  )
  const near = pieces.filter(({ isEarly }) => isEarly)
  return [
    joined(
      links
        .filter(({ isEarly }) => isEarly)
        .flatMap(({ text, value }) => personOf(firstLine(text) || (value ?? ''))),
    ),
    ...marked.filter(({ isEarly }) => isEarly).map(({ text }) => bylineIn(text)),
    ...near.filter(({ text }) => PREFIX.test(text) && text.length <= 160).map(({ text }) => bylineIn(text)),
    ...marked.filter(({ isEarly }) => !isEarly).map(({ text }) => bylineIn(text)),
  ]
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const firstLine = (text: string): string =>
  linesOf(text).find((line) => /\p{L}{2}/u.test(line) && !/^by:?$/i.test(line)) ?? ''

/** Returns the names in the text of a byline. Prefers a line that begins with "By". */
function bylineIn(text: string): string | null {
  const lines = linesOf(text)
  const at = lines.findIndex((line) => PREFIX.test(line) || /^by:?$/i.test(line))
  const line = at < 0 ? firstLine(text) : /^by:?$/i.test(lines[at]!) ? (lines[at + 1] ?? '') : lines[at]!
  return personOf(line)[0] ?? null
}

/** An address, a handle, markup, or a word in place of a name. */
const NO_NAME =
  /^(?:https?:|www\.|@)|[<>{}=]|^(?:admin|administrator|unknown|null|undefined|none|n\/a|share|follow|staff)$/i

/** Returns the name in a value; empty if it is an address, a handle, or no name. */
function personOf(value: string): string[] {
  if (NO_NAME.test(value.trim())) return []
  const name = value
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .replace(PREFIX, '')
    .replace(SUFFIX, '')
    .replace(/\s*[,;:]+$/, '')
    .replace(/\S+@\S+\.\S+/g, '')
    .trim()
  const isName =
    /\p{L}{2}/u.test(name) &&
    name.length <= LONGEST_NAME &&
    name.split(' ').length <= 16 &&
    !NO_NAME.test(name)
  return isName ? [name] : []
}

function joined(names: readonly string[]): string | null {
  const distinct = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
  return oneLine(distinct.join(', '))
}
