import { parseFeed } from 'feedsmith'
import type { Feed, PrintedEntry } from './feed.ts'
import { toEntries } from './to-entries.ts'

type Parsed = ReturnType<typeof parseFeed<string>>
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']
type ItemOf<List extends readonly unknown[] | undefined> = NonNullable<List>[number]

/**
 * Parses RSS, RSS 1.0 (RDF), Atom or JSON Feed.
 * @param base the URL of the document.
 * @returns null if the text is none of them.
 */
export function parseSyndication(text: string, base: string, now: Date): Feed | null {
  let parsed: Parsed
  try {
    parsed = parseFeed(text)
  } catch {
    // The parser throws errors of several classes, all of which mean that the text is no feed.
    return null
  }
  const { kind, title, entries, base: own } = toPrinted(parsed)
  const root = own && URL.canParse(own, base) ? new URL(own, base).href : base
  return { kind, title: title?.trim() || null, entries: toEntries(entries, root, now) }
}

interface PrintedFeed {
  readonly kind: Feed['kind']
  readonly title: string | undefined
  readonly entries: readonly PrintedEntry[]
  /** The URL that the feed declares as its base. */
  readonly base?: string | undefined
}

function toPrinted(parsed: Parsed): PrintedFeed {
  switch (parsed.format) {
    case 'rss':
      return { kind: 'rss', title: parsed.feed.title, entries: (parsed.feed.items ?? []).map(fromRss) }
    case 'rdf':
      return { kind: 'rdf', title: parsed.feed.title, entries: (parsed.feed.items ?? []).map(fromRdf) }
    case 'json':
      return { kind: 'json', title: parsed.feed.title, entries: (parsed.feed.items ?? []).map(fromJson) }
    case 'atom': {
      const { title, entries, xml } = parsed.feed
      return { kind: 'atom', title: title?.value, entries: (entries ?? []).map(fromAtom), base: xml?.base }
    }
  }
}

function fromRss(item: ItemOf<FeedOf<'rss'>['items']>): PrintedEntry {
  const { link, guid, pubDate, title, description, content, dc, dcterms, atom } = item
  // A guid is a permanent link unless it says otherwise, but only some are addresses.
  const permalink = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : null
  return {
    url: link || permalink,
    published: pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0],
    modified: atom?.updated ?? dcterms?.modified?.[0],
    words: [title, description, content?.encoded],
  }
}

function fromRdf({
  link,
  title,
  description,
  content,
  dc,
  rdf,
}: ItemOf<FeedOf<'rdf'>['items']>): PrintedEntry {
  return {
    url: link || rdf?.about,
    published: dc?.dates?.[0],
    modified: null,
    words: [title, description, content?.encoded],
  }
}

function fromAtom(entry: ItemOf<FeedOf<'atom'>['entries']>): PrintedEntry {
  const { links = [], id, published, updated, title, summary, content } = entry
  const link = links.find(({ rel = 'alternate' }) => rel === 'alternate')
  return {
    url: link?.href ?? (/^https?:/i.test(id ?? '') ? id : null),
    published: published ?? updated,
    modified: updated,
    words: [title?.value, summary?.value, content?.value],
  }
}

function fromJson(item: ItemOf<FeedOf<'json'>['items']>): PrintedEntry {
  const { id, url, external_url, date_published, date_modified, title, content_html, content_text } = item
  return {
    url: url ?? external_url ?? (/^https?:/i.test(id ?? '') ? id : null),
    published: date_published,
    modified: date_modified,
    words: [title, content_html, content_text],
  }
}
