import { z } from 'zod'
import { type Edtf, parseEdtf } from '../../../core/edtf.ts'
import { safeText } from '../../../input/values.ts'
import { LONGEST_HTML, LONGEST_TEXT } from './limits.ts'
import { zoneOfPlace } from './printed-dates/dateline-zones.ts'
import { type PrintedDate, parsePrintedDate } from './printed-dates/parse-date.ts'
import { dayOf, offsetIn } from './printed-dates/time-zones.ts'

export const NINJS_MEDIA_TYPE = 'application/vnd.iptc.ninjs+json'

const line = safeText(2000).optional()

const status = z.enum(['usable', 'withheld', 'canceled']).optional()
const body = z.object({
  role: line,
  contenttype: line,
  contentType: line,
  value: safeText(LONGEST_HTML).optional(),
})
const sources = z.array(z.object({ name: line })).optional()

/**
 * IPTC ninjs, versions 1 (`headline`, `body_xhtml` and other bodies), 2 (`headlines`, `bodies`) and 3 (as 2, with
 * capitals in the names). Other fields are ignored.
 */
const NinjsShape = z.looseObject({
  uri: safeText(2000, 1).describe('The id of the item. A later text with the same uri is a new snapshot.'),
  type: z.enum(['text', 'composite']).optional(),
  pubstatus: status.describe('withheld or canceled: the article with this uri is withdrawn.'),
  pubStatus: status,
  embargoed: line.describe('A date-time: before it, the item is refused.'),
  firstcreated: line.describe('A date-time. The first of these dates is the date of publication.'),
  firstCreated: line,
  contentcreated: line,
  contentCreated: line,
  versioncreated: line,
  versionCreated: line,
  headline: line,
  headlines: z.array(z.object({ role: line, value: safeText(2000) })).optional(),
  title: line,
  byline: line,
  by: line,
  authors: sources,
  located: line,
  language: safeText(35).optional(),
  copyrightholder: line,
  copyrightHolder: line,
  infosources: sources,
  infoSources: sources,
  source: line,
  body_text: safeText(LONGEST_TEXT).optional(),
  body_xhtml: safeText(LONGEST_HTML).optional(),
  body_html: safeText(LONGEST_HTML).optional(),
  bodies: z.array(body).optional(),
})

export const NinjsItem = NinjsShape.superRefine((item, context) => {
  if (withdrawalOf(item) === null && textOf(item) === undefined && htmlOf(item) === undefined)
    context.addIssue({
      code: 'custom',
      path: ['body_text'],
      message: 'The item has no text. Send body_text, body_xhtml, body_html or bodies.',
    })
}).meta({
  id: 'NinjsItem',
  description: 'IPTC ninjs, versions 1 to 3: the fields that the service reads.',
  examples: [
    {
      uri: 'https://gazette.example/items/ferry',
      type: 'text',
      versioncreated: '2025-01-15T09:30:00Z',
      headline: 'Ferry to run all winter',
      byline: 'Bo Lindqvist',
      language: 'en',
      body_xhtml: '<p>The ferry will run all winter, harbour master Ada Brandt said on Tuesday.</p>',
    },
  ],
})
export type NinjsItem = z.output<typeof NinjsItem>

/**
 * Converts a ninjs item to an article. A body with markup has priority over a plain body, because it has paragraphs.
 */
export function fromNinjs(item: NinjsItem) {
  const html = htmlOf(item)
  const names = (list: Shape['authors']): string[] => list?.flatMap(({ name }) => name ?? []) ?? []
  return {
    ...(html === undefined ? { text: textOf(item) ?? '' } : { html }),
    url: item.uri,
    title: item.headline ?? mainOf(item.headlines)?.value ?? item.title ?? null,
    publisher:
      names(item.infosources ?? item.infoSources)[0] ??
      item.copyrightholder ??
      item.copyrightHolder ??
      item.source ??
      null,
    byline: item.byline ?? item.by ?? (names(item.authors).join(', ') || null),
    dateline: item.located ?? null,
    ...publishedOf(item),
    modified: modifiedOf(item),
    language: item.language ?? null,
    withdrawal: withdrawalOf(item),
    embargoed: item.embargoed ?? null,
  }
}

type Shape = z.output<typeof NinjsShape>

/** Returns the status with which a publisher takes an item back; null for a usable item. */
function withdrawalOf({ pubstatus, pubStatus }: Shape): 'withheld' | 'canceled' | null {
  const status = pubstatus ?? pubStatus ?? 'usable'
  return status === 'usable' ? null : status
}

/**
 * Returns the day of first publication at the place of the item. A later version does not change it. If the place is
 * unknown, the day in UTC, and its time.
 */
function publishedOf(item: Shape): { readonly published: Edtf | null; readonly publishedAt: number | null } {
  const first = item.firstcreated ?? item.firstCreated ?? item.contentcreated ?? item.contentCreated
  const version = item.versioncreated ?? item.versionCreated
  const dates = [first, version].flatMap((printed) => {
    const date = printed === undefined ? null : parsePrintedDate(printed, null)
    return date ? [atPlace(date, item.located ?? '')] : []
  })
  const [date] = dates.sort((one, other) => (one.day < other.day ? -1 : 1))
  return date
    ? { published: parseEdtf(date.day), publishedAt: date.at }
    : { published: null, publishedAt: null }
}

/** Returns the time of a later version; null for the first one. */
function modifiedOf(item: Shape): string | null {
  const first = item.firstcreated ?? item.firstCreated ?? item.contentcreated ?? item.contentCreated
  const version = item.versioncreated ?? item.versionCreated
  return first !== undefined && version !== undefined && first !== version ? version : null
}

function atPlace(
  { edtf, instant, offset }: PrintedDate,
  place: string,
): { readonly day: string; readonly at: number | null } {
  if (instant === null || offset !== 0) return { day: edtf, at: null }
  const zone = zoneOfPlace(place)
  return zone ? { day: dayOf(instant, offsetIn(zone, instant)), at: null } : { day: edtf, at: instant }
}

const htmlOf = (item: Shape): string | undefined =>
  item.body_xhtml ||
  item.body_html ||
  otherBodyOf(item, (key) => key.includes('html')) ||
  bodyOf(item, (type) => type.includes('html')) ||
  undefined

const textOf = (item: Shape): string | undefined =>
  item.body_text ||
  bodyOf(item, (type) => type === '' || type.startsWith('text/plain')) ||
  otherBodyOf(item, (key) => !key.includes('html')) ||
  undefined

/** Returns a body of version 1 with a name of the publisher's own, such as `body_webhtml`. */
const otherBodyOf = (item: Shape, isWanted: (key: string) => boolean): string | undefined =>
  Object.entries(item)
    .map(([key, value]) =>
      /^body_\w+$/.test(key) && isWanted(key) && typeof value === 'string' ? value : '',
    )
    .find((value) => value !== '')

const bodyOf = ({ bodies = [] }: Shape, isWanted: (type: string) => boolean): string | undefined =>
  mainOf(bodies.filter((body) => isWanted((body.contenttype ?? body.contentType ?? '').toLowerCase())))?.value

/** Returns the variant with the role main, else the first. */
const mainOf = <Part extends { readonly role?: string | undefined }>(
  parts: readonly Part[] = [],
): Part | undefined => parts.find(({ role }) => role === 'main') ?? parts[0]
