import { createHash } from 'node:crypto'
import type { FeedEntry, PrintedEntry } from './feed.ts'

/** The longest URL of an article, in characters. */
const URL_MAX = 2000
/** The longest printed date that is kept. */
const DATE_MAX = 100

/**
 * Returns the entries that have an address, each address once: if a feed lists an address twice, the entry that was
 * changed last counts. Ids are ignored, because many feeds give several articles one id.
 * @param base the URL against which relative addresses are resolved.
 */
export function toEntries(printed: readonly PrintedEntry[], base: string, now: Date): FeedEntry[] {
  const entries = new Map<string, FeedEntry>()
  for (const one of printed) {
    const entry = toEntry(one, base, now)
    if (entry === null) continue
    const earlier = entries.get(entry.url)
    if (earlier === undefined || timeOf(entry) > timeOf(earlier)) entries.set(entry.url, entry)
  }
  return [...entries.values()]
}

function toEntry(
  { url, published, modified, words }: PrintedEntry,
  base: string,
  now: Date,
): FeedEntry | null {
  const address = toAddress(url, base)
  if (address === null) return null
  const changed = toPast(modified, now)
  // If the feed says when the article was changed, its other words may change without it: counts of comments, teasers.
  const told = changed ? [changed.toISOString()] : [published, ...words]
  const fingerprint = createHash('sha256').update(JSON.stringify(told)).digest('base64url')
  return { url: address, published: toDate(published), modified: changed, fingerprint }
}

function toAddress(printed: string | null | undefined, base: string): string | null {
  const text = printed?.trim()
  if (!text || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) && url.href.length <= URL_MAX ? url.href : null
}

const toDate = (printed: string | null | undefined): string | null => {
  const text = printed?.replaceAll('\0', '').toWellFormed().trim()
  return text ? text.slice(0, DATE_MAX) : null
}

/** Parses a time. Returns null for a time in the future, which many feeds print by mistake. */
function toPast(printed: string | null | undefined, now: Date): Date | null {
  const time = Date.parse(printed ?? '')
  return Number.isNaN(time) || time > now.getTime() || time < 0 ? null : new Date(time)
}

const timeOf = ({ modified }: FeedEntry): number => modified?.getTime() ?? 0
