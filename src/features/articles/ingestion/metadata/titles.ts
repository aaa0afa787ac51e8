import type { JsonLdArticle } from './json-ld.ts'
import { oneLine, withoutMarkup } from './one-line.ts'
import type { PageParts } from './page-parts.ts'

const SEPARATOR = /\s+(?:[|–—·•»«›‹:]+|-|::)\s+/g

/** Returns the headline of a page, without the name of the publisher at its end. */
export function findTitle(
  parts: PageParts,
  article: JsonLdArticle | null,
  names: readonly (string | null)[],
): string | null {
  const meta = (...keys: string[]): string | null =>
    keys.map((key) => parts.meta.get(key)?.[0]).find((value) => value !== undefined) ?? null
  const heading = oneLine(parts.pieces.find(({ kind, text }) => kind === 'heading' && text !== '')?.text)
  const candidates = [
    article?.title ?? null,
    meta('og:title', 'twitter:title', 'og:headline'),
    meta(
      'headline',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
      'citation_title',
      'title',
    ),
    parts.title,
    heading,
  ].flatMap((title) => (title === null ? [] : (oneLine(withoutMarkup(title)) ?? [])))
  const [first] = candidates
  if (first === undefined) return null
  const whole = withoutPublisher(first, heading, names)
  return isCut(whole)
    ? (candidates.map((title) => withoutPublisher(title, heading, names)).find(continues(whole)) ?? whole)
    : whole
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Returns a title without its parts that name the publisher. */
function withoutPublisher(title: string, heading: string | null, names: readonly (string | null)[]): string {
  if (
    heading &&
    fold(title) !== fold(heading) &&
    fold(title).startsWith(fold(heading)) &&
    fold(heading).length >= 10
  ) {
    const rest = title.slice(heading.length)
    if (/^\s+(?:[|–—·•»«›:-]|::)/.test(rest)) return heading
  }
  const separators = [...title.matchAll(SEPARATOR)]
  const isName = (part: string): boolean =>
    names.some((name) => name !== null && fold(name) !== '' && fold(part) === fold(name))
  for (const { index, 0: mark } of separators) {
    if (isName(title.slice(index + mark.length))) return title.slice(0, index)
  }
  const first = separators[0]
  return first && isName(title.slice(0, first.index)) ? title.slice(first.index + first[0].length) : title
}

const isCut = (title: string): boolean => /(?:…|\.\.\.)$/.test(title)

const continues =
  (cut: string) =>
  (title: string): boolean =>
    !isCut(title) && fold(title).length > fold(cut).length && fold(title).startsWith(fold(cut))
