import { z } from 'zod'
import { parseEdtf } from '../../../core/edtf.ts'
import { safeText } from '../../../input/values.ts'
import { LONGEST_HTML, LONGEST_TEXT } from './limits.ts'

export const NINJS_MEDIA_TYPE = 'application/vnd.iptc.ninjs+json'

const line = safeText(2000).optional()

/** IPTC ninjs, versions 1 (`headline`, `body_xhtml` …) and 2 (`headlines`, `bodies`). Other fields are ignored. */
const NinjsShape = z.object({
  uri: safeText(2000, 1).describe('The id of the item. A later text with the same uri is a new snapshot.'),
  type: z.enum(['text', 'composite']).optional(),
  pubstatus: z.enum(['usable'], { error: 'Only items with the status usable are accepted.' }).optional(),
  versioncreated: line.describe('A date-time: when this version was created.'),
  firstcreated: line,
  headline: line,
  headlines: z.array(z.object({ role: line, value: safeText(2000) })).optional(),
  title: line,
  byline: line,
  by: line,
  located: line,
  language: safeText(35).optional(),
  copyrightholder: line,
  infosources: z.array(z.object({ name: line })).optional(),
  body_text: safeText(LONGEST_TEXT).optional(),
  body_xhtml: safeText(LONGEST_HTML).optional(),
  body_html: safeText(LONGEST_HTML).optional(),
  bodies: z
    .array(
      z.object({
        role: line,
        contenttype: line,
        contentType: line,
        value: safeText(LONGEST_HTML).optional(),
      }),
    )
    .optional(),
})

export const NinjsItem = NinjsShape.superRefine((item, context) => {
  if (textOf(item) === undefined && htmlOf(item) === undefined)
    context.addIssue({
      code: 'custom',
      path: ['body_text'],
      message: 'The item has no text. Send body_text, body_xhtml, body_html or bodies.',
    })
}).meta({
  id: 'NinjsItem',
  description: 'IPTC ninjs, versions 1 and 2: the fields that the service reads.',
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
  const created = item.versioncreated ?? item.firstcreated
  const html = htmlOf(item)
  return {
    ...(html === undefined ? { text: textOf(item) ?? '' } : { html }),
    url: item.uri,
    title: item.headline ?? mainOf(item.headlines)?.value ?? item.title ?? null,
    publisher: item.infosources?.find(({ name }) => name)?.name ?? item.copyrightholder ?? null,
    byline: item.byline ?? item.by ?? null,
    dateline: item.located ?? null,
    published: created === undefined ? null : parseEdtf(created.slice(0, 10)),
    language: item.language ?? null,
  }
}

type Shape = z.output<typeof NinjsShape>

const htmlOf = (item: Shape): string | undefined =>
  item.body_xhtml || item.body_html || bodyOf(item, (type) => type.includes('html')) || undefined

const textOf = (item: Shape): string | undefined =>
  item.body_text || bodyOf(item, (type) => type === '' || type.startsWith('text/plain')) || undefined

const bodyOf = ({ bodies = [] }: Shape, isWanted: (type: string) => boolean): string | undefined =>
  mainOf(bodies.filter((body) => isWanted((body.contenttype ?? body.contentType ?? '').toLowerCase())))?.value

/** Returns the variant with the role main, else the first. */
const mainOf = <Part extends { readonly role?: string | undefined }>(
  parts: readonly Part[] = [],
): Part | undefined => parts.find(({ role }) => role === 'main') ?? parts[0]
