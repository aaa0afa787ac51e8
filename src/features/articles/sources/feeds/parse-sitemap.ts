import { Parser } from 'htmlparser2'
import type { Feed, PrintedEntry } from './feed.ts'
import { toEntries } from './to-entries.ts'

/** A sitemap, or an index with the addresses of sitemaps. */
export type Sitemap = { readonly feed: Feed } | { readonly index: readonly string[] }

/** The elements of an address that are read, by their names without prefix. */
const READ: ReadonlySet<string> = new Set(['loc', 'lastmod', 'publication_date', 'title'])

/** Namespaces of other data of an address, such as pictures, whose elements have the same names. */
const OTHER_PREFIX = /^(?:image|video|xhtml|mobile):/

/**
 * Parses a sitemap (sitemaps.org), with the news extension. Tolerates errors of XML, like the readers of search engines.
 * @param base the URL of the document.
 * @returns null if the text is no sitemap.
 */
export function parseSitemap(text: string, base: string, now: Date): Sitemap | null {
  let root: string | null = null
  let element: string | null = null
  let current: Record<string, string> = {}
  const found: Record<string, string>[] = []
  const parser = new Parser(
    {
      onopentag(prefixed) {
        const name = localName(prefixed)
        root ??= name
        element = READ.has(name) && !OTHER_PREFIX.test(prefixed) ? name : null
      },
      ontext(piece) {
        if (element !== null) current[element] = (current[element] ?? '') + piece
      },
      onclosetag(prefixed, isImplied) {
        element = null
        const name = localName(prefixed)
        // Where the text breaks off, the last address can be cut.
        if (isImplied || (name !== 'url' && name !== 'sitemap')) return
        found.push(current)
        current = {}
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  if (root === 'sitemapindex') return { index: found.flatMap(({ loc }) => loc?.trim() || []) }
  if (root !== 'urlset') return null
  return { feed: { kind: 'sitemap', title: null, entries: toEntries(found.map(toPrinted), base, now) } }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()

const toPrinted = ({
  loc,
  lastmod,
  publication_date: published,
  title,
}: Record<string, string>): PrintedEntry => ({
  url: loc,
  published: published ?? null,
  modified: lastmod?.trim(),
  words: [title],
})
